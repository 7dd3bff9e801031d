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
import { openPark, openParked, parkedSales, takeAgain } from "./parked.js";
import { askAside, isBusy, payByWallet, resumePending } from "./pay.js";
import { looksLikePrize, openPrize, prizeBy } from "./prizes.js";
import { openRefund } from "./refund.js";
import { openSales } from "./sales.js";
import { classify, watch } from "./scanner.js";
import { searchField } from "./search.js";
import { ask, currency, session, signOut } from "./session.js";
import * as sound from "./sound.js";

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

/** Builds the screen and lets it work. */
export async function openSale(root) {
  search = searchField({ onText: enter, onProduct: (product) => basket.addProduct(product), onKey: whileEmpty });
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

function tools() {
  const tool = (key, sign, text, run, id) =>
    h("button", { type: "button", id, onclick: run }, icon(sign), h("span", null, text), h("span.count.number", { hidden: true }), h("kbd", null, key));
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
  const cash = h("button.primary.wide.big", { type: "button", id: "pay-cash", onclick: openCash }, icon("cash"), t("pay.cash"), h("kbd", null, "F2"));
  const park = h("button.wide", { type: "button", id: "park", onclick: openPark }, icon("pause"), t("tool.park"), h("kbd", null, "F4"));
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
  const scan = classify(text);
  if (onScreen()) {
    if (onScreen() !== "paid" || scan.kind === "payment-code") return sound.play("no");
    dismiss();
  }
  if (isBusy()) return sound.play("no");
  const payNow = scan.kind === "payment-code" && !basket.isEmpty() && !scanHandler()?.identifies;
  if (scanHandler() && !payNow) return scanHandler()(text);
  closeDialog();
  sound.play("scan");
  return enter(text);
}

/** A text that was scanned or entered, with what the search has found for it so far. */
function enter(text, found = []) {
  const scan = classify(text);
  search.clear();
  if (scan.kind === "payment-code") return basket.isEmpty() ? openMembers(scan.value) : payByWallet(scan.value);
  if (scan.kind === "receipt") return openRefund(text);
  if (scan.kind === "amount") return enterAmount(scan.value);
  return addByCode(scan, found, text);
}

function enterAmount(text) {
  const minor = read(text, currency());
  if (minor > 0) basket.addAmount(minor, null);
  else toast(t("amount.unclear"));
}

async function addByCode(scan, found, text) {
  const { value, quantity } = scan;
  const asked = scan.whole ?? value;
  try {
    basket.addProduct(...(await productBy(scan)));
  } catch (failure) {
    if (!(failure instanceof Refusal)) return toast(t("unreachable.detail"));
    const products = found.length ? found : await productsLike(value);
    if (products.length === 1) return basket.addProduct(products[0], quantity);
    if (!products.length && ((await tookPrize(text)) || (await tookVoucher(text.trim())))) return;
    sound.play("no");
    toast(products.length ? t("search.many", { text: asked }) : t(looksLikePrize(text) ? "prize.none" : "search.none", { text: asked }));
    search.input.value = asked;
    search.input.select();
    search.input.dispatchEvent(new Event("input"));
  }
}

/** The product of a code, and how many. Where "2x…" may be the beginning of a code as well as a count, the code comes first. */
async function productBy({ value, quantity, whole }) {
  const byCode = (code) => ask("GET", `/products/by-code/${encodeURIComponent(code)}`);
  const other = whole && (await byCode(whole).catch((failure) => (failure instanceof Refusal ? null : Promise.reject(failure))));
  return other ? [other, 1] : [await byCode(value), quantity];
}

/** Whether the text was the code of a prize, which is on screen then. Asking changes nothing, so it comes before vouchers. */
async function tookPrize(text) {
  if (!looksLikePrize(text)) return false;
  const prize = await prizeBy(text).catch(() => null);
  if (prize) openPrize(prize);
  return prize !== null;
}

/** Whether the text was a voucher's code; if so, the sale uses it or the cashier has been told why it cannot. */
async function tookVoucher(text) {
  if (basket.isEmpty() || !/^[A-Za-z0-9-]{8,40}$/.test(text)) return false;
  try {
    sayBrought(await bringIn(text, newKey()));
    return true;
  } catch (failure) {
    if (["vouchers.CODE_UNKNOWN", "vouchers.CODE_MISREAD"].includes(failure.code)) return false;
    sound.play("no");
    toast(failure instanceof Refusal ? failure.message : t("unreachable.detail"));
    return true;
  }
}

async function productsLike(text) {
  const page = await ask("GET", at("/products", { text, limit: 5 })).catch(() => ({ items: [] }));
  return page.items;
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
  if (!run || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (!isBusy() && !onScreen()) run();
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

