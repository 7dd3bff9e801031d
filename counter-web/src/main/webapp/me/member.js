/** Who is signed in on this phone; the last that was known of them is kept for when there is no network. */

import { call, get, newKey } from "/assets/js/api.js";
import { clear, fetchKept, keep } from "/assets/js/shelf.js";

const MERCHANT = "me.merchant";
const LEAVING = "me.leaving";
/** Another one each time that the member is forgotten, in whatever tab. */
const FORGOTTEN = "me.forgotten";

/** The member as last seen: {view, merchant, seenAt, fresh}. */
export const member = { view: null, merchant: null, seenAt: 0, fresh: false };

/** The merchant's code, from the address or from the last visit. */
export function merchantCode() {
  const asked = new URLSearchParams(location.search).get("m");
  if (asked) localStorage.setItem(MERCHANT, asked);
  return asked ?? localStorage.getItem(MERCHANT);
}

/** Keeps the merchant's code that was typed; null forgets the one of before. What the address says counts no more. */
export function setMerchantCode(code) {
  const address = new URL(location.href);
  address.searchParams.delete("m");
  history.replaceState(null, "", address);
  if (code) localStorage.setItem(MERCHANT, code);
  else localStorage.removeItem(MERCHANT);
}

let asked = 0;
let taken = 0;
let asking = null;

/** Asks the server who is signed in; throws its refusal, or Unanswered. */
export function refresh() {
  const now = ask().finally(() => {
    if (asking === now) asking = null;
  });
  asking = now;
  return now;
}

/** The same for who only looks: what is asked already is not asked again. */
export const lookAgain = () => asking ?? refresh();

/**
 * Answers may overtake each other on a slow network: an older one, or one to before the member was forgotten, says nothing any more.
 * Where another tab has forgotten them meanwhile, this one still shows the answer but does not keep it.
 */
async function ask() {
  const turn = ++asked;
  const forgotten = localStorage.getItem(FORGOTTEN);
  const [view, merchant] = await Promise.all([get("/me"), member.merchant ?? get("/me/session")]);
  if (turn < taken) return view;
  taken = turn;
  Object.assign(member, { view, merchant, seenAt: Date.now(), fresh: true });
  if (localStorage.getItem(FORGOTTEN) === forgotten) await keep("remembered", "member", { view, merchant, seenAt: member.seenAt });
  return view;
}

/** Whether the member was not seen for so long; always without a network. */
export const isUnseenFor = (millis) => !member.fresh || Date.now() - member.seenAt > millis;

/** The member as kept on this phone, or null. */
export async function recall() {
  const kept = await fetchKept("remembered", "member").catch(() => null);
  if (kept && !member.fresh) Object.assign(member, kept, { fresh: false });
  return kept?.view ?? null;
}

export async function forget() {
  taken = asked + 1;
  asking = null;
  localStorage.setItem(FORGOTTEN, newKey());
  Object.assign(member, { view: null, merchant: null, seenAt: 0, fresh: false });
  await clear("remembered");
}

/**
 * Ends the session and tells whether the server has. Until it has, the phone remembers that it is to leave: only the server can
 * take its cookie away.
 */
export async function signOut() {
  localStorage.setItem(LEAVING, "yes");
  const failure = await call("DELETE", "/me/session").then(() => null, (failed) => failed);
  const isOver = failure === null || failure.status === 401;
  if (isOver) stay();
  return isOver;
}

/** Whether somebody has signed out here of whom the server does not know it yet. */
export const isLeaving = () => localStorage.getItem(LEAVING) !== null;

/** Nobody is to leave any more: they have left, or somebody has signed in. */
export const stay = () => localStorage.removeItem(LEAVING);

/** The wallet this phone pays from: the member's first; null where none was opened yet. */
export const wallet = () => member.view?.wallets?.[0] ?? null;
