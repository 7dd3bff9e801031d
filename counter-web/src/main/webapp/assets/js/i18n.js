/** The page's language: one dictionary at a time, chosen once and remembered on this device. */

const LANGUAGES = ["en", "zh"];
const KEPT = "wc.language";
let language = "en";
let texts = {};

/** What the reader chose, or else what the page or the browser suggests. */
function wanted(suggested) {
  const asked = new URLSearchParams(location.search).get("lang");
  const candidates = [asked, localStorage.getItem(KEPT), suggested, ...(navigator.languages ?? []), "en"];
  return candidates.map((each) => (each ?? "").slice(0, 2)).find((each) => LANGUAGES.includes(each));
}

/** Loads the dictionary of a page ("till", "me", "receipt") in the language in force. */
export async function speak(page, suggested) {
  language = wanted(suggested);
  texts = (await import(`/assets/i18n/${page}-${language}.js`)).default;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
}

/** Whether the reader has chosen a language on this device. */
export function hasChosen() {
  return localStorage.getItem(KEPT) !== null;
}

/** Remembers a language; the page loads again in it. */
export function choose(next) {
  localStorage.setItem(KEPT, next);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  history.replaceState(null, "", address);
  location.reload();
}

/** "en" or "zh". */
export function lang() {
  return language;
}

/** The other one. */
export function otherLang() {
  return language === "zh" ? "en" : "zh";
}

/** A text with its values: t("paid.change", { change: "1.20" }). A number n chooses between ".one" and ".other". */
export function t(key, values = {}) {
  let text = texts[key];
  if (text === undefined && "n" in values) {
    text = texts[`${key}.${new Intl.PluralRules(language).select(values.n)}`] ?? texts[`${key}.other`];
  }
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether there is a text under this key. */
export function has(key) {
  return key in texts;
}

/** A thing's name in the page's language: of a store, a product, a merchant. */
export function named(thing) {
  return (language === "zh" && thing.nameZh) || thing.nameEn || thing.name || "";
}

/** A moment, as time of day today and with its date before that. */
export function moment(instant) {
  const date = new Date(instant);
  const today = date.toDateString() === new Date().toDateString();
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const whole = { year: "numeric", month: "short", day: "numeric", ...time };
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", today ? time : whole).format(date);
}

/** A moment with date and seconds, for records. */
export function fullMoment(instant, zone) {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: zone,
  }).format(new Date(instant));
}
