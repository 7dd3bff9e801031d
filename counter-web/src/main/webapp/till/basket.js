/**
 * The sale in hand: its number, made here, and its lines. Kept on this device, so that a reload or a new sign-in finds
 * it as it was. Amounts are whole numbers of minor units.
 */

import { ask, currency, session } from "./session.js";

const KEPT = "till.sale";
const COUNT = "till.count";
const MARKS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

let sale = restore();
const listeners = new Set();

function restore() {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
  if (kept && !kept.lines.length) delete kept.wish;
  return kept ?? { number: null, lines: [], selected: -1 };
}

function changed() {
  localStorage.setItem(KEPT, JSON.stringify(sale));
  for (const listener of listeners) listener();
}

/** Calls back after each change. */
export const onChange = (listener) => listeners.add(listener);

const NO_WISH = { vouchers: [], without: [], with: [], points: 0, of: null };

/** How the sale shall be priced: vouchers brought in by code, what the customer overrules, points to spend and whose they are. */
export const wish = () => ({ ...NO_WISH, ...sale.wish });

/** Changes some of it. Of an empty basket nothing is wished: what comes late was meant for the sale before. */
export function setWish(part) {
  if (isEmpty()) return;
  sale.wish = { ...wish(), ...part };
  changed();
}

export const lines = () => sale.lines;
export const isEmpty = () => sale.lines.length === 0;
export const selected = () => sale.selected;
export const total = () => sale.lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
export const count = () => sale.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Whether each line has a price; one that was taken up has none before its product is known. */
export const isPriced = () => sale.lines.every((line) => line.unitAmount !== null);

const described = ({ nameEn, nameZh, price }) => ({ nameEn: nameEn ?? "", nameZh, unitAmount: price.amount });

/** Adds a product; a second one of a kind raises the quantity of the first. */
export function addProduct(product, quantity = 1) {
  const at = sale.lines.findIndex((line) => line.sku === product.sku);
  if (at >= 0) {
    sale.lines[at].quantity += quantity;
    Object.assign(sale.lines[at], described(product));
  } else {
    sale.lines.push({ sku: product.sku, text: null, quantity, ...described(product) });
  }
  sale.selected = at >= 0 ? at : sale.lines.length - 1;
  changed();
}

/** Adds an amount without a product. */
export function addAmount(unitAmount, text) {
  sale.lines.push({ sku: null, text: text || null, quantity: 1, unitAmount });
  sale.selected = sale.lines.length - 1;
  changed();
}

/** Sets how many; none removes the line. With the last line the customer's wishes go: what is scanned next may be another's. */
export function setQuantity(at, quantity) {
  if (!sale.lines[at]) return;
  if (quantity < 1) sale.lines.splice(at, 1);
  else sale.lines[at].quantity = Math.min(quantity, 100000);
  if (isEmpty()) delete sale.wish;
  sale.selected = Math.min(quantity < 1 ? sale.selected : at, sale.lines.length - 1);
  changed();
}

/** Chooses the line that the keys + - and Delete change. */
export function select(at) {
  sale.selected = Math.max(0, Math.min(at, sale.lines.length - 1));
  changed();
}

/** The sale as it stands, to be ended as such later. */
export const inHand = () => ({ number: saleNumber(), lines: asRequest(), wish: wish() });

/**
 * Ends a sale as it stood when it was paid or parked. What was added to it since stays in hand, as a sale with a number of
 * its own; another sale is left alone.
 */
export function finishAsOf({ number, lines }) {
  if (number !== sale.number) return;
  const ended = new Map();
  for (const line of lines) ended.set(kindOf(line), (ended.get(kindOf(line)) ?? 0) + line.quantity);
  const added = [];
  for (const line of sale.lines) {
    const gone = Math.min(line.quantity, ended.get(kindOf(line)) ?? 0);
    ended.set(kindOf(line), (ended.get(kindOf(line)) ?? 0) - gone);
    if (line.quantity > gone) added.push({ ...line, quantity: line.quantity - gone });
  }
  putInHand([]); // whom the ended sale was for is forgotten with its last line
  if (added.length) putInHand(added);
}

function putInHand(lines) {
  sale = { number: null, lines, selected: lines.length - 1 };
  changed();
}

/** What makes two lines the same thing: the product, or an open line's text and price. */
const kindOf = ({ sku, text, unitAmount }) => sku ?? JSON.stringify([text ?? null, unitAmount]);

/** The number of the sale in hand; made when first asked for, and the same until it ends. */
export function saleNumber() {
  if (!sale.number) {
    sale.number = newNumber();
    changed();
  }
  return sale.number;
}

/** Store, till, day, this till's count of the day and four random marks: unique even after the count was lost. */
function newNumber() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const day = two(now.getFullYear() % 100) + two(now.getMonth() + 1) + two(now.getDate());
  const kept = JSON.parse(localStorage.getItem(COUNT) ?? "null");
  const next = kept?.day === day ? kept.count + 1 : 1;
  localStorage.setItem(COUNT, JSON.stringify({ day, count: next }));
  const random = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => MARKS[byte % MARKS.length]).join("");
  const code = (text) => text.replace(/[^A-Za-z0-9]/g, "").slice(0, 16);
  const { store, till } = session.place;
  return `${code(store.code)}-${code(till.code)}-${day}-${String(next).padStart(4, "0")}-${random}`;
}

/** The lines as the API takes them. */
export function asRequest() {
  return sale.lines.map(({ sku, text, quantity, unitAmount }) => ({
    sku,
    text,
    quantity,
    unitAmount: sku ? null : unitAmount,
  }));
}

/** Lets the server price the basket anew; tells whether the total has changed. */
export async function priceAgain() {
  if (isEmpty()) return false;
  const before = total();
  const asked = sale.number;
  const priced = await ask("POST", "/baskets/price", { body: { lines: asRequest(), currency: currency() } });
  if (asked === sale.number && priced.lines.length === sale.lines.length) {
    priced.lines.forEach((line, at) => {
      sale.lines[at].unitAmount = line.unitAmount;
    });
    changed();
  }
  return total() !== before;
}

/** Takes up lines that were parked. What is known of their products is to be filled in. */
export function takeUp(parkedLines, kept) {
  const lines = parkedLines.map((line) => ({ ...line, unitAmount: line.unitAmount ?? null }));
  sale = { number: newNumber(), lines, selected: 0, wish: kept };
  changed();
}

const isUnknown = (line) => Boolean(line.sku) && line.nameEn === undefined;

/** The codes of products that were taken up and of which nothing is known yet; each once. */
export const unknownProducts = () => [...new Set(sale.lines.filter(isUnknown).map((line) => line.sku))];

/** Fills in products that were taken up, by the code they were asked for with. Where a code has none, its line goes. */
export function fillIn(found) {
  sale.lines = sale.lines.filter((line) => !isUnknown(line) || found.get(line.sku) !== null);
  for (const line of sale.lines.filter(isUnknown)) {
    const product = found.get(line.sku);
    if (product) Object.assign(line, described(product));
  }
  sale.selected = Math.min(sale.selected, sale.lines.length - 1);
  if (isEmpty()) delete sale.wish;
  changed();
}
