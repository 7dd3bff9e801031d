/** Refund by receipt: scan it or type the sale's number, see what is left, say how much and why, confirm. */

import { fill, h, show } from "/assets/js/dom.js";
import { moment, named, t } from "/assets/js/i18n.js";
import { at } from "/assets/js/api.js";
import { plain, read, write, written } from "/assets/js/money.js";
import { explain, faultLine, field, openDialog } from "./dialogs.js";
import { submit } from "./parked.js";
import { refund } from "./pay.js";
import { classify } from "./scanner.js";
import { ask, session } from "./session.js";
import { leftOf, paidWith, stateChip, writtenTenders } from "./wording.js";

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
      let turn = 0;
      look = async (asked) => {
        const mine = ++turn;
        fault.hidden = true;
        show(found);
        show(footer);
        try {
          const payment = await paymentOf(asked);
          if (mine !== turn) return; // another sale was asked for meanwhile
          if (payment) showPayment(payment, found, footer);
          else throwNone(fault, asked);
        } catch (failure) {
          if (mine === turn) explain(fault, failure);
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
    (payment.refunds ?? []).map((each) => h("p.small.faint", null, t("refund.earlier", { amount: written(each.amount), when: moment(each.occurredAt) }))),
  );
  if (payment.state !== "SUCCEEDED" || (left.amount <= 0 && payment.amount.amount > 0)) {
    place.append(h("p.fault", { role: "alert" }, t(payment.state === "SUCCEEDED" ? "refund.nothing" : "refund.unpaid")));
    return;
  }
  place.append(refundForm(payment, left));
  show(footer, submit("refund-form", t("refund.do")));
}

const fact = (label, text, kind) => h(`div${kind ? `.${kind}` : ""}`, null, h("dt", null, label), h("dd.money", null, text));

/** The lines of the sale, each with how many pieces come back; tells of each change. */
function goodsList(payment, changed) {
  const { currency } = payment.amount;
  const back = new Map();
  const returned = new Map((payment.returned ?? []).map(({ line, quantity }) => [line, quantity]));
  const row = (line) => {
    const kept = line.quantity - (returned.get(line.line) ?? 0);
    const count = h("input.number", { type: "number", min: 0, max: kept, value: 0, disabled: kept === 0, ariaLabel: t("refund.pieces", { name: line.text }) });
    count.addEventListener("input", () => {
      back.set(line.line, Math.max(0, Math.min(kept, Math.trunc(Number(count.value)) || 0)));
      changed();
    });
    return h("li", null, count, h("span.what", null, t("refund.of", { n: line.quantity, name: line.text }), kept < line.quantity && h("span.small.faint", null, ` ${t("refund.back-already", { n: line.quantity - kept })}`)), h("span.money", null, write(line.amount, currency)));
  };
  const chosen = () => [...back].filter(([, quantity]) => quantity > 0).map(([line, quantity]) => ({ line, quantity }));
  const list = h("ul.slip-lines.goods", { ariaLabel: t("refund.goods") }, payment.lines.map(row));
  return { list: payment.lines.length > 8 ? h("details", { open: false }, h("summary", null, t("refund.lines", { n: payment.lines.length })), list) : list, chosen };
}

/** How the refund is reckoned, in words. */
function reckoning({ amount, tenders, plan, pointsBack, pointsTaken, vouchersBack, cashBackTaken, cashBackOwed, prizesBack }) {
  const { currency } = amount;
  const rounding = tenders.reduce((all, tender) => all + tender.rounding, 0);
  const rows = [
    plan && (plan.withheld !== 0 || plan.given > 0) && [t("refund.goods-paid"), write(plan.goods, currency)],
    plan && plan.withheld > 0 && [t("refund.withheld"), `−${write(plan.withheld, currency)}`],
    plan && plan.withheld < 0 && [t("refund.given-again"), write(-plan.withheld, currency)],
    plan && plan.given > 0 && [t("refund.given-before"), `−${write(plan.given, currency)}`],
    pointsBack > 0 && [t("refund.points-back"), String(pointsBack)],
    pointsTaken > 0 && [t("refund.points-taken"), String(pointsTaken)],
    cashBackTaken > 0 && [t("refund.cash-back"), `−${write(cashBackTaken, currency)}`],
    cashBackOwed > 0 && [t("refund.cash-back-owed"), write(cashBackOwed, currency)],
    vouchersBack.length > 0 && [t("refund.vouchers-back"), vouchersBack.join(", ")],
    ...(plan?.promisesBack ?? []).filter(({ part }) => part.kind === "GIFT").map(({ part: gift }) => [t("refund.gift-back"), `${gift.count} × ${named({ nameEn: gift.names.en, nameZh: gift.names.zh })}`]),
    ...(prizesBack ?? []).map(({ names, becomes, count }) => [t(`refund.prize.${becomes}`), `${count} × ${named({ nameEn: names.en, nameZh: names.zh })}`]),
    rounding !== 0 && [t("refund.rounded"), write(rounding, currency)],
    ...writtenTenders({ tenders }),
  ].filter(Boolean);
  return h("dl.facts.reckoning", { ariaLive: "polite" }, rows.map(([label, text]) => fact(label, text)), fact(t("refund.sum"), write(amount.amount + rounding, currency), "strong"));
}

function refundForm(payment, left) {
  const { currency } = left;
  // Cash comes out of this till's drawer, wherever the sale was paid.
  const tillId = session.place.till.id;
  const amount = h("input.amount", { id: "refund-amount", inputMode: "decimal", autocomplete: "off", value: plain(left.amount, currency), oninput: () => changed() });
  const reason = h("select", { id: "refund-reason" }, REASONS.map((code) => h("option", { value: code }, t(`reason.${code}`))));
  const note = h("input", { maxLength: 200, autocomplete: "off" });
  const fault = faultLine();
  const calculation = h("div");
  let pause = null;
  let reckoned = null;
  const changed = () => {
    reckoned = null; // at once: what is on screen was reckoned for what stood here before
    amount.disabled = goods.chosen().length > 0;
    clearTimeout(pause);
    pause = setTimeout(calculate, 250);
  };
  const goods = goodsList(payment, changed);
  /** The goods that were chosen, the amount, or all that is left; null where that is no amount that can go back. */
  const asked = () => {
    const lines = goods.chosen();
    if (lines.length) return { amount: null, lines };
    const minor = read(amount.value, currency);
    if (minor === null || minor <= 0 || minor > left.amount) return null;
    return { amount: minor === left.amount ? null : { amount: minor, currency } };
  };
  const calculate = async () => {
    clearTimeout(pause);
    reckoned = null;
    fault.hidden = true;
    const request = asked();
    if (!request) return show(calculation);
    const outdated = () => JSON.stringify(request) !== JSON.stringify(asked());
    try {
      const answer = await ask("POST", `/payments/${payment.id}/refunds/calculation`, { body: { ...request, reason: reason.value, tillId } });
      if (outdated()) return null;
      reckoned = answer;
      show(calculation, reckoning(answer));
    } catch (failure) {
      if (outdated()) return null;
      reckoned = null;
      show(calculation);
      explain(fault, failure);
    }
    return null;
  };
  const confirm = (event) => {
    event.preventDefault();
    clearTimeout(pause); // what is said of the amount now is not wiped away by what was waited for
    const request = asked();
    if (!request) {
      show(calculation);
      fault.hidden = false;
      fault.textContent = t("refund.range", { left: written(left) });
      return amount.select();
    }
    if (!reckoned) return calculate(); // nobody confirms what they have not seen
    return refund(payment, { ...request, reason: reason.value, note: note.value.trim() || null, tillId }, reckoned.amount);
  };
  const form = h("form.refund", { id: "refund-form", onsubmit: confirm });
  const pair = h("div.pair", null, field(t("refund.amount"), amount), field(t("refund.reason"), reason));
  setTimeout(() => amount.select());
  calculate();
  return fill(form, payment.lines.length > 0 && h("p.small.faint", null, t("refund.choose")), payment.lines.length > 0 && goods.list, calculation, pair, field(t("refund.note"), note), h("p.small.faint", null, t("refund.source")), fault);
}

