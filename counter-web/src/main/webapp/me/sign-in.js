/** Signing in with the phone number and a code sent to it. */

import { call, get, at, Refusal } from "/assets/js/api.js";
import { fill, h, show } from "/assets/js/dom.js";
import { choose, lang, otherLang, t } from "/assets/js/i18n.js";
import { merchantCode, setMerchantCode, stay } from "./member.js";

const SENT = "me.code.sent";
/** As long as a code may be typed. */
const GOOD_MILLIS = 300_000;
const AGAIN_SECONDS = 60;

/**
 * Shows the form; done() runs when somebody is signed in. A house with one merchant needs no merchant's code, and a code that
 * is known to nobody is asked for again. Whoever had a code sent and left for their messages comes back to where it is typed;
 * not who turned to another number.
 */
export async function askSignIn(root, done) {
  const failure = await notice(merchantCode()).then(() => null, (failed) => failed);
  if (failure instanceof Refusal) return askMerchant(root, done);
  const sent = lastSent();
  return sent && !sent.left ? askCode(root, done, sent) : askPhone(root, done, "");
}

/** Remembers that a code was sent, for as long as this tab is open. */
function note(sent) {
  sessionStorage.setItem(SENT, JSON.stringify(sent));
  return sent;
}

const noteSent = (phone) => note({ merchant: merchantCode(), phone, sentAt: Date.now(), left: false });

/** The code that was sent last and may still be typed, or null. */
function lastSent() {
  const sent = JSON.parse(sessionStorage.getItem(SENT));
  return sent?.merchant === merchantCode() && Date.now() - sent.sentAt < GOOD_MILLIS ? sent : null;
}

/** The same where it was sent to this phone, which is turned to again. */
function noted(phone) {
  const sent = lastSent();
  return sent?.phone === phone ? note({ ...sent, left: false }) : null;
}

/** Whoever turns to another number may come back to this one, whose code is still good. */
function noteLeft() {
  const sent = lastSent();
  if (sent) note({ ...sent, left: true });
}

const forgetSent = () => sessionStorage.removeItem(SENT);

const notice = (merchant) => get(at("/me/privacy-notice", { merchant, language: lang() }));

function entrance(root, title, text, ...content) {
  const switchTo = h("button.quiet", { type: "button", onclick: () => choose(otherLang()) }, otherLang() === "zh" ? "中文" : "English");
  show(
    root,
    h(
      "div.entrance",
      null,
      h(
        "div.card",
        null,
        h("span.brand", null, h("img", { src: "/assets/logo.svg", alt: "" }), t("wallet")),
        h("div", null, h("h1", null, title), h("p.faint", null, text)),
        content,
        h("div.foot", null, h("button.quiet", { type: "button", onclick: openNotice }, t("privacy")), switchTo),
      ),
    ),
  );
  root.querySelector("input")?.focus();
}

const field = (label, input) => fill(h("label.field"), h("span", null, label), input);
const faultLine = () => h("p.fault", { role: "alert", hidden: true });

function explain(fault, failure) {
  fault.hidden = false;
  fault.textContent = failure instanceof Refusal ? failure.message : t("unreachable");
}

/** A form whose submit is not sent twice while it is under way. */
function form(button, fault, send, ...content) {
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    fault.hidden = true;
    try {
      await send();
    } catch (failure) {
      explain(fault, failure);
    } finally {
      button.disabled = false;
    }
  };
  return h("form", { onsubmit: submit }, content, fault, button);
}

function askMerchant(root, done) {
  const input = h("input", { autocapitalize: "characters", autocomplete: "off", required: true });
  const send = async () => {
    const code = input.value.trim();
    await notice(code); // a code that nobody has is refused here
    setMerchantCode(code);
    askPhone(root, done, "");
  };
  const button = h("button.primary.wide", { type: "submit" }, t("next"));
  entrance(root, t("merchant.title"), t("merchant.text"), form(button, faultLine(), send, field(t("merchant.code"), input)));
}

function askPhone(root, done, phone) {
  const input = h("input", { type: "tel", autocomplete: "tel", required: true, value: phone });
  const send = async () => {
    const asked = input.value.trim();
    const failure = await sendCode(asked).then(() => null, (failed) => failed);
    const isTooSoon = failure instanceof Refusal && failure.code === "members.TOO_MANY_ATTEMPTS";
    if (failure && !isTooSoon) throw failure;
    // Too soon: the code of before may be in their hand, but none was sent now.
    const sent = failure ? (noted(asked) ?? { phone: asked, sentAt: Date.now() }) : noteSent(asked);
    askCode(root, done, sent, failure);
  };
  const button = h("button.primary.wide", { type: "submit" }, t("phone.send"));
  const other = () => {
    setMerchantCode(null);
    askSignIn(root, done);
  };
  entrance(
    root,
    t("phone.title"),
    t("phone.text"),
    form(button, faultLine(), send, field(t("phone"), input)),
    merchantCode() && h("button.quiet.wide", { type: "button", onclick: other }, t("merchant.other")),
  );
}

const sendCode = (phone) => call("POST", "/me/sign-in-codes", { body: { merchant: merchantCode(), phone } });

function askCode(root, done, { phone, sentAt }, refused = null) {
  const input = h("input.code", { inputMode: "numeric", autocomplete: "one-time-code", required: true, maxLength: 8 });
  const fault = faultLine();
  const send = async () => {
    await call("POST", "/me/session", { body: { merchant: merchantCode(), phone, code: input.value.trim() } });
    stay();
    forgetSent();
    await done();
  };
  const button = h("button.primary.wide", { type: "submit" }, t("sign.in"));
  const again = h("button.quiet", { type: "button", disabled: true, onclick: () => sendCode(phone).then(() => wait(again, noteSent(phone).sentAt), (failure) => explain(fault, failure)) });
  const other = () => {
    noteLeft();
    askPhone(root, done, phone);
  };
  entrance(
    root,
    t("code.title"),
    refused ? phone : t("code.text", { phone }),
    form(button, fault, send, field(t("code"), input)),
    h("div.pair", null, h("button.quiet", { type: "button", onclick: other }, t("phone.other")), again),
  );
  if (refused) explain(fault, refused);
  wait(again, sentAt);
}

/** The server sends one code a minute. */
function wait(button, sentAt) {
  button.disabled = true;
  let left = Math.max(0, AGAIN_SECONDS - Math.floor((Date.now() - sentAt) / 1000));
  const count = () => {
    button.textContent = left > 0 ? t("code.again.in", { n: left }) : t("code.again");
    button.disabled = left > 0;
    if (left-- > 0 && button.isConnected) setTimeout(count, 1000);
  };
  setTimeout(count);
}

/** The privacy notice in force, in a dialog. */
export async function openNotice() {
  const body = h("div.body.notice", null, "…");
  const dialog = h("dialog", { ariaLabel: t("privacy") }, h("div.panel", null, h("header", null, h("h2", null, t("privacy"))), body, h("footer", null, h("button.wide", { type: "button", onclick: () => dialog.close() }, t("close")))));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  try {
    const { text, version } = await notice(merchantCode());
    show(body, text.split("\n").map((line) => h("p", null, line)), h("p.small.faint", null, t("privacy.version", { version })));
  } catch (failure) {
    show(body, failure instanceof Refusal ? failure.message : t("unreachable"));
  }
}
