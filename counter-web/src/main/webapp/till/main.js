/** The till's start: who works here, where it stands, then the sale. */

import { fill, h, show } from "/assets/js/dom.js";
import { choose, hasChosen, named, otherLang, speak, t } from "/assets/js/i18n.js";
import { explain, faultLine, field } from "./dialogs.js";
import { openSale } from "./sale.js";
import { allPlaces, choosePlace, load, recallPlace, session, signIn, whenSignedOut } from "./session.js";

const root = document.getElementById("till");

await speakIn();
whenSignedOut(signInOverSale);
onlyOnce(start);

/** A till works in one window: the sale in hand and its attempts belong to it. */
function onlyOnce(run) {
  if (!navigator.locks) return run();
  return navigator.locks.request("wallet-counter-till", { ifAvailable: true }, (lock) => {
    if (!lock) return elsewhere();
    run();
    return new Promise(() => null);
  });
}

function elsewhere() {
  show(root, entrance(t("elsewhere.title"), h("p", null, t("elsewhere.text")), h("button.primary", { type: "button", onclick: () => location.reload() }, t("again"))));
}

async function speakIn(language) {
  await speak("till", language);
  document.title = `${t("till")} · ${t("product")}`;
}

async function start() {
  try {
    if (!(await load())) return askSignIn();
    return arrive();
  } catch (failure) {
    const again = h("button.primary", { type: "button", onclick: () => location.reload(), autofocus: true }, t("again"));
    show(root, entrance(t("unreachable.title"), h("p", null, t("unreachable.detail")), again));
    setTimeout(start, 5000);
    return null;
  }
}

async function arrive() {
  const suggested = session.view.actor.language;
  if (!hasChosen() && suggested) await speakIn(suggested);
  if (recallPlace()) return openSale(root);
  return askPlace();
}

function entrance(title, ...content) {
  return h(
    "div.entrance",
    null,
    h(
      "div.card",
      null,
      h("span.brand", null, h("img", { src: "/assets/logo.svg", alt: "" }), t("product")),
      h("h1", null, title),
      content,
      h("p.foot", null, h("span", null, t("till")), h("button.quiet", { type: "button", onclick: () => choose(otherLang()) }, otherLang() === "zh" ? "中文" : "English")),
    ),
  );
}

/** The sign-in form; done() runs after it went well. */
function signInForm(done) {
  const username = h("input", { name: "username", autocomplete: "username", required: true, spellcheck: false, autocapitalize: "none", "data-first": true });
  const password = h("input", { name: "password", type: "password", autocomplete: "current-password", required: true });
  const fault = faultLine();
  const button = h("button.primary.wide", { type: "submit" }, t("sign.in"));
  const submit = async (event) => {
    event.preventDefault();
    fault.hidden = true;
    button.disabled = true;
    try {
      await signIn(username.value.trim(), password.value);
      done();
    } catch (failure) {
      explain(fault, failure);
      password.select();
    } finally {
      button.disabled = false;
    }
  };
  return fill(h("form", { onsubmit: submit }), field(t("sign.name"), username), field(t("sign.password"), password), fault, button);
}

function askSignIn() {
  show(root, entrance(t("sign.title"), signInForm(arrive)));
  root.querySelector("[data-first]").focus();
}

/** The session has ended in the middle of a sale: the form stands over it, and the sale goes on afterwards. */
function signInOverSale() {
  return new Promise((resolve) => {
    const dialog = h("dialog.again", { ariaLabel: t("sign.again") });
    const before = document.activeElement;
    const done = () => {
      dialog.remove();
      before?.focus(); // another dialog may stand beneath, and its field has lost the cursor
      document.dispatchEvent(new CustomEvent("till:rest"));
      resolve();
    };
    const form = signInForm(done);
    dialog.append(h("div.panel", null, h("header", null, h("h2", null, t("sign.again"))), h("div.body", null, h("p", null, t("sign.kept")), form)));
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    form.querySelector("[data-first]").focus();
  });
}

function askPlace() {
  const places = allPlaces();
  const pick = (place) => {
    choosePlace(place);
    openSale(root);
  };
  const rows = places.map((place) =>
    h("li", null, h("button.wide", { type: "button", onclick: () => pick(place) }, h("b", null, named(place.store)), h("span.faint", null, place.till.name))),
  );
  show(root, entrance(t("place.title"), h("p", null, t(places.length ? "place.text" : "place.none")), h("ul.places", null, rows)));
  root.querySelector("li button")?.focus();
}
