/** The three fields of a birthday: day, month and, if they like, the year. */

import { fill, h } from "/assets/js/dom.js";
import { lang } from "/assets/js/i18n.js";

const LEAP_YEAR = 2000;

/** How dates are written in the page's language. */
export const locale = () => (lang() === "zh" ? "zh-CN" : "en-GB");

/** A birthday in words: "1990-02-28", or "--02-28" without the year. */
export function inWords(birthday) {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(birthday);
  const told = year !== "-";
  const parts = { day: "numeric", month: "long", ...(told && { year: "numeric" }), timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale(), parts).format(Date.UTC(told ? Number(year) : LEAP_YEAR, month - 1, day));
}

/**
 * The fields beside each other, in the order of the language and under the page's own names for them, and what they tell: a birthday as the server reads
 * it, "" if all are empty, null if there was no such day yet. The server looks again.
 */
export function birthFields({ names, required = false }) {
  const day = h("select", { id: "birth-day", required }, option(""), numbers(31).map((n) => option(n)));
  const month = h("select", { id: "birth-month", required }, option(""), numbers(12).map((n) => option(n, monthName(n))));
  const year = h("input", { id: "birth-year", inputMode: "numeric", autocomplete: required ? "bday-year" : "off", maxLength: 4, placeholder: names.noYear });
  const fields = [labelled(names.day, day), labelled(names.month, month), labelled(names.year, year)];
  const row = h("div.birth", null, lang() === "zh" ? fields.reverse() : fields);
  return { row, told: () => read(day.value, month.value, year.value.trim()) };
}

const option = (value, text = String(value)) => h("option", { value: String(value) }, text || "–");
const numbers = (count) => Array.from({ length: count }, (none, at) => at + 1);
const monthName = (n) => new Intl.DateTimeFormat(locale(), { month: "long", timeZone: "UTC" }).format(Date.UTC(LEAP_YEAR, n - 1, 1));
const labelled = (name, input) => fill(h("label.field"), h("span", null, name), input);

function read(day, month, year) {
  if (!day && !month && !year) return "";
  if (year && !/^(19|20)\d{2}$/.test(year)) return null;
  const date = new Date(Date.UTC(Number(year || LEAP_YEAR), month - 1, day));
  const there = Boolean(day && month) && date.getUTCDate() === Number(day) && (!year || date <= Date.now());
  const two = (text) => text.padStart(2, "0");
  return there ? `${year || "-"}-${two(month)}-${two(day)}` : null;
}
