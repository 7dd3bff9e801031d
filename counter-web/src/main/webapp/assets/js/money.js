/** Money as whole numbers of the currency's smallest unit; only its writing knows decimals. */

import { lang } from "./i18n.js";

/** How many decimals currencies have that do not have two, as the server counts by: browsers give HUF, IDR or IQD none. */
const DECIMALS = {
  0: "ADP BEF BIF BYB BYR CLP DJF ESP GNF GRD ISK ITL JPY KMF KRW LUF MGF PTE PYG ROL RWF TPE TRL UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF",
};
const unusual = new Map(Object.entries(DECIMALS).flatMap(([count, codes]) => codes.split(" ").map((code) => [code, Number(count)])));

/** How many decimals the currency is written with. */
export const decimals = (currency) => unusual.get(currency) ?? 2;

const formats = new Map();

function format(currency) {
  const name = `${lang()} ${currency}`;
  if (!formats.has(name)) {
    const locale = lang() === "zh" ? "zh-CN" : "en-GB";
    const digits = { minimumFractionDigits: decimals(currency), maximumFractionDigits: decimals(currency) };
    formats.set(name, new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol", ...digits }));
  }
  return formats.get(name);
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

/**
 * What somebody typed ("12.5", "12,50", "１２", "1,234.50"), in minor units; null where it is no amount. No thousands begin
 * with a zero: whoever writes 0,500 means a half.
 */
export function read(text, currency) {
  const typed = text.normalize("NFKC").replace(/[\s\u00a3\u00a5$\u20ac]/g, "").replace(/。/g, ".");
  const grouped = /^(?!0)\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed);
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
