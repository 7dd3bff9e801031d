/** This phone's key for payment codes, and the time it goes by. */

import { get, post, serverAhead } from "/assets/js/api.js";
import { clear, fetchKept, keep } from "/assets/js/shelf.js";
import { importDeviceKey } from "./payment-code.js";

const AHEAD = "me.ahead";
const KEY = "key";

/** Whether this page may make codes at all: browsers give keys to pages under HTTPS only. */
export const canMakeCodes = () => Boolean(globalThis.crypto?.subtle);

/** The key of this phone for a member; enrols the phone where it has none and there is a network. */
export async function deviceOf(memberId) {
  const kept = await fetchKept("device", KEY);
  if (kept?.memberId === memberId) return kept;
  const { number, secret, stepSeconds, prefix } = await post("/me/devices", {});
  const device = { memberId, number, stepSeconds, prefix, key: await importDeviceKey(secret) };
  await keep("device", KEY, device);
  return device;
}

/**
 * Whether the server has ended this key; it is forgotten then, so that the phone enrols again. Without an answer nobody
 * knows, and the key goes on.
 */
export async function hasEnded({ number }) {
  const failure = await get(`/me/devices/${number}`).catch((failed) => failed);
  if (failure?.code !== "members.NO_SUCH_DEVICE") return false;
  await forgetDevice();
  return true;
}

/** Forgets the key: after signing out this phone makes no more codes. */
export const forgetDevice = () => clear("device");

/** The time in seconds, by the server's clock where the phone's own has been seen to be wrong. */
export function now() {
  const ahead = serverAhead();
  if (ahead !== null) localStorage.setItem(AHEAD, String(ahead));
  const known = Number(localStorage.getItem(AHEAD) ?? 0);
  return Date.now() / 1000 + (Math.abs(known) > 3 ? known : 0);
}
