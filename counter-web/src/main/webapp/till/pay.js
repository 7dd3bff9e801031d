/** Carries a command to its outcome on screen: payments, refunds and top-ups alike. One at a time. */

import { t } from "/assets/js/i18n.js";
import { attemptName, writtenTenders } from "./wording.js";
import { h, show } from "/assets/js/dom.js";
import { write, written } from "/assets/js/money.js";
import * as attempts from "./attempts.js";
import * as basket from "./basket.js";
import { closeDialog, openDialog, toast } from "./dialogs.js";
import * as offers from "./offers.js";
import * as outcome from "./outcome.js";
import { currency, session } from "./session.js";
import { play } from "./sound.js";
import { alone, isWorking } from "./underway.js";

/** The price is another by now: goods cost something else, or others were faster with what it was reckoned with. */
const PRICED_OTHERWISE = ["transactions.AMOUNT_IS_NOT_TOTAL", "transactions.PRICE_CHANGED", "promotions.BUDGET_USED_UP", "promotions.QUANTITY_USED_UP"];

let busy = false;

/** Whether a command is on its way, its outcome not known, or something waited for that nothing may come between. */
export const isBusy = () => busy || isWorking();

/** Takes the sale in hand from the customer's wallet, by the code they show. */
export async function payByWallet(shown) {
  if (isBusy() || basket.isEmpty()) return;
  const price = await alone(() => decided(shown));
  if (price) await pay(price.amount ? [{ kind: "WALLET", amount: price, received: null }] : [], shown, price);
}

/** The price for who shows this, once it is clear that they have seen it; null where the cashier goes back. */
async function decided(shown) {
  const seen = offers.payable();
  const price = await priced(shown, ["WALLET"]);
  return price.amount <= seen || (await agreed(seen, price.amount)) ? price : null;
}

/** What who shows this is to pay. Where the server gives no price, it will say why when it is asked to take the payment. */
async function priced(shown, tenders) {
  const quote = await offers.priceFor(shown, tenders).catch(() => null);
  if (!quote && basket.wish().points && shown !== offers.shown()) offers.spend(0); // nobody knows whether they are this customer's
  return { amount: quote?.payable.amount ?? offers.payable(), currency: currency() };
}

/** A price that rose since the customer saw it is asked about: an offer may have ended meanwhile. */
function agreed(before, now) {
  return new Promise((resolve) => {
    openDialog(t("price.rose"), (body, footer, close) => {
      let answer = false;
      const yes = h("button.primary", { type: "button", "data-first": true }, t("price.take", { amount: write(now, currency()) }));
      yes.addEventListener("click", () => ((answer = true), close()));
      show(body, h("p", null, t("price.rose.why", { before: write(before, currency()), now: write(now, currency()) })));
      footer.append(h("button", { type: "button", onclick: close }, t("price.back")), yes);
      footer.closest("dialog").addEventListener("close", () => resolve(answer));
    });
  });
}

/** Takes the sale in hand in cash. */
export function payInCash(received, due) {
  const amount = { amount: due, currency: currency() };
  const tenders = due ? [{ kind: "CASH", amount, received: { amount: received, currency: currency() } }] : [];
  return pay(tenders, offers.shown(), amount);
}

async function pay(tenders, shown, amount) {
  if (busy || basket.isEmpty()) return;
  const saleNumber = basket.saleNumber();
  const { store, till } = session.place;
  const pricing = offers.asRequest(shown);
  const body = { storeId: store.id, tillId: till.id, saleNumber, lines: basket.asRequest(), amount, shown, tenders, pricing };
  const facts = { kind: "payment", saleNumber, ...amount };
  await carry(attempts.prepare("payment", "/payments", body, facts));
}

/** Gives back for a payment: goods by their lines, an amount, or all that is left. */
export function refund(payment, request, left) {
  const facts = { kind: "refund", saleNumber: payment.saleNumber, ...(request.amount ?? left) };
  return carry(attempts.prepare("refund", `/payments/${payment.id}/refunds`, request, facts));
}

/** Books cash that a member hands in. */
export function topUp(member, amount) {
  const { store, till } = session.place;
  const facts = { kind: "top-up", name: member.name, ...amount };
  const body = { storeId: store.id, tillId: till.id, amount };
  return carry(attempts.prepare("top-up", `/members/${member.id}/top-ups`, body, facts));
}

/** Sends an attempt and shows how it ends. */
export async function carry(attempt) {
  if (busy) return;
  busy = true;
  closeDialog();
  const doubt = outcome.showTaking(attempt.facts);
  const kept = await attempts.write(attempt).then(
    () => true,
    () => false,
  );
  present(attempt, kept ? await attempts.settle(attempt, doubt) : { refusal: notKept() });
}

/** What cannot be written to the disk first is not sent: a lost answer could not be asked for again. */
const notKept = () => ({ code: "", message: t("not.kept"), problem: {} });

function present(attempt, result) {
  if (result.unknown) return presentUnknown(attempt);
  busy = false;
  if (result.refusal) return presentRefusal(attempt, result.refusal);
  return presentAnswer(attempt, result);
}

function presentUnknown(attempt) {
  const who = attempts.mayNotAsk(attempt) ? t("unknown.cashier", { name: attempt.cashier }) : null;
  outcome.showUnknown(attempt.facts, who, {
    askAgain: () => {
      busy = false;
      carry(attempt);
    },
    putAside: async () => {
      busy = false;
      await attempts.setAside(attempt);
      finishSale(attempt);
      document.dispatchEvent(new CustomEvent("till:aside"));
    },
  });
}

function presentAnswer(attempt, { answer, before }) {
  const seen = () => attempts.forget(attempt);
  finishSale(attempt);
  if (attempt.kind === "payment") return outcome.showPaid(answer, seen, before ? t("paid.before") : undefined);
  if (attempt.kind === "refund") {
    const points = [answer.pointsBack > 0 && [t("refund.points-back"), String(answer.pointsBack)], answer.pointsTaken > 0 && [t("refund.points-taken"), String(answer.pointsTaken)],
      answer.cashBackTaken > 0 && [t("refund.cash-back"), write(answer.cashBackTaken, answer.amount.currency)], answer.cashBackOwed > 0 && [t("refund.cash-back-owed"), write(answer.cashBackOwed, answer.amount.currency)]];
    const sum = { ...answer.amount, amount: answer.tenders.reduce((all, { rounding }) => all + (rounding ?? 0), answer.amount.amount) };
    return outcome.showDone("refunded", sum, [...writtenTenders(answer), ...points.filter(Boolean)], seen);
  }
  const lines = [[t("top-up.balance"), written(answer.balance)]];
  return outcome.showDone("topped-up", answer.amount, lines, seen);
}

async function presentRefusal(attempt, refusal) {
  const seen = () => attempts.forget(attempt);
  const mine = attempt.kind === "payment" && attempt.facts.saleNumber === basket.saleNumber();
  const actions = mine && attempt.body.shown ? [[t("refused.cash"), () => document.dispatchEvent(new CustomEvent("till:cash"))]] : [];
  outcome.showRefused(refusal, attempt.facts, seen, actions);
  if (offers.lapsedBy(refusal, attempt.body.shown) || PRICED_OTHERWISE.includes(refusal.code)) {
    await basket.priceAgain().catch(() => null);
    await offers.priceNow().catch(() => null);
  }
}

/** The basket of this attempt is settled: the next customer's sale begins empty. */
function finishSale(attempt) {
  if (attempt.kind === "payment") basket.finishAsOf({ number: attempt.facts.saleNumber, lines: attempt.body.lines });
}

/** After a reload: asks about what was under way, with the same keys, and shows how each ended. */
export async function resumePending() {
  for (const attempt of await attempts.pending()) {
    if (attempt.aside) continue;
    await carry(attempt);
    await whenDismissed();
  }
}

function whenDismissed() {
  return new Promise((resolve) => {
    const check = () => (outcome.onScreen() ? setTimeout(check, 200) : resolve());
    check();
  });
}

/** Asks in the background about what was set aside, and says when it is known. */
export async function askAside() {
  for (const attempt of await attempts.pending()) {
    if (!attempt.aside || attempt.outcome) continue;
    const result = await attempts.send(attempt);
    if (!result) continue;
    const paid = Boolean(result.answer);
    await attempts.keepOutcome(attempt, { paid, detail: result.refusal?.message ?? null, payment: result.answer ?? null });
    play(paid ? "paid" : "refused");
    toast(t(paid ? "aside.paid" : "aside.refused", { sale: attemptName(attempt.facts) }));
    document.dispatchEvent(new CustomEvent("till:aside"));
  }
}
