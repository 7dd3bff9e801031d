/** What came off the price and why, under the total; and the dialog in which the customer overrules it. */

import { fill, h, icon, show } from "/assets/js/dom.js";
import { moment, named, t } from "/assets/js/i18n.js";
import { newKey } from "/assets/js/api.js";
import { write } from "/assets/js/money.js";
import * as basket from "./basket.js";
import { explain, faultLine, field, openDialog, toast } from "./dialogs.js";
import * as offers from "./offers.js";
import { waitingLine } from "./prizes.js";
import { classify } from "./scanner.js";
import { currency } from "./session.js";
import { lookUp } from "./underway.js";

const MOST_SHOWN = 4;

/** The list under the total; it follows the price. */
export function offersView() {
  const place = h("div.offers");
  const paint = () => show(place, basket.isEmpty() ? null : content());
  offers.onChange(paint);
  paint();
  return place;
}

function content() {
  const quote = offers.current();
  if (!quote) return offers.isUnreachable() ? h("p.small.faint", null, t("offers.unpriced")) : null;
  const found = offers.reductions(quote);
  const more = found.length - MOST_SHOWN;
  return [
    offers.who() && customerLine(offers.who()),
    offers.who() && waitingLine(offers.who().memberId, basket.saleNumber()),
    offers.expired() !== null && h("p.small.expired", { role: "status" }, icon("clock"), t("offers.expired", { name: offers.expired() })),
    found.length > 0 && h("ul.reductions", { ariaLabel: t("offers.taken-off") }, found.slice(0, MOST_SHOWN).map(reductionRow)),
    more > 0 && h("p.small.faint", null, t("offers.more", { n: more })),
    quote.quote.promises.map((promise) => h("p.small.gift", null, icon("ticket"), promiseText(promise))),
    adviceLine(quote.quote.advice[0]),
  ];
}

function customerLine({ memberName, tier, pointsEarned }) {
  const facts = [tier, pointsEarned > 0 && t("offers.earns", { n: pointsEarned })].filter(Boolean).join(" · ");
  return h("p.customer", null, icon("person"), h("b", null, memberName), facts && h("span.faint.small", null, facts));
}

function reductionRow(each) {
  const name = named(each);
  const out = h("button.quiet", { type: "button", ariaLabel: t("offers.without", { name }), title: t("offers.without", { name }) }, icon("cross"));
  out.addEventListener("click", () => (each.step === "POINTS" ? offers.spend(0) : offers.leaveOut(each.id)));
  return h("li", null, h("span", null, name), h("span.money", null, `−${write(each.amount, currency())}`), each.step === "PRICE_LIST" ? null : out);
}

/** What the sale gives besides, in words. */
export function promiseText({ kind, count, names, nameEn, nameZh, worth }) {
  const name = named({ nameEn: nameEn ?? names?.en, nameZh: nameZh ?? names?.zh });
  const amount = kind === "CREDIT" ? write(count, currency()) : count;
  return t(`promise.${kind}`, { name, n: amount, worth });
}

function adviceLine(advice) {
  if (!advice) return null;
  return h("p.small.advice", null, t("offers.advice", { add: write(advice.add, currency()), save: write(advice.save, currency()), name: advice.names ? named({ nameEn: advice.names.en, nameZh: advice.names.zh }) : "" }));
}

/** Opens the dialog: the customer, a voucher's code, points, and each offer with why it is used or not. */
export function openOffers() {
  if (basket.isEmpty()) return;
  openDialog(
    t("offers.title"),
    (body) => {
      const fault = faultLine();
      const list = h("div");
      const input = h("input", { id: "offer-code", autocomplete: "off", spellcheck: false, placeholder: t("offers.example"), "data-first": true, "data-scan": "" });
      const take = async (text) => {
        fault.hidden = true;
        try {
          await lookUp(text, takeIn(text));
          input.value = "";
        } catch (failure) {
          explain(fault, failure);
        }
      };
      const go = (event) => (event.preventDefault(), input.value.trim() && take(input.value.trim()));
      const paint = () => (list.isConnected || !list.childElementCount) && show(list, details());
      offers.onChange(paint);
      show(body, fill(h("form.inline", { onsubmit: go }), field(t("offers.enter"), input), h("button", { type: "submit" }, t("offers.take"))), fault, list);
      paint();
      offers.priceNow().catch((failure) => explain(fault, failure));
      openOffers.take = take;
    },
    Object.assign((scanned) => openOffers.take(scanned), { identifies: true }),
  );
}

/** A voucher's code if there is one of it; else what a customer shows. */
async function takeIn(text) {
  const { kind, value } = classify(text);
  if (kind === "payment-code") return offers.recognise(value, true);
  const shown = text.normalize("NFKC").trim();
  try {
    return sayBrought(await offers.bringIn(shown, newKey()));
  } catch (failure) {
    if (!["vouchers.CODE_UNKNOWN", "vouchers.CODE_MISREAD"].includes(failure.code)) throw failure;
    return offers.recognise(shown, false).catch(() => Promise.reject(failure));
  }
}

/** Tells the cashier that a voucher has been taken in; where it cannot be used now, why or from when. */
export function sayBrought(voucher) {
  toast(t(howBrought(voucher), { name: named(voucher.campaign ?? voucher), when: moment(voucher.validFrom) }));
}

function howBrought(voucher) {
  if (voucher.paused) return "offers.brought.paused";
  // A till sets nothing aside: what is held, is held elsewhere.
  if (voucher.held) return "offers.brought.held";
  // What is valid from when it was had is valid now, even if this till's clock is slow.
  const later = new Date(voucher.validFrom) > Math.max(Date.now(), new Date(voucher.issuedAt));
  return later ? "offers.brought.later" : "offers.brought";
}

function details() {
  const quote = offers.current();
  if (!quote) return h("p.faint", null, t(offers.isUnreachable() ? "offers.unpriced" : "offers.pricing"));
  return [
    offers.who() && h("div.row", null, customerLine(offers.who()), h("button", { type: "button", onclick: offers.forgetCustomer }, t("offers.forget"))),
    quote.points.map(pointsRow),
    quote.quote.verdicts.length ? h("ul.rows.verdicts", null, quote.quote.verdicts.map(verdictRow)) : h("p.faint.none", null, t("offers.none")),
  ];
}

function pointsRow(points) {
  const { points: spent } = basket.wish();
  const name = named(points);
  if (points.most === 0) return h("p.small.faint", null, t("points.none", { name, n: points.available }));
  const input = h("input.number", { type: "number", min: 0, max: points.most, step: points.step, value: Math.min(spent, points.most), ariaLabel: t("points.use", { name }) });
  const use = (count) => offers.spend(Math.max(0, Math.floor(count / points.step) * points.step));
  input.addEventListener("change", () => use(Number(input.value)));
  const all = h("button", { type: "button", onclick: () => use(points.most) }, t("points.all", { n: points.most, worth: write(points.worth.amount, currency()) }));
  return h("div.row.points", null, h("span", null, t("points.have", { name, n: points.available })), input, all);
}

function verdictRow(verdict) {
  const name = named({ nameEn: verdict.names.en, nameZh: verdict.names.zh });
  const used = verdict.used > 0;
  const left = basket.wish().without.includes(verdict.id);
  const why = t(`verdict.${verdict.reason}`, { n: verdict.figure, amount: write(verdict.figure, currency()) });
  const change = used
    ? h("button", { type: "button", onclick: () => offers.leaveOut(verdict.id) }, t("offers.leave"))
    : left
      ? h("button", { type: "button", onclick: () => offers.leaveOut(verdict.id, false) }, t("offers.again"))
      : ["DEARER", "EXCLUDED", "LIMIT_REACHED"].includes(verdict.reason) && h("button", { type: "button", onclick: () => offers.insist(verdict.id) }, t("offers.insist"));
  return h(
    "li",
    null,
    h("div.what", null, h("b", null, name, " ", verdict.voucher && h("span.chip", null, t("offers.voucher"))), h("span.faint.small", null, why)),
    used && h("span.money", null, verdict.saved > 0 ? `−${write(verdict.saved, currency())}` : icon("tick")),
    change,
  );
}
