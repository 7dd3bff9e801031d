/**
 * What the sale in hand costs this customer: promotions, vouchers and points, as the server reckons them. It follows the
 * basket; while no answer fits the basket as it stands, the list price is shown and the server has the last word.
 */

import { newKey } from "/assets/js/api.js";
import { ask, currency, session } from "./session.js";
import * as basket from "./basket.js";

const PAUSE = 180;

/** How long what a payment code showed is used, in milliseconds. Most codes live longer; one that ends sooner, the server refuses. */
const CODE_LIVES = 50000;

/** The customer of this sale, if they were recognised: what they showed, until when that can pay, and their name once it is known. */
let customer = null;
/** The name of the customer whose code has expired in the middle of the sale, or null. */
let lapsed = null;
let lapsing = null;
let priced = null;
let unreachable = false;
let due = 0;
let waiting = null;
const listeners = new Set();

/** Calls back after each change of the price. */
export const onChange = (listener) => listeners.add(listener);

const tell = () => listeners.forEach((listener) => listener());

/** The price that fits the basket as it stands, or null. */
export const current = () => (priced?.basket === picture() ? priced.quote : null);

/** Whether the last try to reach the server failed. */
export const isUnreachable = () => unreachable;

/** What is to be paid, as far as is known. */
export const payable = () => current()?.payable.amount ?? basket.total();

/** The customer as the last price names them, or null. */
export const who = () => (customer && priced?.quote.memberId ? priced.quote : null);

/** What the customer showed, for the payment; a payment code lives for a minute only. */
export const shown = () => (customer && Date.now() < customer.until ? customer.shown : null);

/** Takes note of a customer's card, code or token. Where that is not taken, the sale goes on with whom it had before. */
export async function recognise(text, isPaymentCode) {
  const before = [customer, lapsed];
  const found = { shown: text, until: isPaymentCode ? Date.now() + CODE_LIVES : Infinity, name: null };
  know(found, null);
  try {
    return await priceNow();
  } catch (failure) {
    if (customer === found) {
      know(...before);
      priceNow().catch(() => null);
    }
    throw failure;
  }
}

/** Sets whom the sale is for, and whose code has expired. */
function know(person, gone) {
  [customer, lapsed] = [person, gone];
  clearTimeout(lapsing);
  if (person && person.until !== Infinity) lapsing = setTimeout(lapse, person.until - Date.now());
}

/**
 * A payment code has had its time. Whoever holds only an old code is not known to be there, so nothing of theirs may be used
 * with it any more; the cashier is told, and one more scan brings it all back.
 */
function lapse() {
  know(null, customer.name);
  if (!basket.isEmpty()) priceNow().catch(() => null);
}

/**
 * Lets the customer's code lapse where the server takes no more what it took before, and tells whether it was so. It is not
 * asked about that code again: each time would count as a wrong one.
 */
export function lapsedBy(failure, code) {
  const isOver = failure.code === "members.CODE_INVALID" && customer?.name && customer.shown === code;
  if (isOver) know(null, customer.name);
  return Boolean(isOver);
}

/** The name of the customer whose code has expired meanwhile; null where none has. */
export const expired = () => lapsed;

/** The sale goes on without the customer. */
export function forgetCustomer() {
  know(null, null);
  basket.setWish({ points: 0 });
}

const wishOf = () => basket.wish();

/** All that the price depends on, as text. */
const picture = () => JSON.stringify([basket.asRequest(), asRequest(customer?.shown), customer?.shown ?? null]);

/** Asks for the price in a moment; the last change counts. */
function soon() {
  clearTimeout(waiting);
  if (basket.isEmpty()) {
    know(null, null);
    priced = null;
    unreachable = false;
    return tell();
  }
  waiting = setTimeout(() => priceNow().catch(() => null), PAUSE);
  return tell();
}

/** Asks for the price now; throws the refusal, and what else fails. */
export async function priceNow() {
  clearTimeout(waiting);
  if (customer && Date.now() > customer.until) know(null, customer.name);
  const person = customer;
  const turn = ++due;
  const asked = picture();
  try {
    const quote = await priceFor(person?.shown ?? null, []);
    if (person) person.name = quote.memberName;
    if (turn === due) [priced, unreachable] = [{ basket: asked, quote }, false];
    return quote;
  } catch (failure) {
    if (person && lapsedBy(failure, person.shown)) return priceNow();
    if (turn === due) [priced, unreachable] = [null, failure.code === undefined];
    throw failure;
  } finally {
    if (turn === due) tell();
  }
}

/** The price for who shows this, paying with these tenders. Points that another customer chose to spend are not spent. */
export async function priceFor(shown, tenders) {
  const { store, till } = session.place;
  const pricing = asRequest(shown);
  const body = { storeId: store.id, tillId: till.id, saleNumber: basket.saleNumber(), lines: basket.asRequest(), shown, tenders, pricing };
  const quote = await ask("POST", "/payments/quote", { body, timeout: 4000 });
  if (!pricing.points || quote.memberId === wishOf().of) return quote;
  basket.setWish({ points: 0, of: null });
  return priceFor(shown, tenders);
}

/** The price for who is known, paying in cash; for nobody, where their code has had its time. */
export async function priceInCash() {
  const code = shown();
  try {
    return await priceFor(code, ["CASH"]);
  } catch (failure) {
    if (!lapsedBy(failure, code)) throw failure;
    priceNow().catch(() => null);
    return priceFor(null, ["CASH"]);
  }
}

/** What was taken off, put together by what did it: [{id, nameEn, nameZh, amount}]. */
export function reductions(quote) {
  const found = new Map();
  for (const { source, amount, step } of quote.quote.trace) {
    if (amount >= 0) continue;
    const { id, names } = source;
    const before = found.get(id)?.amount ?? 0;
    found.set(id, { id, step, nameEn: names.en, nameZh: names.zh, amount: before - amount });
  }
  return [...found.values()];
}

/** The tax that is added to the prices, in minor units. */
export const taxAdded = (quote) => quote.quote.trace.reduce((all, { step, amount }) => (step === "TAX" ? all + amount : all), 0);

/** Leaves a promotion or voucher out, or lets it be chosen again. */
export function leaveOut(id, out = true) {
  const { without, with: wanted } = wishOf();
  const others = without.filter((each) => each !== id);
  basket.setWish({ without: out ? [...others, id] : others, with: wanted.filter((each) => each !== id) });
}

/** Uses a promotion or voucher even if it costs more, as long as it is legal; or lets it be chosen again. */
export function insist(id, on = true) {
  const { without, with: wanted } = wishOf();
  const others = wanted.filter((each) => each !== id);
  basket.setWish({ with: on ? [...others, id] : others, without: without.filter((each) => each !== id) });
}

const byCode = (body, key) => ask("POST", "/vouchers/by-code", { key, body });

/**
 * Brings in a voucher by the code on it; where each person may have only so many, for the customer of this sale. While the price
 * for who was recognised is under way, it is waited for: the last one may be another customer's.
 */
export async function bringIn(code, key) {
  const sale = basket.saleNumber();
  const voucher = await byCode({ code }, key).catch(async (failure) => {
    if (failure.code !== "vouchers.MEMBER_NEEDED" || !customer) throw failure;
    const memberId = (current() ?? (await priceNow().catch(() => null)))?.memberId;
    if (!memberId) throw failure;
    return byCode({ code, memberId }, newKey());
  });
  const { vouchers } = wishOf();
  if (basket.isEmpty() || basket.saleNumber() !== sale) return voucher;
  // What everybody's code gave this customer is among all they hold: named without them, the server would refuse the price.
  if (voucher.memberId && voucher.came === "GENERIC") soon();
  else basket.setWish({ vouchers: [...new Set([...vouchers, voucher.id])] });
  return voucher;
}

/** Lets so many points pay, of the customer who is known now and of nobody else. */
export const spend = (points) => basket.setWish({ points, of: current()?.memberId ?? null });

/**
 * What is said of the price for who shows this. Where nobody does, no points can pay; that some shall is kept for the scan that
 * brings the customer back.
 */
export function asRequest(shown) {
  const { vouchers, without, with: wanted, points } = wishOf();
  return { vouchers, without, with: wanted, points: shown ? points : 0 };
}

/** The currency of all amounts here. */
export const unit = currency;

basket.onChange(soon);
