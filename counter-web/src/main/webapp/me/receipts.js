/** The receipts of what was paid with this wallet. */

import { at, get, Refusal } from "/assets/js/api.js";
import { h, icon, show } from "/assets/js/dom.js";
import { moment, t } from "/assets/js/i18n.js";
import { written } from "/assets/js/money.js";

/** Shows the page. */
export function openReceipts(place) {
  const list = h("ul.movements");
  const more = h("button.wide", { type: "button", hidden: true }, t("more"));
  const fault = h("p.fault", { role: "alert", hidden: true });
  show(place, h("h1", null, t("receipts")), list, fault, more);
  const load = async (after) => {
    fault.hidden = true;
    more.disabled = true;
    try {
      const page = await get(at("/me/payments", { after, limit: 20 }));
      list.append(...page.items.filter(({ receiptToken }) => receiptToken).map(receiptRow));
      if (!list.children.length) list.append(h("li.none.faint", null, t("receipts.none")));
      more.hidden = !page.after;
      more.onclick = () => load(page.after);
    } catch (failure) {
      fault.hidden = false;
      fault.textContent = failure instanceof Refusal ? failure.message : t("unreachable");
    }
    more.disabled = false;
  };
  load(null);
}

function receiptRow(payment) {
  const refunded = payment.refunded?.amount > 0 && h("span.chip", null, t("refunded", { amount: written(payment.refunded) }));
  return h(
    "li",
    null,
    h(
      "a.receipt",
      { href: `/r/${payment.receiptToken}` },
      h("div.what", null, h("b.number", null, payment.saleNumber), h("span.small.faint", null, moment(payment.occurredAt), " ", refunded)),
      h("b.money", null, written(payment.amount)),
      icon("next"),
    ),
  );
}
