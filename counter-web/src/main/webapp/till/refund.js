/** Refund by receipt: scan it or type the sale's number, see what is left, say how much and why, confirm. */

import { fill, h, show } from "/assets/js/dom.js";
import { moment, t } from "/assets/js/i18n.js";
import { at } from "/assets/js/api.js";
import { plain, read, write, written } from "/assets/js/money.js";
import { explain, faultLine, field, openDialog } from "./dialogs.js";
import { submit } from "./parked.js";
import { refund } from "./pay.js";
import { classify } from "./scanner.js";
import { ask } from "./session.js";
import { leftOf, paidWith, stateChip } from "./wording.js";

const REASONS = ["returned", "damaged", "wrong-item", "overcharged", "goodwill", "other"];

/** Opens the refund dialog; with a text it looks that up at once. */
export function openRefund(text) {
  let look = () => null;
  openDialog(
    t("refund.title"),
    (body, footer) => {
      const fault = faultLine();
      const found = h("div.found-payment");
      const input = h("input", { autocomplete: "off", spellcheck: false, placeholder: t("refund.example"), "data-first": true, "data-scan": "" });
      look = async (asked) => {
        fault.hidden = true;
        show(found);
        show(footer);
        try {
          const payment = await paymentOf(asked);
          if (payment) showPayment(payment, found, footer);
          else throwNone(fault, asked);
        } catch (failure) {
          explain(fault, failure);
        }
      };
      const go = (event) => (event.preventDefault(), input.value.trim() && look(input.value));
      const form = fill(h("form.inline", { onsubmit: go }), field(t("refund.find"), input), h("button", { type: "submit" }, t("find")));
      show(body, form, fault, found);
      if (text) look(text);
    },
    (scanned) => look(scanned),
  );
}

function throwNone(fault, asked) {
  fault.hidden = false;
  fault.textContent = t("refund.none", { text: asked });
}

async function paymentOf(text) {
  const { kind, value } = classify(text);
  const query = kind === "receipt" ? { text: value, limit: 5 } : { saleNumber: text.trim() };
  const found = await ask("GET", at("/payments", query));
  const payment = found?.items ? (found.items.find((each) => each.state !== "REFUSED") ?? found.items[0]) : found;
  return payment?.id ? ask("GET", `/payments/${payment.id}`) : null;
}

function showPayment(payment, place, footer) {
  const left = leftOf(payment);
  show(
    place,
    h(
      "dl.facts",
      null,
      fact(t("sale"), payment.saleNumber),
      fact(t("when"), moment(payment.occurredAt)),
      fact(t("paid.with"), paidWith(payment)),
      payment.memberName && fact(t("member"), payment.memberName),
      fact(t("amount"), written(payment.amount)),
      payment.state === "SUCCEEDED" && fact(t("refund.left"), written(left), "strong"),
      h("div", null, h("dt", null, t("state")), h("dd", null, stateChip(payment))),
    ),
    payment.lines?.length > 0 && h("details", null, h("summary", null, t("refund.lines", { n: payment.lines.length })), lineList(payment)),
    (payment.refunds ?? []).map((each) => h("p.small.faint", null, t("refund.earlier", { amount: written(each.amount), when: moment(each.occurredAt) }))),
  );
  if (payment.state !== "SUCCEEDED" || left.amount <= 0) {
    place.append(h("p.fault", { role: "alert" }, t(payment.state === "SUCCEEDED" ? "refund.nothing" : "refund.unpaid")));
    return;
  }
  place.append(refundForm(payment, left));
  show(footer, submit("refund-form", t("refund.do")));
}

const fact = (label, text, kind) => h(`div${kind ? `.${kind}` : ""}`, null, h("dt", null, label), h("dd.money", null, text));

function lineList(payment) {
  const { currency } = payment.amount;
  return h("ul.slip-lines", null, payment.lines.map((line) => h("li", null, h("span", null, `${line.quantity} × ${line.text}`), h("span.money", null, write(line.amount, currency)))));
}

function refundForm(payment, left) {
  const { currency } = left;
  const amount = h("input.amount", { id: "refund-amount", inputMode: "decimal", autocomplete: "off", value: plain(left.amount, currency) });
  const reason = h("select", { id: "refund-reason" }, REASONS.map((code) => h("option", { value: code }, t(`reason.${code}`))));
  const note = h("input", { maxLength: 200, autocomplete: "off" });
  const fault = faultLine();
  const confirm = (event) => {
    event.preventDefault();
    const minor = read(amount.value, currency);
    if (minor === null || minor <= 0 || minor > left.amount) {
      fault.hidden = false;
      fault.textContent = t("refund.range", { left: written(left) });
      return amount.select();
    }
    const whole = minor === left.amount;
    return refund(payment, whole ? null : { amount: minor, currency }, reason.value, note.value.trim() || null, left);
  };
  const form = h("form.refund", { id: "refund-form", onsubmit: confirm });
  const pair = h("div.pair", null, field(t("refund.amount"), amount), field(t("refund.reason"), reason));
  setTimeout(() => amount.select());
  return fill(form, pair, field(t("refund.note"), note), h("p.small.faint", null, t("refund.source")), fault);
}

