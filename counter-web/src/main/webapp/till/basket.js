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

/** Adds a product; a second one of a kind raises the quantity of the first. */
export function addProduct(product, quantity = 1) {
  const at = sale.lines.findIndex((line) => line.sku === product.sku);
  if (at >= 0) {
    sale.lines[at].quantity += quantity;
    sale.lines[at].unitAmount = product.price.amount;
  } else {
    const { sku, nameEn, nameZh } = product;
    sale.lines.push({ sku, nameEn, nameZh, text: null, quantity, unitAmount: product.price.amount });
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

/** Ends the sale in hand: paid, parked or dropped. The next one gets a number of its own. */
export function finish() {
  sale = { number: null, lines: [], selected: -1 };
  changed();
}

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
      sale.lines[at].nameEn ??= line.sku ? line.text : undefined;
    });
    changed();
  }
  return total() !== before;
}

/** Takes up lines that were parked. */
export async function takeUp(parkedLines, kept) {
  sale = { number: null, lines: parkedLines.map((line) => ({ ...line, unitAmount: line.unitAmount ?? 0 })), selected: 0 };
  if (kept) setWish(kept);
  saleNumber();
  await priceAgain();
}
