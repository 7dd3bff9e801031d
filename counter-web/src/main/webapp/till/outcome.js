/**
 * The outcome, over the whole screen, to be seen across a counter: taking, paid, refused, not known yet. Each has its
 * colour, its sign and its word. Only a key or a touch of the cashier, or the next scan, takes it away.
 */

import { h, icon, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { write, written } from "/assets/js/money.js";
import { qrSvg } from "/assets/js/qr.js";
import { promiseText } from "./offers-view.js";
import { waitingLine } from "./prizes.js";
import { play } from "./sound.js";

let dialog = null;
let ticking = null;
let afterwards = null;

/** Whether an outcome is on screen, and which. */
export const onScreen = () => dialog?.dataset.outcome ?? null;

function screen(outcome, ...content) {
  clearInterval(ticking);
  if (!dialog) {
    dialog = h("dialog.outcome", { role: "alertdialog" });
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
  }
  dialog.dataset.outcome = outcome;
  dialog.setAttribute("aria-label", t(`outcome.${outcome}`));
  show(dialog, h("div.stage", null, ...content));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("[data-first]")?.focus();
}

/** Takes the outcome off the screen and tells who showed it. */
export function dismiss() {
  if (!dialog || onScreen() === "taking") return;
  clear();
  const told = afterwards;
  afterwards = null;
  told?.();
  document.dispatchEvent(new CustomEvent("till:rest"));
}

function clear() {
  clearInterval(ticking);
  dialog?.remove();
  dialog = null;
}

const sign = (name) => h("div.sign", { ariaHidden: "true" }, icon(name));
const word = (text) => h("h1", null, text);
const sum = (text) => h("p.sum.money", null, text);

function action(label, run, properties, key) {
  return h("button", { type: "button", onclick: run, ...properties }, label, key && h("kbd", null, key));
}

/** The command is on its way; after three seconds, or when an answer was lost, this turns into a question. */
export function showTaking(facts) {
  const since = performance.now();
  screen("taking", h("div.spinner", { ariaHidden: "true" }), word(t(`taking.${facts.kind}`)), sum(writtenFacts(facts)));
  const doubt = () => onScreen() === "taking" && showAsking(facts, since);
  ticking = setInterval(() => performance.now() - since > 3000 && doubt(), 250);
  return doubt;
}

const writtenFacts = (facts) => write(facts.amount, facts.currency);

function showAsking(facts, since) {
  const seconds = h("p.seconds.number", { ariaLive: "off" });
  screen(
    "asking",
    sign("help"),
    word(t("asking.word")),
    sum(writtenFacts(facts)),
    h("p.why", null, t("asking.why")),
    seconds,
  );
  play("unknown");
  const count = () => (seconds.textContent = t("asking.seconds", { n: Math.round((performance.now() - since) / 1000) }));
  count();
  ticking = setInterval(count, 1000);
}

/** Patience has ended: what the cashier can do now. A note stands in place of the usual advice. */
export function showUnknown(facts, note, { askAgain, putAside }) {
  screen(
    "unknown",
    sign("help"),
    word(t("unknown.word")),
    sum(writtenFacts(facts)),
    h("p.why", null, t("unknown.why")),
    h("p.what", null, note ?? t("unknown.what")),
    facts.saleNumber && h("p.number", null, facts.saleNumber),
    h(
      "div.actions",
      null,
      action(t("unknown.ask"), askAgain, { "data-first": true }),
      action(t("unknown.aside"), () => (clear(), putAside())),
    ),
  );
  play("unknown");
}

/** A payment was taken. */
export function showPaid(payment, seen, note) {
  afterwards = seen;
  const cash = payment.tenders.find((tender) => tender.kind === "CASH");
  const change = cash?.received ? cash.received.amount - cash.amount.amount - cash.rounding : 0;
  const address = payment.receiptToken ? `${location.origin}/r/${payment.receiptToken}` : null;
  screen(
    "paid",
    h(
      "div.message",
      null,
      sign("tick"),
      word(t("outcome.paid")),
      sum(write(paidOf(payment), payment.amount.currency)),
      change > 0 && h("p.change", null, h("span", null, t("change")), h("b.money", null, write(change, cash.amount.currency))),
      savings(payment),
      h("p.why", null, note ?? greeting(payment)),
      payment.memberId && waitingLine(payment.memberId, null, dismiss),
      h("p.faintly.number", null, payment.saleNumber),
    ),
    address && h("figure.slip", null, qrSvg(address, "M", t("paid.qr")), h("figcaption", null, t("paid.qr"))),
    h(
      "div.actions",
      null,
      action(t("paid.next"), dismiss, { "data-first": true, className: "first" }, "Enter"),
      address && action(t("paid.print"), () => printReceipt(payment), { "data-key": "F4" }, "F4"),
    ),
  );
  play("paid");
}

/** What was handed over: the price, rounded where coins paid. */
const paidOf = ({ amount, tenders }) => tenders.reduce((all, { rounding }) => all + (rounding ?? 0), amount.amount);

/** What the customer saved and got besides; what is to be handed out stands first. */
function savings({ pricing, pointsEarned, amount }) {
  const promises = pricing?.promises ?? [];
  const saved = pricing ? pricing.reductions.reduce((all, each) => all + each.amount, 0) : 0;
  const lines = [
    ...promises.map((promise) => h("p.gift", null, icon("ticket"), promiseText(promise))),
    saved > 0 && h("p.faintly", null, t("paid.saved", { amount: write(saved, amount.currency) })),
    pointsEarned > 0 && h("p.faintly", null, t("paid.points", { n: pointsEarned })),
  ].filter(Boolean);
  return lines.length ? h("div.savings", null, lines) : null;
}

function greeting(payment) {
  return payment.memberName ? t("paid.thanks.name", { name: payment.memberName }) : t("paid.thanks");
}

/** Opens a receipt and its print dialogue. */
export function printReceipt({ receiptToken }) {
  window.open(`/r/${receiptToken}#print`, "receipt", "popup,width=480,height=760");
}

/** Something else went well: a refund, a top-up. Lines are [label, text] pairs. */
export function showDone(outcome, amount, lines, seen) {
  afterwards = seen;
  screen(
    "paid",
    sign("tick"),
    word(t(`outcome.${outcome}`)),
    sum(written(amount)),
    h("dl.facts", null, lines.map(([label, text]) => h("div", null, h("dt", null, label), h("dd.money", null, text)))),
    h("div.actions", null, action(t("done"), dismiss, { "data-first": true, className: "first" }, "Enter")),
  );
  play("paid");
}

/** The answer is no: why, in the server's words, and what can be done now. actions are [label, run] pairs. */
export function showRefused(refusal, facts, seen, actions = []) {
  afterwards = seen;
  screen(
    "refused",
    sign("cross"),
    word(t(`refused.${facts.kind}`)),
    sum(writtenFacts(facts)),
    h("p.why", null, refusal.message),
    refusal.problem.reference && h("p.faintly", null, t("reference", { reference: refusal.problem.reference })),
    h(
      "div.actions",
      null,
      action(t("refused.back"), dismiss, { "data-first": true, className: "first" }, "Enter"),
      actions.map(([label, run]) => action(label, () => (dismiss(), run()))),
    ),
  );
  play("refused");
}

window.addEventListener("keydown", (event) => {
  const button = dialog?.querySelector(`[data-key="${event.key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
