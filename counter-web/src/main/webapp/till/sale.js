/** The sale screen: one field, the basket, the total, and what can be done with it. */

import { h, icon, show } from "/assets/js/dom.js";
import { choose, named, otherLang, t } from "/assets/js/i18n.js";
import { at, newKey, onReach, Refusal } from "/assets/js/api.js";
import { read } from "/assets/js/money.js";
import { openAmount } from "./amount.js";
import { pending } from "./attempts.js";
import * as basket from "./basket.js";
import { basketKeys, basketList, totalView } from "./basket-view.js";
import { cameraButton } from "./camera.js";
import { openCash } from "./cash.js";
import { closeDialog, isOpen, scanHandler, toast } from "./dialogs.js";
import { openHelp } from "./help.js";
import { openMembers } from "./members.js";
import { dismiss, onScreen } from "./outcome.js";
import { bringIn } from "./offers.js";
import { offersView, openOffers, sayBrought } from "./offers-view.js";
import { fillIn, isWholeAndPriced, openPark, openParked, parkedSales, takeAgain } from "./parked.js";
import { askAside, isBusy, payByWallet, resumePending } from "./pay.js";
import { looksLikePrize, openPrize, prizeBy } from "./prizes.js";
import { openRefund } from "./refund.js";
import { openSales } from "./sales.js";
import { classify, watch } from "./scanner.js";
import { searchField } from "./search.js";
import { ask, currency, session, signOut } from "./session.js";
import * as sound from "./sound.js";
import { isLookingUp, lookUp } from "./underway.js";

const KEYS = {
  F1: openHelp,
  F2: openCash,
  F3: openAmount,
  F4: openPark,
  F5: openOffers,
  F6: openParked,
  F7: () => openRefund(),
  F8: () => openMembers(),
  F9: openSales,
};

let search = null;

/** The customer's code that is being taken, or null. */
let paying = null;

/** Builds the screen and lets it work. */
export async function openSale(root) {
  search = searchField({ onText: enter, onProduct: pick, onKey: whileEmpty });
  search.element.append(await cameraButton(enter));
  show(
    root,
    topBar(),
    h("div.banner", { id: "unreachable", role: "alert", hidden: true }, icon("warning"), t("unreachable")),
    h("div.counter", null, h("section.work", null, search.element, basketList(), tools()), payPane()),
  );
  document.addEventListener("till:rest", rest);
  document.addEventListener("till:cash", openCash);
  document.addEventListener("till:parked", countParked);
  document.addEventListener("till:aside", countUnclear);
  window.addEventListener("keydown", shortcuts);
  watch(scanned, () => (isOpen() || onScreen() ? null : search.input));
  onReach((whether) => (document.getElementById("unreachable").hidden = whether));
  rest();
  await begin();
}

async function begin() {
  resumePending();
  basket.priceAgain().catch(() => null);
  fillIn();
  takeAgain();
  countParked();
  countUnclear();
  setInterval(askAside, 15000);
  setInterval(countParked, 60000);
}

/**
 * Puts the cursor back where scans and searches go. The field gets the focus anew: after a dialog with a field of its
 * own, Chromium may leave the focus here and the cursor nowhere, and what is typed is lost.
 */
function rest() {
  if (isOpen() || onScreen()) return;
  search.input.blur();
  search.input.focus();
}

function topBar() {
  const { store, till } = session.place;
  const soundButton = h("button.quiet", { type: "button" });
  const paintSound = () => {
    const label = t(sound.isOn() ? "sound.on" : "sound.off");
    soundButton.setAttribute("aria-label", label);
    soundButton.title = label;
    show(soundButton, icon(sound.isOn() ? "sound" : "mute"));
  };
  soundButton.addEventListener("click", () => (sound.turn(!sound.isOn()), paintSound(), rest()));
  paintSound();
  const quiet = (label, run, ...content) => h("button.quiet", { type: "button", title: label, ariaLabel: label, onclick: run }, content);
  return h(
    "header.top",
    null,
    h("h1.brand", null, h("img", { src: "/assets/logo.svg", alt: "" }), named(session.view.merchant)),
    h("button.quiet.place", { type: "button", title: t("place.change"), onclick: changePlace }, `${named(store)} · ${till.name}`),
    h("span.grow"),
    soundButton,
    h("button.quiet", { type: "button", lang: otherLang() === "zh" ? "zh-CN" : "en", onclick: () => choose(otherLang()) }, otherLang() === "zh" ? "中文" : "English"),
    quiet(t("help.title"), openHelp, icon("help")),
    h("button.quiet", { type: "button", title: t("sign.out"), onclick: leave }, icon("leave"), session.view.actor.name),
  );
}

function changePlace() {
  if (isBusy()) return;
  localStorage.removeItem("till.place");
  location.reload();
}

function leave() {
  if (!isBusy()) signOut();
}

const unlessBusy = (run) => () => (isBusy() ? null : run());

function tools() {
  const tool = (key, sign, text, run, id) =>
    h("button", { type: "button", id, onclick: unlessBusy(run) }, icon(sign), h("span", null, text), h("span.count.number", { hidden: true }), h("kbd", null, key));
  return h(
    "nav.tools",
    { ariaLabel: t("tools") },
    tool("F3", "plus", t("tool.amount"), openAmount, "tool-amount"),
    tool("F5", "ticket", t("tool.offers"), openOffers, "tool-offers"),
    tool("F6", "clock", t("tool.parked"), openParked, "tool-parked"),
    tool("F7", "back", t("tool.refund"), () => openRefund(), "tool-refund"),
    tool("F8", "person", t("tool.members"), () => openMembers(), "tool-members"),
    tool("F9", "list", t("tool.sales"), openSales, "tool-sales"),
  );
}

function payPane() {
  const cash = h("button.primary.wide.big", { type: "button", id: "pay-cash", onclick: unlessBusy(openCash) }, icon("cash"), t("pay.cash"), h("kbd", null, "F2"));
  const park = h("button.wide", { type: "button", id: "park", onclick: unlessBusy(openPark) }, icon("pause"), t("tool.park"), h("kbd", null, "F4"));
  const invitation = h("div.invitation", { id: "pay-wallet" });
  const paint = () => {
    cash.disabled = basket.isEmpty();
    park.disabled = basket.isEmpty();
    invitation.classList.toggle("ready", !basket.isEmpty());
    show(
      invitation,
      icon("wallet"),
      h("div", null, h("b", null, t(basket.isEmpty() ? "pay.idle" : "pay.wallet")), h("p.small", null, t(basket.isEmpty() ? "pay.idle.hint" : "pay.wallet.hint"))),
    );
  };
  basket.onChange(paint);
  paint();
  return h("aside.pay", { ariaLabel: t("pay") }, h("div", null, totalView(), offersView()), h("div.ways", null, invitation, cash, park));
}

/** A scan: what is on screen may want it; else it belongs to the sale. */
function scanned(text) {
  if (document.querySelector("dialog.again")) return notNow(text); // nobody is signed in who could be asked for
  const scan = classify(text);
  if (onScreen()) {
    if (onScreen() === "paid" && scan.kind === "payment-code") return sound.play("no"); // the code that has paid may come twice
    if (onScreen() !== "paid") return notNow(text);
    dismiss();
  }
  if (isBusy()) return notNow(text);
  const begun = !basket.isEmpty() || isLookingUp();
  const payNow = scan.kind === "payment-code" && begun && !scanHandler()?.identifies;
  if (scanHandler() && !payNow) return scanHandler()(text);
  closeDialog();
  sound.play("scan");
  return enter(text);
}

/** What comes while the till waits belongs to no sale: it is refused, to be heard and read. The code that is being taken may come twice. */
function notNow(text) {
  const { kind, value } = classify(text);
  if (value === paying) return;
  sound.play("no");
  if (onScreen() === "refused") return toast(t("busy.refused"));
  toast(kind === "payment-code" ? t("busy.code") : t("busy", { text }));
}

/** A product that was chosen from what the search has found. */
function pick(product) {
  if (isBusy()) return notNow(product.sku);
  return basket.addProduct(product);
}

/** A text that was scanned or entered, with what the search has found for it so far. */
function enter(text, found = []) {
  const scan = classify(text);
  search.clear();
  if (isBusy()) return notNow(text);
  if (scan.kind === "payment-code") return payOrLook(scan.value);
  if (scan.kind === "receipt") return openRefund(text);
  if (scan.kind === "amount") return enterAmount(scan.value);
  return addByCode(scan, found, text);
}

function enterAmount(text) {
  const minor = read(text, currency());
  if (minor > 0) basket.addAmount(minor, null);
  else toast(t("amount.unclear"));
}

/** A customer's code pays for the goods in hand, once all are there; where there are none, it says who stands here. */
async function payOrLook(code) {
  paying = code;
  try {
    if (await isWholeAndPriced()) await (basket.isEmpty() ? openMembers(code) : payByWallet(code));
  } finally {
    paying = null;
  }
}

async function addByCode(scan, found, text) {
  const asked = scan.whole ?? scan.value;
  try {
    await lookUp(asked, addFound(scan, found, text));
  } catch {
    sound.play("no");
    toast(t("look-up.unanswered", { text: asked }));
  }
}

/** Adds what has this code to the sale it was entered for; false where that is nothing or unclear. Throws where the server did not say what it is. */
async function addFound(scan, found, text) {
  const asked = scan.whole ?? scan.value;
  const sale = basket.saleNumber();
  const exact = await productBy(scan).catch(nullIfRefused);
  const products = exact || found.length ? found : await productsLike(scan.value);
  if (basket.saleNumber() !== sale) return (sound.play("no"), toast(t("look-up.late", { text: asked })));
  if (exact) return basket.addProduct(...exact);
  if (products.length === 1) return basket.addProduct(products[0], scan.quantity);
  if (!products.length && ((await tookPrize(text)) || (await tookVoucher(text.trim(), sale)))) return true;
  sound.play("no");
  toast(products.length ? t("search.many", { text: asked }) : t(looksLikePrize(text) ? "prize.none" : "search.none", { text: asked }));
  search.input.value = asked;
  search.input.select();
  search.input.dispatchEvent(new Event("input"));
  return false;
}

const nullIfRefused = (failure) => (failure instanceof Refusal ? null : Promise.reject(failure));

/** The product of a code, and how many. Where "2x…" may be the beginning of a code as well as a count, the code comes first. */
async function productBy({ value, quantity, whole }) {
  const byCode = (code) => ask("GET", `/products/by-code/${encodeURIComponent(code)}`);
  const other = whole && (await byCode(whole).catch(nullIfRefused));
  return other ? [other, 1] : [await byCode(value), quantity];
}

/** Whether the text was the code of a prize, which is on screen then. Asking changes nothing, so it comes before vouchers. */
async function tookPrize(text) {
  if (!looksLikePrize(text)) return false;
  const prize = await prizeBy(text).catch(nullIfRefused);
  if (prize) openPrize(prize);
  return prize !== null;
}

/** Whether the text was a voucher's code; if so, the sale uses it or the cashier has been told why it cannot. */
async function tookVoucher(text, sale) {
  if (basket.isEmpty() || basket.saleNumber() !== sale || !/^[A-Za-z0-9-]{8,40}$/.test(text)) return false;
  try {
    sayBrought(await bringIn(text, newKey()));
    return true;
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    if (["vouchers.CODE_UNKNOWN", "vouchers.CODE_MISREAD"].includes(failure.code)) return false;
    sound.play("no");
    toast(failure.message);
    return true;
  }
}

async function productsLike(text) {
  const page = await ask("GET", at("/products", { text, limit: 5 })).catch(nullIfRefused);
  return page?.items ?? [];
}

function whileEmpty(event) {
  if (event.key === "?" || event.key === "？") {
    event.preventDefault();
    return openHelp();
  }
  return basketKeys(event);
}

function shortcuts(event) {
  const run = KEYS[event.key];
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (!run) return strayKey(event);
  event.preventDefault();
  if (!isBusy() && !onScreen() && !document.querySelector("dialog.again")) run();
}

/** After a touch of the basket nothing has the focus, or a button of a line; the keys of the empty field work all the same. */
function strayKey(event) {
  const astray = event.target === document.body || event.target.closest?.(".lines");
  if (!astray || search.input.value !== "" || document.querySelector("dialog[open]")) return;
  whileEmpty(event);
  if (event.defaultPrevented) rest(); // the next key goes on from the line this one chose
}

async function countParked() {
  const sales = await parkedSales().catch(() => []);
  badge("tool-parked", sales.length);
}

async function countUnclear() {
  const waiting = (await pending()).filter((attempt) => attempt.aside);
  badge("tool-sales", waiting.length);
}

function badge(id, count) {
  const place = document.querySelector(`#${id} .count`);
  place.hidden = count === 0;
  place.textContent = String(count);
}

