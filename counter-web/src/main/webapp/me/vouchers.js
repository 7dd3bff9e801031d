/** The vouchers in this wallet, those that can be had now or later, following them, and bringing in a code. */

import { call, get, post, Refusal } from "/assets/js/api.js";
import { h, icon, show } from "/assets/js/dom.js";
import { lang, moment, t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";
import { askFriend } from "./gift.js";

const HUNDRED_PERCENT = 10000;
const DAY = 86400000;
const LONG = 7;
const SOON_DAYS = 3;
const MONDAY = Date.UTC(2024, 0, 1);
const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const locale = () => (lang() === "zh" ? "zh-CN" : "en-GB");
const said = (failure) => (failure instanceof Refusal ? failure.message : t("unreachable"));

/** Shows the page; a reminder leads to the voucher or the campaign that it is about. */
export function openVouchers(place, wanted) {
  const told = h("p", { role: "status", hidden: true });
  const mine = h("ul.vouchers", { ariaLabel: t("vouchers") });
  const available = h("ul.vouchers", { ariaLabel: t("vouchers.to.take") });
  const offer = h("section.stack", { hidden: true }, h("h2", null, t("vouchers.to.take")), available);
  const coming = h("ul.vouchers", { ariaLabel: t("vouchers.coming") });
  const later = h("section.stack", { hidden: true }, h("h2", null, t("vouchers.coming")), coming);
  const bell = h("a.bell", { href: "#reminders" }, icon("bell"), h("span", null, t("reminders")));
  const tell = (text, good) => {
    told.className = good ? "good" : "fault";
    told.hidden = false;
    told.textContent = text;
    window.scrollTo({ top: 0, behavior: "smooth" });
  };
  const load = async () => {
    try {
      const all = await get("/me/vouchers");
      const give = (voucher) => askFriend(voucher.id, nameOf(voucher.campaign), (friend) => { tell(t("gift.given", { friend }), true); load(); });
      show(mine, all.mine.map((each) => held(each, give)), all.mine.length === 0 && nothing(all.available.some(({ takeable }) => takeable)));
      const toHave = ({ mine, perPerson }) => (perPerson ?? null) === null || mine < perPerson;
      const open = all.available.filter(toHave).sort((one, other) => other.takeable - one.takeable);
      show(available, open.map((each) => offered(each, take, follow)));
      offer.hidden = open.length === 0;
      const opening = all.coming.filter(toHave);
      show(coming, opening.map((each) => opensLater(each, follow)));
      later.hidden = opening.length === 0;
    } catch (failure) {
      tell(said(failure), false);
    }
  };
  const ask = async (body) => {
    try {
      await post("/me/vouchers", body);
      tell(t("vouchers.taken"), true);
      return true;
    } catch (failure) {
      tell(said(failure), false);
      return false;
    } finally {
      await load();
    }
  };
  const take = (campaignId) => ask({ campaignId });
  const follow = async (campaignId, whether) => {
    try {
      await call(whether ? "PUT" : "DELETE", `/me/vouchers/campaigns/${campaignId}/follow`);
      return whether;
    } catch (failure) {
      tell(said(failure), false);
      return !whether;
    }
  };
  show(place, h("header.head", null, h("h1", null, t("vouchers")), bell), told, mine, offer, later, bringing((code) => ask({ code })), h("a.button", { href: "#plan" }, t("plan.open.fits")), h("a.button", { href: "#lottery" }, t("lottery.open")));
  load().then(() => wanted && aim(place, wanted, () => tell(t("reminders.over"), false)));
  count(bell);
}

/** How many reminders have not been seen. Without an answer the way to them is there as well. */
async function count(bell) {
  const { unseen } = await get("/me/reminders?limit=1").catch(() => ({ unseen: 0 }));
  if (unseen > 0) bell.append(h("b.count", { ariaHidden: "true" }, String(unseen)), h("span.visually-hidden", null, t("reminders.new", { n: unseen })));
}

/** Brings into sight what a reminder is about. */
function aim(place, wanted, gone) {
  const found = place.querySelector(`[data-campaign="${CSS.escape(wanted)}"], [data-voucher="${CSS.escape(wanted)}"]`);
  if (!found) return gone();
  found.classList.add("aimed");
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: "center" });
  return found;
}

const nothing = (some) => h("li.note", null, icon("ticket"), h("b", null, t("vouchers.none")), h("span.faint", null, t(some ? "vouchers.none.take" : "vouchers.none.text")));

/** Where the code of a printed voucher is typed. */
function bringing(ask) {
  const code = h("input", { autocomplete: "off", autocapitalize: "characters", spellcheck: false, placeholder: "7K3F-9QXW-2MTP", maxLength: 40 });
  const enter = h("button.primary", { type: "submit" }, t("vouchers.code.do"));
  const bringIn = async (event) => {
    event.preventDefault();
    if (code.value.trim() === "") return code.focus();
    enter.disabled = true;
    if (await ask(code.value)) code.value = "";
    enter.disabled = false;
    return null;
  };
  return h("form.group.code-in", { onsubmit: bringIn }, h("label.field.grow", null, h("span", null, t("vouchers.code")), code), enter);
}

const nameOf = (campaign) => (lang() === "zh" ? campaign.nameZh : campaign.nameEn);

/** What it is worth, in a few words: large, like a price. */
function worth({ worth: what, currency, kind }) {
  if (what.kind === "AMOUNT") return write(what.off, currency);
  if (what.kind === "PERCENT") return t("vouchers.percent", { n: new Intl.NumberFormat(locale()).format((what.basisPoints * 100) / HUNDRED_PERCENT) });
  return t(`vouchers.kind.${kind}`);
}

function condition({ worth: what, currency }) {
  const from = what.from ? t("vouchers.from", { amount: write(what.from, currency) }) : t("vouchers.any");
  return what.most ? `${from} · ${t("vouchers.most", { amount: write(what.most, currency) })}` : from;
}

/** Everything that must hold, and the small print, behind one tap. */
function terms(campaign, ...first) {
  const { limits, worth: what } = campaign;
  const note = lang() === "zh" ? campaign.noteZh : campaign.noteEn;
  const weekday = (day) => new Intl.DateTimeFormat(locale(), { weekday: "long", timeZone: "UTC" }).format(new Date(MONDAY + DAYS.indexOf(day) * DAY));
  const list = (items) => items.join(lang() === "zh" ? "、" : ", ");
  const goods = [...limits.categories, ...limits.skus];
  const lines = [
    ...first,
    what.sku && t("vouchers.product", { n: what.pieces ?? 1, sku: what.sku }),
    condition(campaign),
    goods.length && t("vouchers.limit.goods", { goods: list(goods) }),
    limits.stores.length && t("vouchers.limit.stores"),
    limits.days.length && t("vouchers.limit.days", { days: list(limits.days.map(weekday)) }),
    limits.opens && t("vouchers.limit.hours", { from: limits.opens.slice(0, 5), until: limits.closes.slice(0, 5) }),
    note,
  ];
  return h("details.terms", null, h("summary", null, t("vouchers.terms")), h("ul", null, lines.filter(Boolean).map((line) => h("li", null, line))));
}

function ticket(campaign, about, beside, below) {
  const large = worth(campaign);
  return h("li.voucher", about, h("div.stub", null, h(large.length > LONG ? "span.worth.long" : "span.worth", null, large)), h("div.what", null, h("b", null, nameOf(campaign)), h("span.small", null, condition(campaign)), beside), below);
}

/** How long it can be used: in days where the end is near. */
function lasting({ validFrom, validUntil }) {
  const now = Date.now();
  if (new Date(validFrom) > now) return h("span.chip", null, t("vouchers.valid.from", { when: moment(validFrom) }));
  const left = Math.ceil((new Date(validUntil) - now) / DAY);
  if (left <= 1) return h("span.chip.unknown", null, t("vouchers.last", { when: moment(validUntil) }));
  if (left <= SOON_DAYS) return h("span.chip.unknown", null, t("vouchers.soon", { n: left }));
  return h("span.small.faint", null, t("vouchers.until", { when: moment(validUntil) }));
}

function held(voucher, give) {
  const { campaign, paused } = voucher;
  const beside = [lasting(voucher), voucher.held && h("span.chip", null, t("vouchers.held")), paused && h("span.chip", null, t("vouchers.paused"))];
  const gift = campaign.givable && !voucher.held && !paused && h("button", { type: "button", ariaLabel: `${t("gift.do")}: ${nameOf(campaign)}`, onclick: () => give(voucher) }, t("gift.do"));
  return ticket(campaign, { "data-voucher": voucher.id }, beside, h("div.below", null, terms(campaign, t("vouchers.until", { when: moment(voucher.validUntil) }), !paused && t("vouchers.how")), gift));
}

/** How many are left and until when they are given out. */
function rest({ left, until }) {
  const some = left !== null && left !== undefined && left > 0 && t("vouchers.left", { left: new Intl.NumberFormat(locale()).format(left) });
  return h("span.small.faint", null, [some, t("vouchers.take.until", { when: moment(until) })].filter(Boolean).join(" · "));
}

function offered(each, take, follow) {
  const { campaign, takeable } = each;
  const takeOne = async (event) => {
    event.target.disabled = true;
    await take(campaign.id);
  };
  const label = takeable ? t("vouchers.take") : t("vouchers.gone");
  const button = h("button.primary", { type: "button", disabled: !takeable, ariaLabel: `${label}: ${nameOf(campaign)}`, onclick: takeOne }, label);
  return ticket(campaign, { "data-campaign": campaign.id }, rest(each), h("div.below", null, terms(campaign), following(each, follow), button));
}

function opensLater(each, follow) {
  const { campaign, from } = each;
  const opens = h("span.chip", null, icon("clock"), t("vouchers.opens", { when: opensAt(from) }));
  return ticket(campaign, { "data-campaign": campaign.id }, [opens, rest(each)], h("div.below", null, terms(campaign), following(each, follow)));
}

/** "Monday 10:00" within the week, else with the date. */
function opensAt(instant) {
  const date = new Date(instant);
  const soon = date - Date.now() < (LONG - 1) * DAY;
  const day = soon ? { weekday: "long" } : { weekday: "short", day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(locale(), { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date).replace(",", "").replace(" at ", " ");
}

/** A bell that says whether one follows the campaign, and turns it round. */
function following({ campaign, following: already }, follow) {
  const words = h("span");
  const button = h("button.follow", { type: "button" }, icon("bell"), words);
  const paint = (whether) => {
    button.setAttribute("aria-pressed", String(whether));
    words.textContent = t(whether ? "vouchers.following" : "vouchers.follow");
    button.ariaLabel = `${words.textContent}: ${nameOf(campaign)}`;
  };
  button.addEventListener("click", async () => {
    button.disabled = true;
    paint(await follow(campaign.id, button.getAttribute("aria-pressed") !== "true"));
    button.disabled = false;
    button.focus();
  });
  paint(already);
  return button;
}
