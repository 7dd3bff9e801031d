/** Sales set aside for a moment: park this one, take another up. */

import { fill, h, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { at, newKey, Refusal, Unanswered } from "/assets/js/api.js";
import { write } from "/assets/js/money.js";
import * as basket from "./basket.js";
import { explain, faultLine, field, openDialog, toast } from "./dialogs.js";
import * as offers from "./offers.js";
import { ask, currency, isSignedIn, session } from "./session.js";
import { alone, isWorking, isWhole, lookUp } from "./underway.js";

/** Asks for a label and parks the sale in hand, once it is whole: under one label once, however often it is sent. */
export async function openPark() {
  if (isWorking() || !(await isWhole()) || basket.isEmpty()) return;
  const time = new Date().toTimeString().slice(0, 5);
  const keys = new Map();
  openDialog(t("park.title"), (body, footer, close) => {
    const label = h("input", { maxLength: 60, autocomplete: "off", placeholder: t("park.example"), "data-first": true });
    const fault = faultLine();
    const park = async (event) => {
      event.preventDefault();
      if (isWorking()) return;
      const name = label.value.trim() || time;
      const key = keys.get(name) ?? newKey();
      keys.set(name, key);
      try {
        await alone(() => parkAs(name, key));
        close();
        toast(t("park.done", { label: name }));
        document.dispatchEvent(new CustomEvent("till:parked"));
      } catch (failure) {
        explain(fault, failure);
        if (!fault.isConnected) toast(fault.textContent);
      }
    };
    show(body, fill(h("form", { id: "park-form", onsubmit: park }), field(t("park.label"), label)), fault);
    footer.append(submit("park-form", t("park.do")));
  });
}

/** What is parked is the sale as it was sent, whatever is done to the one in hand before the answer comes. */
async function parkAs(label, key) {
  const sent = basket.inHand();
  const parked = await ask("POST", "/parked-sales", { key, body: { storeId: session.place.store.id, label, lines: sent.lines } });
  keepWish(parked.id, sent.wish);
  basket.finishAsOf(sent);
}

const WISHES = "till.parked.wishes";
const MOST_WISHES = 50;

/** What a customer overruled waits on this device while the sale is parked; at another till the best price is chosen anew. */
function keepWish(id, wish) {
  const kept = Object.entries(JSON.parse(localStorage.getItem(WISHES) ?? "{}")).slice(1 - MOST_WISHES);
  localStorage.setItem(WISHES, JSON.stringify(Object.fromEntries([...kept, [id, { ...wish, points: 0 }]])));
}

function takeWish(id) {
  const { [id]: wish, ...others } = JSON.parse(localStorage.getItem(WISHES) ?? "{}");
  localStorage.setItem(WISHES, JSON.stringify(others));
  return wish;
}

const TAKING = "till.taking";

/** What was asked for and not answered yet, by its sale. The server gives a parked sale to one command only, so its key is kept. */
const taking = () => JSON.parse(localStorage.getItem(TAKING) ?? "{}");

function keepTaking(id, command) {
  const { [id]: before, ...others } = taking();
  localStorage.setItem(TAKING, JSON.stringify(command ? { ...others, [id]: command } : others));
}

/** Takes up a parked sale; after a lost answer, with the same key, which another cashier's try leaves. Where another sale has begun meanwhile, it is asked for again. */
async function take(id) {
  const before = taking()[id];
  const command = before && isSignedIn(before.actor) ? before : { key: newKey(), actor: session.view.actor.id };
  keepTaking(id, command);
  const taken = await ask("POST", `/parked-sales/${id}/resume`, { ...command, body: {} }).catch((failure) => {
    if (failure instanceof Refusal && failure.code !== "kernel.COMMAND_IN_FLIGHT") keepTaking(id, before && before !== command ? before : null);
    throw failure;
  });
  if (!basket.isEmpty()) return;
  keepTaking(id, null);
  document.dispatchEvent(new CustomEvent("till:parked"));
  basket.takeUp(taken.lines, takeWish(id));
}

let filling = false;

/**
 * Asks for the products that were taken up, for their names and prices of now. What is not sold any more is told and left
 * out; where an answer is lost, that is told, and it is asked for again with the next change of the basket.
 */
export async function fillIn() {
  const codes = basket.unknownProducts();
  if (filling || !codes.length) return;
  filling = true;
  const whole = await lookUp("", fillInWith(codes)).then(
    () => true,
    () => false,
  );
  filling = false;
  if (whole) fillIn(); // another sale may have been taken up meanwhile
}

/** Fails where an answer was lost, once what is known is filled in; tells whether all is still sold. */
async function fillInWith(codes) {
  const found = await Promise.all(codes.map(async (code) => [code, await productOf(code)]));
  const known = found.filter(([, product]) => product !== undefined);
  const those = (what) => found.filter(([, product]) => product === what).map(([code]) => code).join(", ");
  if (known.length) basket.fillIn(new Map(known));
  const [gone, lost] = [those(null), those(undefined)];
  if (gone || lost) toast([gone && t("parked.gone", { skus: gone }), lost && t("parked.unknown", { skus: lost })].filter(Boolean).join(" "));
  if (lost) throw new Unanswered(lost);
  return !gone;
}

/** The product with a code; null where it is not sold any more, undefined where nobody says. */
async function productOf(code) {
  try {
    const product = await ask("GET", `/products/by-code/${encodeURIComponent(code)}`);
    return product.active === false ? null : product;
  } catch (failure) {
    return failure.code === "orders.NO_SUCH_PRODUCT" ? null : undefined;
  }
}

basket.onChange(fillIn);

/** Waits until the sale in hand is whole, as isWhole does. What has no price yet is asked for again: without one it cannot be paid. */
export function isWholeAndPriced() {
  if (!basket.isPriced() && !offers.current()) fillIn();
  return isWhole();
}

/** Asks again for parked sales whose answers were lost, while none is in hand; tells whether one is now. */
export async function takeAgain() {
  for (const [id, { actor }] of Object.entries(taking())) {
    if (basket.isEmpty() && isSignedIn(actor)) await take(id).catch(() => null);
  }
  return !basket.isEmpty();
}

/** A submit button that stands outside its form. */
export function submit(form, label) {
  const button = h("button.primary.wide", { type: "submit" }, label, h("kbd", null, "Enter"));
  button.setAttribute("form", form);
  return button;
}

/** The parked sales of the store, newest first. */
export async function parkedSales() {
  const answer = await ask("GET", at("/parked-sales", { storeId: session.place.store.id }));
  return answer.items ?? answer;
}

/** Lists the parked sales, to take one up. */
export function openParked() {
  openDialog(t("parked.title"), async (body, footer, close) => {
    const fault = faultLine();
    const list = h("ul.rows");
    show(body, !basket.isEmpty() && h("p.hint", null, t("parked.first")), fault, list);
    if (basket.isEmpty() && (await takeAgain())) return close();
    try {
      const sales = await parkedSales();
      show(list, sales.map((sale) => parkedRow(sale, close, fault)));
      if (!sales.length) list.append(h("li.none.faint", null, t("parked.none")));
      list.querySelector("button")?.focus();
    } catch (failure) {
      explain(fault, failure);
    }
  });
}

function parkedRow(sale, close, fault) {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(sale.parkedAt)) / 60000));
  const age = minutes < 60 ? t("age.minutes", { n: minutes }) : t("age.hours", { n: Math.floor(minutes / 60) });
  const quantity = sale.lines.reduce((sum, line) => sum + line.quantity, 0);
  const resume = async () => {
    try {
      await take(sale.id);
      close();
    } catch (failure) {
      explain(fault, failure);
    }
  };
  return h(
    "li",
    null,
    h(
      "div.what",
      null,
      h("b", null, sale.label),
      h("span.faint.small", null, [age, sale.cashier, t("total.count", { n: quantity })].join(" · ")),
    ),
    h("span.money", null, write(sale.total, currency())),
    h("button.primary", { type: "button", onclick: resume, disabled: !basket.isEmpty() }, t("parked.resume")),
  );
}
