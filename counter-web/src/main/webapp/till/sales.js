/** The last sales of this till, newest first: receipts again, refunds; and on top what was set aside unclear. */

import { h, icon, show } from "/assets/js/dom.js";
import { moment, t } from "/assets/js/i18n.js";
import { at, serverAhead } from "/assets/js/api.js";
import { write, written } from "/assets/js/money.js";
import { forget, pending } from "./attempts.js";
import { explain, faultLine, openDialog } from "./dialogs.js";
import { printReceipt } from "./outcome.js";
import { carry } from "./pay.js";
import { openRefund } from "./refund.js";
import { ask, session } from "./session.js";
import { attemptName, leftOf, paidWith, stateChip } from "./wording.js";

const DAYS = 7;
const MOST = 30;

/** The first business day of the list, as the API writes days: of the merchant, and by the server's clock. */
function firstDay() {
  const then = new Date(Date.now() + ((serverAhead() ?? 0) - DAYS * 86400) * 1000);
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: session.view.merchant.zone }).format(then);
}

/** Opens the list. */
export function openSales() {
  openDialog(t("sales.title"), async (body) => {
    const fault = faultLine();
    const unclear = h("ul.rows.unclear");
    const list = h("ul.rows");
    show(body, unclear, fault, list);
    const waiting = (await pending()).filter((attempt) => attempt.aside);
    show(unclear, waiting.map(unclearRow));
    try {
      const { store, till } = session.place;
      const page = await ask("GET", at("/payments", { storeId: store.id, tillId: till.id, from: firstDay(), limit: MOST }));
      show(list, page.items.map(saleRow));
      if (!page.items.length) list.append(h("li.none.faint", null, t("sales.none")));
    } catch (failure) {
      explain(fault, failure);
    }
  });
}

function saleRow(payment) {
  const paid = payment.state === "SUCCEEDED";
  return h(
    "li",
    null,
    h(
      "div.what",
      null,
      h("b.number", null, payment.saleNumber),
      h("span.faint.small", null, [moment(payment.occurredAt), paidWith(payment), payment.memberName].filter(Boolean).join(" · ")),
    ),
    stateChip(payment),
    h("span.money", null, written(payment.amount)),
    h("button", { type: "button", disabled: !payment.receiptToken, title: t("sales.print"), ariaLabel: t("sales.print"), onclick: () => printReceipt(payment) }, icon("print")),
    h("button", { type: "button", disabled: !paid || leftOf(payment).amount <= 0, onclick: () => openRefund(payment.saleNumber) }, t("sales.refund")),
  );
}

function unclearRow(attempt) {
  const { facts, outcome } = attempt;
  const seen = async (event) => {
    await forget(attempt);
    event.target.closest("li").remove();
    document.dispatchEvent(new CustomEvent("till:aside"));
  };
  const chip = outcome ? (outcome.paid ? "paid" : "refused") : "unknown";
  return h(
    "li",
    null,
    h(
      "div.what",
      null,
      h("b.number", null, attemptName(facts)),
      h("span.faint.small", null, [moment(attempt.madeAt), outcome?.detail].filter(Boolean).join(" · ")),
    ),
    h(`span.chip.${chip}`, null, t(`aside.chip.${chip}`)),
    h("span.money", null, write(facts.amount, facts.currency)),
    outcome
      ? h("button", { type: "button", onclick: seen }, t("aside.seen"))
      : h("button.primary", { type: "button", onclick: () => carry(attempt) }, t("unknown.ask")),
  );
}
