/** The payment code, large and bright, and the balance. When it has been used, the phone says so at once. */

import { at, get, Refusal, Unanswered } from "/assets/js/api.js";
import { code128Svg } from "/assets/js/code128.js";
import { h, icon, show, svg } from "/assets/js/dom.js";
import { moment, named, t } from "/assets/js/i18n.js";
import { written } from "/assets/js/money.js";
import { qrSvg } from "/assets/js/qr.js";
import { canMakeCodes, deviceOf, hasEnded, now } from "./device.js";
import { isUnseenFor, lookAgain, member, refresh, wallet } from "./member.js";
import { paymentCode } from "./payment-code.js";

const LOOK_MILLIS = 2500;
/** What was seen that recently is shown as it is; after that long it is looked at again, for money comes in unannounced. */
const JUST_MILLIS = 1000;
const OLD_MILLIS = 10_000;
let timers = [];
let usedStep = -1;

/** Shows the page; gives what stops it. */
export function openHome(place) {
  const balance = h("section.balance");
  const standing = h("nav.standing", { ariaLabel: t("standing"), hidden: true });
  const code = h("section.code-card", { ariaLabel: t("code.section") });
  show(place, h("h1.visually-hidden", null, t("tab.pay")), balance, standing, code);
  paintStanding(standing);
  paintBalance(balance);
  paintCode(code);
  if (isUnseenFor(JUST_MILLIS)) update(balance, code, lookAgain);
  watchPayments(balance, code);
  return () => {
    timers.forEach(clearInterval);
    timers = [];
  };
}

function paintBalance(place) {
  const mine = wallet();
  const state = member.fresh ? null : h("p.small", null, t("balance.old", { when: moment(member.seenAt) }));
  show(place, h("p.merchant", null, named(member.merchant)), h("p.small", null, t("hello", { name: member.view.name })), h("p.sum.money", null, mine ? written(mine.available) : "–"), h("p.small", null, t("balance")), state);
}

/**
 * Asks how the wallet stands and shows it; the code is another where it was frozen or thawed meanwhile. That the session is over
 * is told by the next look at the payments.
 */
async function update(balance, code, ask) {
  await ask().catch(markOld);
  if (!balance.isConnected) return;
  paintBalance(balance);
  const { id, state } = code.painted;
  if (id !== member.view.id || state !== member.view.state) paintCode(code);
}

/** Reminders, tier, points, vouchers that are ready to use and the plan, as far as the house has them; nothing without a network. */
async function paintStanding(place) {
  const asked = ["/me/points", "/me/vouchers", "/me/tickets?limit=1", "/me/reminders?limit=1"].map((path) => get(path));
  const [loyalty, vouchers, lottery, reminders] = await Promise.all(asked).catch(() => []);
  if (!loyalty) return;
  const points = loyalty.points.reduce((sum, { available }) => sum + available, 0);
  const ready = vouchers.mine.filter(({ held, paused, state, validFrom }) => !held && !paused && (state ?? "IN_HAND") === "IN_HAND" && Date.parse(validFrom) <= Date.now()).length;
  const tickets = lottery.waiting.filter(({ open }) => open).reduce((sum, { tickets: some }) => sum + some, 0);
  const tier = loyalty.tier?.tier;
  const links = [
    reminders.unseen > 0 && h("a", { href: "#reminders" }, icon("bell"), h("b", null, t("standing.reminders", { n: reminders.unseen }))),
    tier && h("a", { href: "#points" }, icon("star"), h("b", null, named(tier))),
    loyalty.points.length > 0 && h("a", { href: "#points" }, !tier && icon("star"), h("span", null, t("standing.points", { n: points }))),
    tickets > 0 && h("a", { href: "#lottery" }, icon("ticket"), h("b", null, t("standing.tickets", { n: tickets }))),
    ready > 0 && h("a", { href: "#vouchers" }, icon("ticket"), h("span", null, t("standing.vouchers", { n: ready }))),
    h("a", { href: "#plan" }, icon("chart"), h("span", null, t("standing.plan"))),
  ].filter(Boolean);
  place.hidden = links.length === 0;
  show(place, links);
}

/** Paints the code, and what was painted before goes on no more. */
async function paintCode(place) {
  const painted = { id: member.view.id, state: member.view.state };
  const isOver = () => place.painted !== painted || !place.isConnected;
  clearInterval(place.timer);
  Object.assign(place, { painted, repaint: null });
  if (painted.state === "FROZEN") return note(place, "lock", t("frozen.title"), t("frozen.text"));
  if (!canMakeCodes()) return note(place, "warning", t("insecure.title"), t("insecure.text"));
  let device; // one that is kept shows its code at once; whether it still pays is asked meanwhile
  try {
    device = await deviceOf(painted.id);
  } catch {
    return isOver() ? null : note(place, "warning", t("enrol.title"), t("enrol.text"));
  }
  if (isOver()) return null;
  let shown = -1;
  const ring = countdown();
  const tick = async () => {
    const seconds = now();
    const step = Math.floor(seconds / device.stepSeconds);
    const left = device.stepSeconds - (seconds % device.stepSeconds);
    ring.set(left, device.stepSeconds);
    if (step === shown) return null;
    shown = step;
    if (step === usedStep) return note(place, "tick", t("used.title"), t("used.text"), ring.element);
    const digits = await paymentCode(device, seconds);
    return isOver() ? null : drawCode(place, digits, ring.element);
  };
  place.repaint = () => {
    shown = -1;
    usedStep = Math.floor(now() / device.stepSeconds);
    tick();
  };
  await tick();
  if (isOver()) return null;
  place.timer = setInterval(tick, 250);
  timers.push(place.timer);
  return !(await hasEnded(device)) || isOver() ? null : paintCode(place);
}

function note(place, sign, title, text, ...more) {
  show(place, h("div.note", null, icon(sign), h("h2", null, title), h("p.faint", null, text), more));
}

function drawCode(place, digits, ring) {
  const groups = digits.match(/\d{4}/g).join(" ");
  show(
    place,
    h("p.show", null, t("show")),
    h("div.symbols", { "data-code": digits }, code128Svg(digits, t("bars")), h("p.digits.number", null, groups), qrSvg(digits, "Q", t("qr"))),
    ring,
  );
}

/** A bar that runs down until the next code. */
function countdown() {
  const rest = svg("rect", { x: 0, y: 0, width: 100, height: 4, class: "rest" });
  const bar = svg("svg", { viewBox: "0 0 100 4", preserveAspectRatio: "none", class: "countdown", "aria-hidden": "true" }, rest);
  const text = h("p.small.number.faint");
  const set = (left, whole) => {
    rest.setAttribute("width", String((100 * left) / whole));
    text.textContent = t("next.in", { n: Math.ceil(left) });
  };
  return { element: h("div.running", null, bar, text), set };
}

async function newest() {
  const page = await get(at("/me/payments", { limit: 3 }), { timeout: 4000 });
  return page.items.find((payment) => payment.state === "SUCCEEDED") ?? null;
}

/** Where the session is over, the page that is still shown begins anew, with the sign-in. */
const unknown = (shown) => (failure) => {
  if (failure instanceof Refusal && failure.status === 401 && shown.isConnected) location.reload();
  return markOld(failure);
};

/** Without an answer, what is shown is of before. */
function markOld(failure) {
  if (failure instanceof Unanswered) member.fresh = false;
  return undefined;
}

/** Whether a payment came after another; one that stands first because a newer one was cancelled did not. */
const isAfter = (payment, other) => payment && (!other || Date.parse(payment.occurredAt) > Date.parse(other.occurredAt));

/** Looks for a new payment while the code is on screen, and at the wallet whenever it may have changed. */
async function watchPayments(balance, code) {
  let last = await newest().catch(unknown(balance));
  let isLooking = false; // answers may overtake each other, and an old one would tell of the same payment again
  const look = async () => {
    if (document.hidden || isLooking) return null;
    isLooking = true;
    const payment = await newest().catch(unknown(balance));
    isLooking = false;
    if (payment === undefined) return balance.isConnected ? paintBalance(balance) : null;
    const before = last;
    last = payment;
    const hasChanged = before !== undefined && payment?.id !== before?.id;
    if (hasChanged && isAfter(payment, before)) {
      openPaid(payment);
      code.repaint?.();
    }
    if (hasChanged) return update(balance, code, refresh);
    return isUnseenFor(OLD_MILLIS) ? update(balance, code, lookAgain) : null;
  };
  if (!balance.isConnected) return;
  timers.push(setInterval(look, LOOK_MILLIS));
}

/** The payment that was just taken, over the whole screen. */
function openPaid(payment) {
  const close = () => dialog.close();
  const dialog = h(
    "dialog.paid",
    { role: "alertdialog", ariaLabel: t("paid") },
    h(
      "div.stage",
      null,
      h("div.sign", { ariaHidden: "true" }, icon("tick")),
      h("h1", null, t("paid")),
      h("p.sum.money", null, written(payment.amount)),
      h("p", null, moment(payment.occurredAt)),
      h("div.actions", null, h("a.button", { href: `/r/${payment.receiptToken}` }, t("paid.receipt")), h("button", { type: "button", onclick: close }, t("close"))),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  navigator.vibrate?.([80, 60, 160]);
}
