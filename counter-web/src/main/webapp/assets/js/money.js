/** Money as whole numbers of the currency's smallest unit; only its writing knows decimals. */

import { lang } from "./i18n.js";

const formats = new Map();

function format(currency) {
  const name = `${lang()} ${currency}`;
  if (!formats.has(name)) {
    const locale = lang() === "zh" ? "zh-CN" : "en-GB";
    formats.set(name, new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }));
  }
  return formats.get(name);
}

/** How many decimals the currency is written with. */
export function decimals(currency) {
  return format(currency).resolvedOptions().maximumFractionDigits;
}

/** An amount of minor units as a plain decimal: 8805 GBP is "88.05". */
export function plain(minor, currency) {
  const places = decimals(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return (minor < 0 ? "-" : "") + whole + (places ? `.${digits.slice(-places)}` : "");
}

/** An amount of minor units as people read it: 8805 GBP is "£88.05". */
export function write(minor, currency) {
  return format(currency).format(plain(minor, currency));
}

/** A money object of the API as people read it. */
export function written(money) {
  return write(money.amount, money.currency);
}

/** What somebody typed ("12.5", "12,50", "１２", "1,234.50"), in minor units; null where it is no amount. */
export function read(text, currency) {
  const typed = text.normalize("NFKC").replace(/[\s\u00a3\u00a5$\u20ac]/g, "").replace(/。/g, ".");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed);
  const plainText = grouped ? typed.replace(/,/g, "") : typed.replace(",", ".");
  const parts = /^(\d{0,10})(?:\.(\d*))?$/.exec(plainText);
  const places = decimals(currency);
  if (!parts || plainText === "" || plainText === "." || (parts[2] ?? "").length > places) return null;
  return Number((parts[1] || "0") + (parts[2] ?? "").padEnd(places, "0"));
}

const NOTES = {
  CNY: [10, 20, 50, 100],
  GBP: [5, 10, 20, 50],
  EUR: [5, 10, 20, 50, 100],
  USD: [5, 10, 20, 50, 100],
  HKD: [20, 50, 100, 500, 1000],
  JPY: [1000, 5000, 10000],
};

/** What a customer is likely to hand over for an amount: itself, and what notes round it up to; at most five. */
export function likelyCash(minor, currency) {
  const unit = 10 ** decimals(currency);
  const sums = (NOTES[currency] ?? [5, 10, 20, 50, 100]).map((note) => {
    const size = note * unit;
    return Math.ceil(minor / size) * size;
  });
  return [...new Set([minor, ...sums])].sort((one, other) => one - other).slice(0, 5);
}

/** Round sums for a top-up. */
export function roundSums(currency) {
  const unit = 10 ** decimals(currency);
  const sums = currency === "JPY" ? [1000, 3000, 5000, 10000] : [10, 20, 50, 100];
  return sums.map((sum) => sum * unit);
}
