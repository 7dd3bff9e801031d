/** The vouchers in this wallet, and those that can be had. */

import { get, post, Refusal } from "/assets/js/api.js";
import { h, show } from "/assets/js/dom.js";
import { lang, moment, t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";

const HUNDRED_PERCENT = 10000;

/** Shows the page. */
export function openVouchers(place) {
  const told = h("p", { role: "status", hidden: true });
  const mine = h("ul.vouchers");
  const available = h("ul.vouchers");
  const code = h("input", { autocomplete: "off", autocapitalize: "characters", spellcheck: false });
  const tell = (text, good) => {
    told.className = good ? "good" : "fault";
    told.hidden = false;
    told.textContent = text;
  };
  const load = async () => {
    try {
      const all = await get("/me/vouchers");
      show(mine, all.mine.map(held), all.mine.length === 0 && h("li.none.faint", null, t("vouchers.none")));
      show(available, all.available.map((each) => offered(each, take)), all.available.length === 0 && h("li.none.faint", null, t("vouchers.none.to.take")));
    } catch (failure) {
      tell(failure instanceof Refusal ? failure.message : t("unreachable"), false);
    }
  };
  const ask = async (body) => {
    try {
      await post("/me/vouchers", body);
      tell(t("vouchers.taken"), true);
      return true;
    } catch (failure) {
      tell(failure instanceof Refusal ? failure.message : t("unreachable"), false);
      return false;
    } finally {
      await load();
    }
  };
  const take = (campaignId) => ask({ campaignId });
  const bringIn = async (event) => {
    event.preventDefault();
    if (code.value.trim() !== "" && (await ask({ code: code.value }))) code.value = "";
  };
  const field = h("label.field.grow", null, h("span", null, t("vouchers.code")), code);
  const form = h("form.code-in", { onsubmit: bringIn }, field, h("button", { type: "submit" }, t("vouchers.code.do")));
  show(place, h("h1", null, t("vouchers")), told, mine, form, h("h2", null, t("vouchers.to.take")), available);
  load();
}

/** What it is worth, in a few words: large, like a price. */
function worth({ worth: what, currency, kind }) {
  if (what.kind === "AMOUNT") return write(what.off, currency);
  if (what.kind === "PERCENT") return t("vouchers.percent", { n: String((what.basisPoints * 100) / HUNDRED_PERCENT) });
  return t(`vouchers.kind.${kind}`);
}

function condition({ worth: what, currency }) {
  return what.from ? t("vouchers.from", { amount: write(what.from, currency) }) : t("vouchers.any");
}

function body(campaign, ...more) {
  const name = lang() === "zh" ? campaign.nameZh : campaign.nameEn;
  const note = lang() === "zh" ? campaign.noteZh : campaign.noteEn;
  return h("div.what", null, h("b", null, name), h("span.small", null, condition(campaign)), note && h("span.small.faint", null, note), more);
}

function held(voucher) {
  const until = h("span.small.faint", null, t("vouchers.until", { when: moment(voucher.validUntil) }));
  const atCheckout = voucher.held && h("span.chip", null, t("vouchers.held"));
  return h("li.voucher", null, h("span.worth", null, worth(voucher.campaign)), body(voucher.campaign, until, atCheckout));
}

function offered({ campaign, left, mine, perPerson, takeable }, take) {
  const rest = left === null ? null : h("span.small.faint", null, t("vouchers.left", { left: String(left) }));
  const had = perPerson !== null && mine >= perPerson;
  const button = h("button.primary", { type: "button", disabled: !takeable, onclick: () => take(campaign.id) }, t(had ? "vouchers.had" : left === 0 ? "vouchers.gone" : "vouchers.take"));
  return h("li.voucher", null, h("span.worth", null, worth(campaign)), body(campaign, rest), button);
}
