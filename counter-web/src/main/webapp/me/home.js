/** The payment code, large and bright, and the balance. When it has been used, the phone says so at once. */

import { at, get, Refusal } from "/assets/js/api.js";
import { code128Svg } from "/assets/js/code128.js";
import { h, icon, show, svg } from "/assets/js/dom.js";
import { moment, named, t } from "/assets/js/i18n.js";
import { written } from "/assets/js/money.js";
import { qrSvg } from "/assets/js/qr.js";
import { canMakeCodes, deviceOf, hasEnded, now } from "./device.js";
import { member, refresh, wallet } from "./member.js";
import { paymentCode } from "./payment-code.js";

const LOOK_MILLIS = 2500;
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

/** Reminders, tier, points, vouchers that are ready to use and the plan, as far as the house has them; nothing without a network. */
async function paintStanding(place) {
  const asked = ["/me/points", "/me/vouchers", "/me/tickets?limit=1", "/me/reminders?limit=1"].map((path) => get(path));
  const [loyalty, vouchers, lottery, reminders] = await Promise.all(asked).catch(() => []);
  if (!loyalty) return;
  const points = loyalty.points.reduce((sum, { available }) => sum + available, 0);
  const ready = vouchers.mine.filter(({ held, state, validFrom }) => !held && (state ?? "IN_HAND") === "IN_HAND" && Date.parse(validFrom) <= Date.now()).length;
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

async function paintCode(place) {
  if (member.view.state === "FROZEN") return note(place, "lock", t("frozen.title"), t("frozen.text"));
  if (!canMakeCodes()) return note(place, "warning", t("insecure.title"), t("insecure.text"));
  let device; // one that is kept shows its code at once; whether it still pays is asked meanwhile
  try {
    device = await deviceOf(member.view.id);
  } catch {
    return note(place, "warning", t("enrol.title"), t("enrol.text"));
  }
  let shown = -1;
  const ring = countdown();
  const tick = async () => {
    const seconds = now();
    const step = Math.floor(seconds / device.stepSeconds);
    const left = device.stepSeconds - (seconds % device.stepSeconds);
    ring.set(left, device.stepSeconds);
    if (step === shown) return;
    shown = step;
    if (step === usedStep) note(place, "tick", t("used.title"), t("used.text"), ring.element);
    else drawCode(place, await paymentCode(device, seconds), ring.element);
  };
  place.repaint = () => {
    shown = -1;
    usedStep = Math.floor(now() / device.stepSeconds);
    tick();
  };
  await tick();
  const timer = setInterval(tick, 250);
  timers.push(timer);
  if (!(await hasEnded(device)) || !place.isConnected) return null;
  clearInterval(timer);
  return paintCode(place);
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

/** Where the session is over, the page begins anew, with the sign-in. */
function unknown(failure) {
  if (failure instanceof Refusal && failure.status === 401) location.reload();
  return undefined;
}

/** Whether a payment came after another; one that stands first because a newer one was cancelled did not. */
const isAfter = (payment, other) => payment && (!other || Date.parse(payment.occurredAt) > Date.parse(other.occurredAt));

/** Looks for a new payment while the code is on screen. */
async function watchPayments(balance, code) {
  let last = await newest().catch(unknown);
  const look = async () => {
    if (document.hidden) return;
    const payment = await newest().catch(unknown);
    if (payment === undefined) return;
    const before = last;
    last = payment;
    const hasChanged = before !== undefined && payment?.id !== before?.id;
    if (hasChanged && isAfter(payment, before)) {
      openPaid(payment);
      code.repaint?.();
    }
    if (hasChanged || !member.fresh) refresh().then(() => paintBalance(balance), () => null);
  };
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
