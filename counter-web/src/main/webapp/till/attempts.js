/**
 * Commands that move money. Each gets its key once and is written to the disk, key and request together, before it is
 * sent for the first time. It is sent with that key until the server says yes or no, also after a reload; so it is done
 * at most once whatever is lost on the way. It is forgotten when the cashier has seen the outcome.
 */

import { at, newKey, Refusal, Unanswered } from "/assets/js/api.js";
import { allKept, drop, keep } from "/assets/js/shelf.js";
import { ask, isSignedIn, session } from "./session.js";

/** How long the till asks before it gives the cashier another way. */
export const PATIENCE_SECONDS = 45;
const PAUSES = [500, 1000, 2000, 3000];

/** A command to be: kind is "payment", "refund" or "top-up"; facts are for the screen. */
export function prepare(kind, path, body, facts) {
  const { id, name } = session.view.actor;
  return { key: newKey(), kind, path, body, facts, actor: id, cashier: name, madeAt: Date.now(), aside: false };
}

/** Writes an attempt to the disk; nothing is sent before this is done. */
export const write = (attempt) => keep("attempts", attempt.key, attempt);

/** Sends until the answer is certain. Gives {answer, before}, {refusal} or, when patience ends, {unknown: true}. */
export async function settle(attempt, onDoubt) {
  const end = performance.now() + PATIENCE_SECONDS * 1000;
  for (let sends = 0; ; sends++) {
    const outcome = await send(attempt);
    if (outcome) return outcome;
    onDoubt();
    if (performance.now() > end || mayNotAsk(attempt)) return { unknown: true };
    await pause(PAUSES[Math.min(sends, PAUSES.length - 1)]);
  }
}

/**
 * Whether somebody else is signed in than who began it. Their key would be another one, so that a refund could be made
 * twice. A payment may be asked for by anybody: its sale number is paid once. What is refused then says nothing of what
 * went through under the other key, so the sale is asked about.
 */
export const mayNotAsk = (attempt) => attempt.kind !== "payment" && !isSignedIn(attempt.actor);

/** Sends once; null where the answer says nothing certain. A payment that had gone through before is marked so. */
export async function send(attempt) {
  const outcome = await sendOnce(attempt);
  return outcome?.refusal && mayBePaid(attempt, outcome.refusal) ? paidBefore(attempt, outcome) : outcome;
}

const mayBePaid = ({ kind, actor }, { code }) => kind === "payment" && (!isSignedIn(actor) || code === "transactions.SALE_ALREADY_PAID");

/** The payment that has paid the sale, or else what was refused; null where nobody says. */
async function paidBefore(attempt, refused) {
  try {
    const { items } = await ask("GET", at("/payments", { saleNumber: attempt.facts.saleNumber }));
    const paid = items.find(({ state }) => state === "SUCCEEDED");
    return paid ? { answer: paid, before: true } : refused;
  } catch (failure) {
    if (failure instanceof Refusal || failure instanceof Unanswered) return null;
    throw failure;
  }
}

async function sendOnce(attempt) {
  try {
    const actor = attempt.kind === "payment" ? undefined : attempt.actor;
    const options = { body: attempt.body, key: attempt.key, actor, timeout: 8000 };
    return { answer: await ask("POST", attempt.path, options) };
  } catch (failure) {
    if (failure instanceof Refusal && failure.code !== "kernel.COMMAND_IN_FLIGHT") return { refusal: failure };
    if (failure instanceof Refusal || failure instanceof Unanswered) return null;
    throw failure;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The cashier has seen how it ended. */
export const forget = (attempt) => drop("attempts", attempt.key);

/** Puts an attempt aside, to be asked about in the background. */
export const setAside = (attempt) => keep("attempts", attempt.key, Object.assign(attempt, { aside: true }));

/** Keeps how an attempt that was set aside has ended, until the cashier has seen it. */
export const keepOutcome = (attempt, outcome) => keep("attempts", attempt.key, Object.assign(attempt, { outcome }));

/** What is not settled or not seen yet, oldest first. */
export async function pending() {
  const all = await allKept("attempts");
  return all.sort((one, other) => one.madeAt - other.madeAt);
}
