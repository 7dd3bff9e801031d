/** Points, what they are worth and when they lapse; the tier, and how far it is to the next; gifts for points. */

import { at, get, Refusal } from "/assets/js/api.js";
import { h, show } from "/assets/js/dom.js";
import { has, lang, moment, named, t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";
import { wallet } from "./member.js";
import { trips } from "./trips.js";

const LOTS = 5;
const LINES = 10;
const count = (number) => new Intl.NumberFormat(lang() === "zh" ? "zh-CN" : "en-GB").format(number);
const day = (instant) => new Intl.DateTimeFormat(lang() === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium" }).format(new Date(instant));
/** A day of the merchant's, which is the same day wherever the phone is. */
const dated = (date) => new Intl.DateTimeFormat(lang() === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

/** Shows the page. */
export async function openPoints(place) {
  const body = h("div.stack", { ariaLive: "polite" });
  show(place, h("h1", null, t("points")), body);
  try {
    const [mine, gifts, riding] = await Promise.all([get("/me/points"), get("/me/points/gifts"), get("/me/trips")]);
    const cards = mine.points.map((points) => balance(points));
    show(body, tier(mine.tier), cards.length ? cards : h("p.none.faint", null, t("points.none")), trips(riding), offered(gifts.items, mine.points));
    await Promise.all(mine.points.map((points, index) => statement(cards[index], points.programmeId)));
  } catch (failure) {
    show(body, h("p.fault", { role: "alert" }, failure instanceof Refusal ? failure.message : t("unreachable")));
  }
}

function tier(place) {
  if (!place?.tier && !place?.next) return null;
  const benefits = place.tier && (lang() === "zh" ? place.tier.benefitsZh : place.tier.benefitsEn);
  const rest = place.next && missing(place);
  const next = rest && h("p.small", null, t("tier.next", { tier: named(place.next), missing: rest }));
  const done = place.next ? (100 * place.measured) / Math.max(1, place.next.threshold) : 100;
  return h(
    "section.group",
    null,
    h("h2", null, place.tier ? t("tier.is", { tier: named(place.tier) }) : t("tier.none")),
    benefits && h("p", null, benefits),
    place.next && h("progress.way", { max: 100, value: Math.min(100, done), ariaLabel: t("tier.way") }),
    next,
    place.fallsAt && h("p.small.fault", null, t("tier.falls", { when: day(place.fallsAt) })),
  );
}

/** Without a wallet nothing tells in which money to write. */
const money = (amount) => wallet() && write(amount, wallet().balance.currency);

const missing = (place) => (place.measure === "SPEND" ? money(place.missing) : t(`tier.by.${place.measure}`, { n: place.missing }));

function balance(points) {
  const worth = points.worth > 0 && wallet() && t("points.worth", { amount: money(points.worth) });
  const lapsing = points.lots.filter((lot) => !lot.pending && lot.lastDay).slice(0, LOTS);
  return h(
    "section.group",
    null,
    h("h2", null, named(points)),
    h("p.sum.number", null, t("points.count", { points: count(points.available) })),
    worth && h("p.small", null, worth),
    points.pending > 0 && h("p.small.faint", null, t("points.pending", { points: count(points.pending) })),
    points.debt > 0 && h("p.small.fault", null, t("points.debt", { points: count(points.debt) })),
    lapsing.map((lot) => h("p.small.faint", null, t("points.lapse", { points: count(lot.left), when: dated(lot.lastDay) }))),
  );
}

async function statement(card, programmeId) {
  const page = await get(at("/me/points/statement", { programmeId, limit: LINES }));
  if (page.items.length) card.append(h("ol.movements", null, page.items.map(movement)));
}

function movement(line) {
  const name = has(`kind.${line.kind}`) ? t(`kind.${line.kind}`) : line.kind;
  const amount = (line.amount > 0 ? "+" : "") + count(line.amount);
  return h(
    "li",
    null,
    h("div.what", null, h("b", null, name), h("span.small.faint.number", null, moment(line.occurredAt))),
    h("div.sums", null, h(`b.number${line.amount > 0 ? ".in" : ""}`, null, amount), h("span.small.faint.number", null, count(line.balance))),
  );
}

function offered(gifts, points) {
  if (!gifts.length) return null;
  const have = (gift) => points.find(({ programmeId }) => programmeId === gift.programmeId)?.available ?? 0;
  const row = (gift) =>
    h(
      "li",
      null,
      h("div.what", null, h("b", null, named(gift)), h("span.small.faint", null, gift.stock === 0 ? t("gift.gone") : have(gift) < gift.points ? t("gift.missing", { points: count(gift.points - have(gift)) }) : t("gift.ask"))),
      h("b.number", null, t("points.count", { points: count(gift.points) })),
    );
  return h("section.group", null, h("h2", null, t("gifts")), h("ul.movements", null, gifts.map(row)));
}
