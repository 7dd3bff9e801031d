/** Members at the till: find one, take one on, put cash on a wallet. */

import { fill, h, icon, show } from "/assets/js/dom.js";
import { lang, t } from "/assets/js/i18n.js";
import { at, newKey } from "/assets/js/api.js";
import { birthFields } from "/assets/js/birthday.js";
import { plain, read, roundSums, write, written } from "/assets/js/money.js";
import { explain, faultLine, field, openDialog } from "./dialogs.js";
import { submit } from "./parked.js";
import { topUp } from "./pay.js";
import { waitingLine } from "./prizes.js";
import { classify } from "./scanner.js";
import { ask, currency, session } from "./session.js";

/** Opens the look-up; with a text it looks that up at once. */
export function openMembers(text) {
  let look = () => null;
  openDialog(
    t("members.title"),
    (body, footer) => {
      const fault = faultLine();
      const list = h("div.found-members");
      const input = h("input", { id: "member-search", autocomplete: "off", spellcheck: false, placeholder: t("members.example"), "data-first": true, "data-scan": "" });
      let turn = 0;
      look = async (asked) => {
        const mine = ++turn;
        fault.hidden = true;
        show(list); // who was found before is not who is asked for now
        try {
          const members = await membersBy(asked);
          if (mine !== turn) return; // somebody else was asked for meanwhile
          show(list, h("ul.rows", null, members.map((member) => memberRow(member, members.length === 1))));
          if (!members.length) list.append(h("p.faint.none", null, t("members.none")));
          list.querySelector("button")?.focus();
        } catch (failure) {
          if (mine === turn) explain(fault, failure);
        }
      };
      const go = (event) => (event.preventDefault(), input.value.trim() && look(input.value.trim()));
      const form = fill(h("form.inline", { onsubmit: go }), field(t("members.find"), input), h("button", { type: "submit" }, t("find")));
      show(body, form, fault, list);
      footer.append(h("button", { type: "button", onclick: openRegistration }, icon("plus"), t("members.new")));
      if (text) look(text);
    },
    (scanned) => look(scanned),
  );
}

async function membersBy(text) {
  const { kind, value } = classify(text);
  if (kind !== "payment-code") return (await ask("GET", at("/members", { text, limit: 10 }))).items;
  const payer = await ask("GET", at("/members/payer", { shown: value, currency: currency() }));
  return [await ask("GET", `/members/${payer.memberId}`)];
}

function memberRow(member, alone) {
  const wallet = walletOf(member);
  return h(
    "li",
    null,
    h(
      "div.what",
      null,
      h("b", null, member.name, " ", member.state !== "ACTIVE" && h("span.chip.refused", null, t(`member.${member.state}`))),
      h("span.faint.small.number", null, [member.code, member.phone].filter(Boolean).join(" · ")),
      alone && waitingLine(member.id),
    ),
    wallet && h("span.money", null, written(wallet.available)),
    h("button.primary", { type: "button", disabled: member.state === "CLOSED", onclick: () => openTopUp(member) }, t("top-up.open")),
  );
}

const walletOf = (member) => (member.wallets ?? []).find(({ balance }) => balance.currency === currency());

function openTopUp(member) {
  openDialog(t("top-up.title", { name: member.name }), (body, footer) => {
    const input = h("input.amount", { id: "top-up-amount", inputMode: "decimal", autocomplete: "off", "data-first": true });
    const fault = faultLine();
    const wallet = walletOf(member);
    const take = (event) => {
      event.preventDefault();
      const amount = read(input.value, currency());
      if (amount > 0) return topUp(member, { amount, currency: currency() });
      fault.hidden = false;
      fault.textContent = t("amount.unclear");
      return input.select();
    };
    const set = (sum) => {
      input.value = plain(sum, currency());
      input.focus();
    };
    const sums = roundSums(currency()).map((sum) => h("button", { type: "button", onclick: () => set(sum) }, h("span.money", null, write(sum, currency()))));
    show(
      body,
      wallet && h("div.due", null, h("span", null, t("top-up.before")), h("b.money", null, written(wallet.balance))),
      fill(h("form.cash", { id: "top-up-form", onsubmit: take }), h("div.notes", null, sums), field(t("top-up.amount"), input), fault),
      h("p.small.faint", null, t("top-up.hint")),
    );
    footer.append(submit("top-up-form", t("top-up.do")));
  });
}

/** Opens the registration form. */
export function openRegistration() {
  const key = newKey();
  openDialog(t("register.title"), async (body, footer) => {
    const fault = faultLine();
    const phone = h("input", { type: "tel", name: "phone", autocomplete: "off", required: true, "data-first": true });
    const name = h("input", { name: "name", autocomplete: "off", required: true, maxLength: 80 });
    const card = h("input", { name: "card", autocomplete: "off" });
    const names = { day: t("birthday.day"), month: t("birthday.month"), year: t("birthday.year"), noYear: t("birthday.no-year") };
    const birth = birthFields({ names });
    const language = h("select", null, h("option", { value: "en" }, "English"), h("option", { value: "zh" }, "中文"));
    language.value = lang();
    const agreed = h("input", { type: "checkbox", required: true });
    const notice = h("details", null, h("summary", null, t("privacy.read")));
    const state = { version: null };
    const register = async (event) => {
      event.preventDefault();
      fault.hidden = true;
      const birthday = birth.told();
      if (birthday === null) {
        fault.hidden = false;
        fault.textContent = t("birthday.unclear");
        return;
      }
      const body = { phone: phone.value, name: name.value, language: language.value, privacyNotice: state.version, card: card.value || null, birthday: birthday || null };
      try {
        const member = await ask("POST", "/members", { key: `${key}-${hash(body)}`, body });
        openTopUp(member);
      } catch (failure) {
        explain(fault, failure);
      }
    };
    show(
      body,
      fill(
        h("form.register", { id: "register-form", onsubmit: register }),
        h("div.pair", null, field(t("register.phone"), phone), field(t("register.name"), name)),
        h("div.pair", null, field(t("register.language"), language), field(t("register.card"), card)),
        h("fieldset.born", null, h("legend", null, t("register.birthday")), birth.row, h("p.small.faint", null, t("birthday.why"))),
        notice,
        h("label.check", null, agreed, h("span", null, t("register.consent"))),
        fault,
      ),
    );
    footer.append(submit("register-form", t("register.do")));
    loadNotice(state, notice, fault);
  }, (scanned) => setCard(scanned));
}

function setCard(scanned) {
  const card = document.querySelector("#register-form [name=card]");
  if (card) card.value = scanned;
}

async function loadNotice(state, place, fault) {
  try {
    const notice = await ask("GET", at("/me/privacy-notice", { merchant: session.view.merchant.code, language: lang() }));
    state.version = notice.version;
    place.append(h("div.notice", null, notice.text.split("\n").map((line) => h("p", null, line))));
  } catch (failure) {
    explain(fault, failure);
  }
}

/** Corrected details are another command and need another key; the same details sent twice do not. */
function hash(body) {
  let value = 0;
  for (const sign of JSON.stringify(body)) value = (Math.imul(value, 31) + sign.codePointAt(0)) | 0;
  return (value >>> 0).toString(16);
}
