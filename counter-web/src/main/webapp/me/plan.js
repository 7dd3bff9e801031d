/** The spending plan of this month: what is usual and what was spent, a limit of one's own, and vouchers that fit. */

import { call, get, newKey, post, Refusal } from "/assets/js/api.js";
import { fill, h, icon, show, svg } from "/assets/js/dom.js";
import { lang, moment, t } from "/assets/js/i18n.js";
import { plain, read, write, written } from "/assets/js/money.js";

const WIDTH = 100;
const BASIS = 100;
const locale = () => (lang() === "zh" ? "zh-CN" : "en-GB");
const said = (failure) => (failure instanceof Refusal ? failure.message : t("unreachable"));
/** Days of the business come without a time and a zone: they are written as they are. */
const dated = (day, parts) => new Intl.DateTimeFormat(locale(), { ...parts, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** Shows the page. */
export async function openPlan(place) {
  const told = h("p", { role: "status", hidden: true });
  const body = h("div.stack", { ariaLive: "polite" });
  const tell = (text, good) => {
    told.className = good ? "good" : "fault";
    told.hidden = false;
    told.textContent = text;
    window.scrollTo({ top: 0, behavior: "smooth" });
  };
  const paint = (plan) => show(body, content(plan, doing));
  const load = async () => paint(await get("/me/plan"));
  const attempt = async (deed, done) => {
    try {
      await deed();
      tell(t(done), true);
    } catch (failure) {
      tell(said(failure), false);
    }
  };
  const doing = {
    tell,
    limit: (limit) => attempt(async () => paint(await call("PUT", "/me/plan/limit", { body: { limit }, key: newKey() })), "plan.limit.saved"),
    remove: () => attempt(async () => call("DELETE", "/me/plan/limit", { key: newKey() }).then(load), "plan.limit.removed"),
    take: (campaignId) => attempt(async () => post("/me/vouchers", { campaignId }).then(load), "vouchers.taken"),
  };
  show(place, h("h1", null, t("plan")), told, body);
  try {
    await load();
  } catch (failure) {
    show(body, h("p.fault", { role: "alert" }, said(failure)));
  }
}

function content(plan, doing) {
  const bought = plan.habit.purchases > 0 || plan.habit.usualPurchase;
  const vouchers = [...plan.inHand.map((each) => fitting(each)), ...plan.toTake.map((each) => fitting(each, doing.take))];
  return [
    bought ? whole(plan) : nothingYet(plan),
    limit(plan, doing),
    plan.categories.length > 1 && categories(plan),
    bought && fits(plan, vouchers),
    h("p.small.faint", null, t("plan.advice")),
  ];
}

const monthOf = ({ month }) => dated(month.from, { month: "long", year: "numeric" });

const nothingYet = (plan) => h("section.group.note", null, icon("chart"), h("h2", null, t("plan.none")), h("p.faint", null, t("plan.none.text", { month: monthOf(plan) })));

/** The month as a whole. */
function whole(plan) {
  const { usual, spent, left } = plan.whole;
  const compared = usual && t(left.amount < 0 ? "plan.more" : "plan.left", { amount: write(Math.abs(left.amount), left.currency) });
  return h(
    "section.group.plan",
    null,
    h("h2", null, monthOf(plan)),
    h("p.sum.money", null, written(spent)),
    h("p.small", null, usual ? t("plan.spent.of", { usual: written(usual) }) : t("plan.spent")),
    usual && bar(spent.amount, usual.amount),
    compared && h("p.strong", null, compared),
    h("p.small.faint", null, [habit(plan), history(plan)].filter(Boolean).join(lang() === "zh" ? "" : " ")),
  );
}

function habit({ habit: { purchases, usualPurchases, usualPurchase } }) {
  const often = usualPurchases === null ? t("plan.purchases", { n: purchases }) : t("plan.purchases.of", { n: purchases, usual: usualPurchases });
  return usualPurchase ? `${often}${lang() === "zh" ? "" : " "}${t("plan.purchase", { amount: written(usualPurchase) })}` : often;
}

const history = ({ month }) => (month.seen === 0 ? t("plan.young") : t("plan.seen", { n: month.seen }));

/** What was spent, against what is usual: the mark stands where usual is, also when more was spent. */
function bar(spent, usual, most = Math.max(spent, usual)) {
  const at = (amount) => (most > 0 ? (WIDTH * amount) / most : 0);
  const within = Math.min(spent, usual || spent);
  return svg(
    "svg",
    { class: "bar", viewBox: `0 0 ${WIDTH} 8`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "usual", x: 0, y: 0, width: at(usual), height: 8 }),
    svg("rect", { class: "spent", x: 0, y: 0, width: at(within), height: 8 }),
    spent > within && svg("rect", { class: "beyond", x: at(within), y: 0, width: at(spent - within), height: 8 }),
  );
}

/** What the counter itself sums sales under, told as the reader does; a merchant's own category as its merchant wrote it. */
const HOUSE = { "": "plan.other", open: "plan.open", Fares: "plan.fares" };

function named(category) {
  return Object.hasOwn(HOUSE, category) ? t(HOUSE[category]) : category;
}

function categories(plan) {
  const most = Math.max(...plan.categories.flatMap(({ amounts }) => [amounts.spent.amount, amounts.usual?.amount ?? 0]));
  const row = ({ category, amounts: { spent, usual } }) =>
    h(
      "li",
      null,
      h("div.names", null, h("b", null, named(category)), h("b.money", null, written(spent))),
      bar(spent.amount, usual?.amount ?? 0, most),
      usual && h("span.small.faint", null, usual.amount > 0 ? t("plan.usual", { usual: written(usual) }) : t("plan.unusual")),
    );
  const usual = plan.whole.usual && h("p.small.faint", null, t("plan.medians"));
  return h("section.group.plan", null, h("h2", null, t("plan.categories")), h("ul.parts", null, plan.categories.map(row)), usual);
}

/** The member's own limit: how far it is used, and where it is changed. */
function limit(plan, doing) {
  const { currency } = plan.whole.spent;
  const mine = plan.limit;
  const input = h("input", { id: "plan-limit", inputMode: "decimal", autocomplete: "off", value: mine ? plain(mine.amount.amount, currency) : "" });
  const save = (event) => {
    event.preventDefault();
    const amount = read(input.value, currency);
    return amount ? doing.limit({ amount, currency }) : doing.tell(t("plan.limit.unclear"), false);
  };
  const field = fill(h("label.field.grow"), h("span", null, t("plan.limit.amount")), input);
  const remove = mine && h("button.wide", { type: "button", onclick: doing.remove }, t("plan.limit.remove"));
  const form = fill(h("form.limit-in", { onsubmit: save }), field, h("button.primary", { type: "submit" }, t("save")));
  return h(
    "section.group.plan",
    null,
    h("h2", null, t("plan.limit")),
    mine ? usedOf(plan) : h("p.small.faint", null, t("plan.limit.text")),
    mine ? h("details.terms", null, h("summary", null, t("plan.limit.change")), h("div.stack", null, form, remove)) : form,
  );
}

function usedOf({ limit: { amount, left, share, state }, whole: { spent } }) {
  const values = { limit: written(amount), left: write(Math.abs(left.amount), left.currency), n: Math.floor(share / BASIS) };
  return [
    h("p.strong", null, t("plan.limit.of", { spent: written(spent), ...values })),
    bar(spent.amount, amount.amount),
    h(state === "FINE" ? "p.small" : "p.small.mild", null, t(`plan.limit.${state}`, values)),
  ];
}

/** Vouchers that save something on what the member usually buys. */
function fits(plan, vouchers) {
  const { like } = plan.habit;
  const how = like && t("plan.fits.text", { day: dated(like.day, { day: "numeric", month: "long" }), cost: written(like.cost) });
  return h(
    "section.stack.fits",
    null,
    h("h2", null, t("plan.fits")),
    vouchers.length > 0 && how && h("p.small.faint", null, how),
    vouchers.length > 0 ? h("ul.vouchers", null, vouchers) : h("p.none.faint", null, t("plan.fits.none")),
  );
}

function fitting(voucher, take) {
  const name = lang() === "zh" ? voucher.names.zh : voucher.names.en;
  const saves = voucher.saving.amount > 0;
  const more = voucher.more && t(saves ? "plan.more.too" : "plan.more.then", { add: written(voucher.more.add), save: written(voucher.more.save) });
  const stub = saves ? h("span.worth", null, written(voucher.saving)) : h("span.worth.long", null, t("plan.stub.more", { add: written(voucher.more.add) }));
  const lines = [
    saves && h("span.small", null, t("plan.saves", { amount: written(voucher.saving) })),
    more && h("span.small", null, more),
    voucher.count > 1 && h("span.small.faint", null, t("plan.count", { n: voucher.count })),
    voucher.until && h("span.small.faint", null, t(take ? "plan.take.until" : "vouchers.until", { when: moment(voucher.until) })),
  ];
  const takeOne = async (event) => {
    event.target.disabled = true;
    await take(voucher.campaignId);
    event.target.disabled = false;
  };
  const button = take && h("div.below", null, h("span.small.faint.grow", null, t("plan.take.text")), h("button.primary", { type: "button", ariaLabel: `${t("vouchers.take")}: ${name}`, onclick: takeOne }, t("vouchers.take")));
  return h("li.voucher", null, h("div.stub", null, stub), h("div.what", null, h("b", null, name), lines), button);
}
