/** The member's birthday: told once, by day, month and, if they like, the year. */

import { call, newKey } from "/assets/js/api.js";
import { fill, h, show } from "/assets/js/dom.js";
import { lang, t } from "/assets/js/i18n.js";
import { member, refresh } from "./member.js";

const LEAP_YEAR = 2000;
const locale = () => (lang() === "zh" ? "zh-CN" : "en-GB");

/** A birthday in words: "1990-02-28", or "--02-28" without the year. */
export function inWords(birthday) {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(birthday);
  const told = year !== "-";
  const parts = { day: "numeric", month: "long", ...(told && { year: "numeric" }), timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale(), parts).format(Date.UTC(told ? Number(year) : LEAP_YEAR, month - 1, day));
}

/** The section of the settings; `again` shows them anew, `say` words a failure. */
export function birthday(again, say) {
  const section = h("section.group.birthday", null, h("h2", null, t("birthday")));
  if (member.view.birthday) {
    return fill(section, h("p.strong", null, inWords(member.view.birthday)), h("p.small.faint", null, t("birthday.told")));
  }
  return fill(section, h("p.small.faint", null, t("birthday.why")), asking(again, say));
}

function asking(again, say) {
  const day = h("select", { id: "birth-day", required: true }, option(""), numbers(31).map((n) => option(n)));
  const month = h("select", { id: "birth-month", required: true }, option(""), numbers(12).map((n) => option(n, monthName(n))));
  const year = h("input", { id: "birth-year", inputMode: "numeric", autocomplete: "bday-year", maxLength: 4, placeholder: t("birthday.no-year") });
  const fault = h("p.fault", { role: "alert", hidden: true });
  const unclear = () => {
    fault.hidden = false;
    fault.textContent = t("birthday.unclear");
  };
  const ask = (event) => {
    event.preventDefault();
    fault.hidden = true;
    const told = read(day.value, month.value, year.value.trim());
    return told ? confirm(told, again, say) : unclear();
  };
  const fields = h("div.birth", null, labelled("birthday.day", day), labelled("birthday.month", month), labelled("birthday.year", year));
  return fill(h("form", { onsubmit: ask }), fields, fault, h("button.primary.wide", { type: "submit" }, t("birthday.next")));
}

const option = (value, text = String(value)) => h("option", { value: String(value) }, text || "–");
const numbers = (count) => Array.from({ length: count }, (none, at) => at + 1);
const monthName = (n) => new Intl.DateTimeFormat(locale(), { month: "long", timeZone: "UTC" }).format(Date.UTC(LEAP_YEAR, n - 1, 1));
const labelled = (key, input) => fill(h("label.field"), h("span", null, t(key)), input);

/** As the server reads it; null if there was no such day yet. The server looks again. */
function read(day, month, year) {
  if (year && !/^(19|20)\d{2}$/.test(year)) return null;
  const date = new Date(Date.UTC(Number(year || LEAP_YEAR), month - 1, day));
  const there = date.getUTCDate() === Number(day) && (!year || date <= Date.now());
  const two = (text) => text.padStart(2, "0");
  return there ? `${year || "-"}-${two(month)}-${two(day)}` : null;
}

/** It is told once, so it is shown once more before it is sent. */
function confirm(told, again, say) {
  const fault = h("p.fault", { role: "alert", hidden: true });
  const send = async () => {
    try {
      await call("PUT", "/me/birthday", { body: { birthday: told }, key: newKey() });
      await refresh();
      dialog.close();
      again();
    } catch (failure) {
      fault.hidden = false;
      fault.textContent = say(failure);
    }
  };
  const dialog = h("dialog", { ariaLabel: t("birthday") });
  const back = h("button.grow", { type: "button", onclick: () => dialog.close() }, t("cancel"));
  const right = h("button.primary.grow", { type: "button", onclick: send }, t("birthday.do"));
  show(dialog, h("div.panel", null, h("header", null, h("h2", null, t("birthday.sure", { day: inWords(told) }))), h("div.body", null, h("p", null, t("birthday.once")), fault), h("footer", null, back, right)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
