/**
 * Makes payment codes as the integrator guide describes: 24 digits from the phone's key and the time, without a network.
 */

const ascii = (text) => new TextEncoder().encode(text);

/** The phone's key as an object that no script can read back. */
export function importDeviceKey(secret) {
  const bytes = Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/** The code of a moment. device is {number, key, stepSeconds, prefix}. */
export async function paymentCode({ number, key, stepSeconds = 30, prefix = "80" }, epochSeconds) {
  const step = Math.floor(epochSeconds / stepSeconds);
  const hash = await crypto.subtle.sign("HMAC", key, ascii(`WC1:${number}:${step}`));
  const mac = (new DataView(hash).getBigUint64(0) % 10n ** 13n).toString().padStart(13, "0");
  const digest = await crypto.subtle.digest("SHA-256", ascii(mac));
  const mask = new DataView(digest).getUint32(0) % 1_000_000_000;
  return prefix + ((number + mask) % 1_000_000_000).toString().padStart(9, "0") + mac;
}
