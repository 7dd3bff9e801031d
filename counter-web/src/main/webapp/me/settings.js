/** Limits, birthday, reminders by text message, freezing the wallet, language here and in messages, larger text, privacy, signing out. */

import { call, newKey, post, Refusal } from "/assets/js/api.js";
import { fill, h, icon, show } from "/assets/js/dom.js";
import { choose, lang, t } from "/assets/js/i18n.js";
import { plain, read, written } from "/assets/js/money.js";
import { birthday } from "./birthday.js";
import { forgetDevice } from "./device.js";
import { forget, member, refresh, signOut, wallet } from "./member.js";
import { openNotice } from "./sign-in.js";

const LARGE = "me.large";
const TOLD_MILLIS = 4000;

/** Sets the size of the text as it was chosen on this phone. */
export function applySize() {
  document.documentElement.classList.toggle("large", localStorage.getItem(LARGE) === "yes");
}

/** Shows the page. */
export function openSettings(place) {
  show(place, h("h1", null, t("settings")), limits(place), birthday(() => openSettings(place), say), texting(), freezing(place), reading(), leaving());
}

const say = (failure) => (failure instanceof Refusal ? failure.message : t("unreachable"));

/** A wallet that was not opened yet has no limits; the plan is there all the same. */
function limits(place) {
  const mine = wallet();
  const plan = h("a.button.wide", { href: "#plan" }, icon("chart"), t("plan.open"));
  if (!mine) return h("section.group", null, h("h2", null, t("limits")), h("p.small.faint", null, t("limits.text")), plan);
  const { currency } = mine.balance;
  const input = (own, inForce, id) => h("input", { id, inputMode: "decimal", autocomplete: "off", defaultValue: own ? plain(own.amount, currency) : "", placeholder: own ? "" : houses(inForce) });
  const single = input(mine.ownSingle, mine.limitSingle, "limit-single");
  const daily = input(mine.ownDaily, mine.limitDaily, "limit-daily");
  const told = h("p", { role: "status", hidden: true });
  const tell = (text, good) => {
    told.className = good ? "good" : "fault";
    told.hidden = false;
    told.textContent = text;
  };
  const save = async (event) => {
    event.preventDefault();
    const limit = ({ value }) => (value.trim() === "" ? null : read(value, currency));
    const unclear = [single, daily].some((each) => each.value.trim() !== "" && limit(each) === null);
    if (unclear) return tell(t("limit.unclear"), false);
    const wanted = (field, own) => (field.value === field.defaultValue ? (own?.amount ?? null) : limit(field));
    try {
      await refresh(); // both are sent, and the one that is left as it was painted may have been set elsewhere since
      const { ownSingle, ownDaily } = wallet();
      await call("PUT", "/me/limits", { body: { currency, single: wanted(single, ownSingle), daily: wanted(daily, ownDaily) }, key: newKey() });
      await refresh();
      openSettings(place);
      place.querySelector("[role=status]").replaceWith(h("p.good", { role: "status" }, t("limit.saved")));
    } catch (failure) {
      tell(say(failure), false);
    }
    return null;
  };
  return h(
    "section.group",
    null,
    h("h2", null, t("limits")),
    h("p.small.faint", null, t("limits.text")),
    fill(h("form", { onsubmit: save }), labelled(t("limit.single"), single), labelled(t("limit.daily"), daily), told, h("button.primary.wide", { type: "submit" }, t("save"))),
    plan,
  );
}

/** What stands where the customer has set no limit: then the one in force is the store's. */
const houses = (inForce) => (inForce ? t("limit.house", { amount: written(inForce) }) : t("limit.none"));

/** Reminders come by text message only to those who say so here. */
function texting() {
  const fault = h("p.fault", { role: "alert", hidden: true });
  const box = h("input", { type: "checkbox", checked: member.view.textReminders === true });
  box.addEventListener("change", async () => {
    box.disabled = true;
    fault.hidden = true;
    try {
      await call("PUT", "/me/text-reminders", { body: { on: box.checked }, key: newKey() });
      await refresh();
    } catch (failure) {
      box.checked = !box.checked;
      fault.hidden = false;
      fault.textContent = say(failure);
    }
    box.disabled = false;
  });
  return h("section.group.texting", null, h("h2", null, t("reminders")), h("label.check", null, box, h("span", null, t("texts"))), h("p.small.faint", null, t("texts.text")), fault);
}

const labelled = (label, input) => fill(h("label.field"), h("span", null, label), input);

function freezing(place) {
  if (member.view.state === "FROZEN") {
    return h("section.group.frozen", null, h("h2", null, icon("lock"), t("frozen.title")), h("p", null, t("frozen.text")));
  }
  return h(
    "section.group",
    null,
    h("h2", null, t("freeze")),
    h("p.small.faint", null, t("freeze.text")),
    h("button.danger.wide", { type: "button", onclick: () => confirmFreeze(place) }, icon("lock"), t("freeze.open")),
  );
}

function confirmFreeze(place) {
  const fault = h("p.fault", { role: "alert", hidden: true });
  const freeze = async () => {
    try {
      await post("/me/freeze", {});
      await refresh();
      dialog.close();
      openSettings(place);
    } catch (failure) {
      fault.hidden = false;
      fault.textContent = say(failure);
    }
  };
  const dialog = h(
    "dialog",
    { ariaLabel: t("freeze") },
    h(
      "div.panel",
      null,
      h("header", null, h("h2", null, t("freeze.sure"))),
      h("div.body", null, h("ul.points", null, ["freeze.1", "freeze.2", "freeze.3"].map((key) => h("li", null, t(key)))), fault),
      h("footer", null, h("button.grow", { type: "button", onclick: () => dialog.close() }, t("cancel")), h("button.danger.grow", { type: "button", onclick: freeze }, t("freeze.do"))),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Messages come in the language that is read here; where the server cannot be told now, this phone switches alone. */
async function speakTo(code) {
  await call("PUT", "/me/language", { body: { language: code }, key: newKey(), timeout: TOLD_MILLIS }).catch(() => null);
  choose(code);
}

function reading() {
  const languages = [["en", "English"], ["zh", "中文"]].map(([code, name]) => {
    const button = h("button", { type: "button", lang: code === "zh" ? "zh-CN" : "en", onclick: () => (lang() !== code || member.view.language !== code) && speakTo(code) }, name);
    button.setAttribute("aria-pressed", String(lang() === code));
    return button;
  });
  const large = h("input", { type: "checkbox", checked: localStorage.getItem(LARGE) === "yes" });
  large.addEventListener("change", () => {
    localStorage.setItem(LARGE, large.checked ? "yes" : "no");
    applySize();
  });
  return h("section.group", null, h("h2", null, t("reading")), h("div.segments", { role: "group", ariaLabel: t("language") }, languages), h("label.check", null, large, h("span", null, t("large"))));
}

function leaving() {
  // What is on the phone goes first: nobody waits for the server with it, and it may be put away before there is an answer.
  const leave = async () => {
    await Promise.all([forgetDevice(), forget()]);
    await signOut();
    location.reload();
  };
  return h("section.group", null, h("button.wide", { type: "button", onclick: openNotice }, t("privacy")), h("button.wide", { type: "button", onclick: leave }, icon("leave"), t("sign.out")), h("p.small.faint", null, t("sign.out.text")));
}
