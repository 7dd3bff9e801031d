/** Who is signed in on this phone; the last that was known of them is kept for when there is no network. */

import { get } from "/assets/js/api.js";
import { clear, fetchKept, keep } from "/assets/js/shelf.js";

const MERCHANT = "me.merchant";

/** The member as last seen: {view, merchant, seenAt, fresh}. */
export const member = { view: null, merchant: null, seenAt: 0, fresh: false };

/** The merchant's code, from the address or from the last visit. */
export function merchantCode() {
  const asked = new URLSearchParams(location.search).get("m");
  if (asked) localStorage.setItem(MERCHANT, asked);
  return asked ?? localStorage.getItem(MERCHANT);
}

export const setMerchantCode = (code) => localStorage.setItem(MERCHANT, code);

/** Asks the server who is signed in; throws its refusal, or Unanswered. */
export async function refresh() {
  const [view, merchant] = await Promise.all([get("/me"), member.merchant ?? get("/me/session")]);
  Object.assign(member, { view, merchant, seenAt: Date.now(), fresh: true });
  await keep("remembered", "member", { view, merchant, seenAt: member.seenAt });
  return view;
}

/** The member as kept on this phone, or null. */
export async function recall() {
  const kept = await fetchKept("remembered", "member").catch(() => null);
  if (kept) Object.assign(member, kept, { fresh: false });
  return kept?.view ?? null;
}

export async function forget() {
  Object.assign(member, { view: null, merchant: null, seenAt: 0, fresh: false });
  await clear("remembered");
}

/** The wallet this phone pays from: the member's first. */
export const wallet = () => member.view?.wallets?.[0] ?? null;
