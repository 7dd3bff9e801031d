/** The wallet on the phone: sign-in, then its pages under one row of tabs. */

import { get, onReach, Refusal, Unanswered } from "/assets/js/api.js";
import { h, icon, show } from "/assets/js/dom.js";
import { hasChosen, speak, t } from "/assets/js/i18n.js";
import { openHistory } from "./history.js";
import { openHome } from "./home.js";
import { openLottery } from "./lottery.js";
import { forget, isLeaving, member, merchantCode, recall, refresh, signOut } from "./member.js";
import { openPlan } from "./plan.js";
import { openPoints } from "./points.js";
import { openReceipts } from "./receipts.js";
import { openReminders } from "./reminders.js";
import { applySize, openSettings } from "./settings.js";
import { askSignIn } from "./sign-in.js";
import { openVouchers } from "./vouchers.js";

const PAGES = [
  ["pay", "wallet", openHome],
  ["vouchers", "ticket", openVouchers],
  ["history", "list", openHistory],
  ["points", "star", openPoints],
  ["receipts", "receipt", openReceipts],
  ["settings", "person", openSettings],
  ["lottery", "ticket", openLottery],
  ["reminders", "bell", openReminders],
  ["plan", "chart", openPlan],
];
/** Reached from the pages that lead to it, not by a tab of its own. */
const WITHOUT_TAB = ["lottery", "reminders", "plan"];
const OPTIONAL = ["vouchers", "points"];
const USED = "me.used";
/** So long the server may take before the customer sees what was last known. */
const PATIENCE_MILLIS = 1500;
const root = document.getElementById("me");
let stop = () => null;

applySize();
merchantCode();
navigator.serviceWorker?.register("/me/sw.js", { scope: "/me/" }).catch(() => null);
await speak("me");
document.title = t("wallet");
await start();

/**
 * Shows who is signed in; without a network, who was, and on a slow one until the answer is there. Whoever has signed out is not
 * shown again.
 */
async function start() {
  if (isLeaving() && !(await signOut())) return showUnreached(t("sign.out.later"));
  const answer = refresh();
  const early = (await isSlow(answer)) && (await recall());
  if (early) await openFor(early);
  try {
    const view = await answer;
    return early ? openAnew(early, view) : await openFor(view);
  } catch (failure) {
    if (failure instanceof Refusal && failure.status === 401) return leaveFor(() => forget().then(() => askSignIn(root, begin)));
    if (!(failure instanceof Refusal) && !(failure instanceof Unanswered)) throw failure;
    if (early) return null;
    const kept = await recall();
    return kept ? openFor(kept) : showUnreached(t("unreachable"));
  }
}

/** What this phone remembers may be of somebody else than of who has just signed in. */
async function begin() {
  await forget();
  await start();
}

function isSlow(answer) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLIS, true));
  return Promise.race([answer.then(() => false, () => false), late]);
}

/** The pages, in the customer's language unless another was chosen on this phone. */
async function openFor(view) {
  if (!hasChosen() && view.language) await speak("me", view.language);
  openPages();
}

/**
 * The page that was opened from memory, once more where the answer is another. Home looks by itself, and nothing is taken from
 * under the fingers of somebody who types.
 */
function openAnew(before, view) {
  const isBusy = document.querySelector("dialog[open]") ?? document.activeElement?.closest("input, select, textarea");
  if (isBusy || pageAt() === 0 || JSON.stringify(view) === JSON.stringify(before)) return null;
  return window.onhashchange?.();
}

/** Which page the address asks for; home where it asks for none. */
function pageAt() {
  const [page] = location.hash.slice(1).split("/");
  return Math.max(0, PAGES.findIndex(([name]) => page === name));
}

/** Ends the pages that are shown, if any are, for something else. */
function leaveFor(other) {
  stop();
  stop = () => null;
  window.onhashchange = null;
  show(root);
  return other();
}

/** There is no answer, and nothing to show without one. */
function showUnreached(text) {
  return show(
    root,
    h("div.entrance", null, h("div.card", null, h("span.brand", null, h("img", { src: "/assets/logo.svg", alt: "" }), t("wallet")), h("h1", null, t("offline.title")), h("p", null, text), h("button.primary", { type: "button", onclick: () => location.reload() }, t("again")))),
  );
}

/** A house without vouchers or points has no tabs for them; what was last known of it is remembered for the next start. */
function hideUnused(tabs) {
  const tab = (name) => tabs[PAGES.findIndex(([page]) => page === name)];
  const apply = (used) => OPTIONAL.forEach((name) => (tab(name).hidden = !used.includes(name)));
  apply(JSON.parse(localStorage.getItem(USED) ?? "[]"));
  Promise.all([get("/me/vouchers"), get("/me/points")]).then(
    ([vouchers, { points, tier }]) => {
      const used = [(vouchers.running || vouchers.mine.length > 0) && "vouchers", (points.length > 0 || tier?.tier || tier?.next) && "points"].filter(Boolean);
      localStorage.setItem(USED, JSON.stringify(used));
      apply(used);
    },
    () => null,
  );
}

function openPages() {
  const place = h("div.page");
  const offline = h("div.banner", { role: "status", hidden: member.fresh }, icon("warning"), t("offline"));
  onReach((whether) => (offline.hidden = whether));
  const tabs = PAGES.map(([name, sign]) => h("a", { href: `#${name}`, hidden: WITHOUT_TAB.includes(name) }, icon(sign), h("span", null, t(`tab.${name}`))));
  hideUnused(tabs);
  show(root, offline, place, h("nav.tabs", { ariaLabel: t("tabs") }, tabs));
  const turn = () => {
    const [, wanted] = location.hash.slice(1).split("/");
    const at = pageAt();
    tabs.forEach((tab, index) => (index === at ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current")));
    stop();
    window.scrollTo(0, 0);
    const ends = PAGES[at][2](place, wanted);
    stop = typeof ends === "function" ? ends : () => null; // a page that is still loading gives a promise
  };
  window.onhashchange = turn;
  turn();
}
