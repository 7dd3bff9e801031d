/**
 * Keeps the pages of the wallet on the phone, so that the payment code shows without a network. The network comes
 * first; what is kept answers when it does not, and when a proxy does for a server that is stopped. Pages ask for their
 * files one after the other, so a network that was silent for one is not waited for with the next, until it answers again or the
 * page is loaded anew. Data of the API is never kept.
 */

const KEPT = "wallet-1";
const PATIENCE_MILLIS = 3000;
const SILENCE_MILLIS = 30_000;
const SHELL = [
  "/me/",
  "/me/me.css",
  "/me/main.js",
  "/me/sign-in.js",
  "/me/home.js",
  "/me/device.js",
  "/me/payment-code.js",
  "/me/history.js",
  "/me/plan.js",
  "/me/points.js",
  "/me/trips.js",
  "/me/receipts.js",
  "/me/birthday.js",
  "/me/settings.js",
  "/me/gift.js",
  "/me/vouchers.js",
  "/me/reminders.js",
  "/me/lottery.js",
  "/me/member.js",
  "/me/manifest.webmanifest",
  "/assets/tokens.css",
  "/assets/counter.css",
  "/assets/logo.svg",
  "/assets/js/api.js",
  "/assets/js/birthday.js",
  "/assets/js/code128.js",
  "/assets/js/dom.js",
  "/assets/js/i18n.js",
  "/assets/js/money.js",
  "/assets/js/qr.js",
  "/assets/js/shelf.js",
  "/assets/i18n/me-en.js",
  "/assets/i18n/me-zh.js",
];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(SHELL)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const stale = async () => (await caches.keys()).filter((name) => name !== KEPT).map((name) => caches.delete(name));
  event.waitUntil(stale().then((all) => Promise.all(all)));
  self.clients.claim();
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  const ours = address.origin === location.origin && /^\/(me|assets)\//.test(address.pathname);
  if (event.request.method === "GET" && ours) event.respondWith(answer(event.request, address.pathname));
});

let silentUntil = 0;

async function answer(request, path) {
  const cache = await caches.open(KEPT);
  const isSilent = Date.now() < silentUntil && request.mode !== "navigate";
  const known = isSilent && SHELL.includes(path) && (await cache.match(path));
  if (known) return known;
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    silentUntil = 0;
    if (response.ok && SHELL.includes(path)) await cache.put(path, response.clone());
    return response.status >= 500 ? ((await cache.match(path)) ?? response) : response;
  } catch (failure) {
    silentUntil = Date.now() + SILENCE_MILLIS;
    const kept = await cache.match(path);
    if (kept) return kept;
    throw failure;
  }
}
