/** A receipt: whoever has its address may see it. On screen, on the phone, and on paper of 80 mm. */

import { get, Refusal, Unanswered } from "/assets/js/api.js";
import { h, icon, show } from "/assets/js/dom.js";
import { choose, fullMoment, named, otherLang, speak, t } from "/assets/js/i18n.js";
import { write, written } from "/assets/js/money.js";
import { qrSvg } from "/assets/js/qr.js";

const root = document.getElementById("receipt");
const token = decodeURIComponent(location.pathname.split("/")[2] ?? "");

await speak("receipt");
document.title = t("title");
await load();

async function load() {
  try {
    const receipt = await get(`/receipts/${encodeURIComponent(token)}`);
    show(root, bar(), slip(receipt));
    document.title = `${t("title")} ${receipt.saleNumber}`;
    fitPaper();
    if (location.hash === "#print") printForTill();
  } catch (failure) {
    if (!(failure instanceof Refusal) && !(failure instanceof Unanswered)) throw failure;
    const unknown = failure instanceof Refusal;
    const again = h("button.primary", { type: "button", onclick: load }, t("again"));
    show(
      root,
      bar(),
      h("article.slip.none", null, icon("receipt"), h("h1", null, t(unknown ? "none" : "unreachable")), h("p", null, t(unknown ? "none.what" : "unreachable.what")), !unknown && again),
    );
  }
}

/**
 * For the till: prints and goes, so that the next scan reaches the till and the same receipt can be printed once more. What
 * is told after printing comes too early in some browsers; print() itself waits.
 */
function printForTill() {
  setTimeout(() => {
    window.print();
    if (window.opener) window.close();
  }, 200);
}

/** Makes the page on paper as long as the slip: a roll has no length of its own. */
function fitPaper() {
  const page = document.documentElement;
  page.classList.add("paper");
  const millimetres = Math.ceil((root.scrollHeight * 25.4) / 96) + 8;
  page.classList.remove("paper");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: 80mm ${millimetres}mm; margin: 3mm 4mm; }`);
  document.adoptedStyleSheets = [sheet];
}

function bar() {
  return h(
    "nav.bar",
    { ariaLabel: t("title") },
    h("span.brand", null, h("img", { src: "/assets/logo.svg", alt: "" }), t("title")),
    h("button.quiet", { type: "button", onclick: () => choose(otherLang()) }, otherLang() === "zh" ? "中文" : "English"),
    h("button", { type: "button", onclick: () => window.print() }, icon("print"), t("print")),
  );
}

function slip(receipt) {
  const merchant = receipt.merchant ?? { nameEn: receipt.merchantNameEn, nameZh: receipt.merchantNameZh };
  const store = receipt.store ?? { nameEn: receipt.storeNameEn, nameZh: receipt.storeNameZh };
  const { currency } = receipt.amount;
  return h(
    "article.slip",
    null,
    h("header", null, h("h1", null, named(merchant)), h("p", null, named(store)), store.address && h("p.small", null, store.address)),
    h(
      "dl.facts",
      null,
      pair(t("sale"), receipt.saleNumber),
      pair(t("when"), fullMoment(receipt.occurredAt, merchant.zone ?? receipt.zone)),
      pair(t("cashier"), receipt.cashier),
      receipt.memberName && pair(t("member"), receipt.memberName),
    ),
    receipt.lines?.length > 0 && lineTable(receipt.lines, currency, Boolean(receipt.pricing)),
    receipt.pricing && reductionRows(receipt),
    h("dl.sums", null, h("div.total", null, h("dt", null, t("total")), h("dd.money", null, written(receipt.amount))), receipt.tenders.flatMap(tenderRows), savedRows(receipt)),
    receipt.taxes?.length > 0 && taxTable(receipt.taxes, currency),
    receipt.refunds?.length > 0 && refundRows(receipt),
    receipt.state === "CANCELLED" && h("p.stamp", null, t("cancelled")),
    h("footer", null, qrSvg(location.origin + location.pathname, "M", t("qr")), h("p.small", null, t("qr")), h("p", null, t("thanks"))),
  );
}

function pair(label, text) {
  return h("div", null, h("dt", null, label), h("dd.number", null, text));
}

function row(label, text) {
  return h("div", null, h("dt", null, label), h("dd.money", null, text));
}

/** The goods: at their list prices where what was taken off stands below them by its names. */
function lineTable(lines, currency, priced) {
  const line = ({ text, quantity, unitAmount, amount }) =>
    h("li", null, h("span.name", null, text), h("span.small.number", null, `${quantity} × ${write(unitAmount, currency)}`), h("span.money", null, write(priced ? quantity * unitAmount : amount, currency)));
  return h("ul.slip-lines", { ariaLabel: t("lines") }, lines.map(line));
}

/** The price without offers, what was taken off and by what, and what was given besides. */
function reductionRows({ pricing, amount }) {
  const { currency } = amount;
  return h(
    "dl.sums",
    null,
    row(t("list"), write(pricing.list, currency)),
    pricing.reductions.map((each) => row(named(each), `−${write(each.amount, currency)}`)),
    pricing.taxAdded > 0 && row(t("tax.added"), write(pricing.taxAdded, currency)),
    pricing.promises.filter(({ count }) => count > 0).map((each) => row(t(`promise.${each.kind}`, { name: named(each) }), each.kind === "CREDIT" ? write(each.count, currency) : `× ${each.count}`)),
  );
}

/** The tax of each rate: what it is reckoned on, and what it is. */
function taxTable(taxes, currency) {
  const rate = (each) => h("tr", null, h("th", { scope: "row" }, `${named(each)} ${each.basisPoints / 100} %`), h("td.money", null, write(each.base, currency)), h("td.money", null, write(each.tax, currency)));
  const head = h("tr", null, h("th", { scope: "col" }, t("tax")), h("th.money", { scope: "col" }, t("tax.base")), h("th.money", { scope: "col" }, t("tax.amount")));
  return h("table.taxes", null, h("thead", null, head), h("tbody", null, taxes.map(rate)));
}

function savedRows({ amount, pricing, pointsEarned }) {
  const saved = pricing ? pricing.list + pricing.taxAdded - pricing.points - amount.amount : 0;
  return [
    saved > 0 && row(t("saved"), write(saved, amount.currency)),
    pricing?.pointsSpent > 0 && row(t("points.spent"), String(pricing.pointsSpent)),
    pointsEarned > 0 && row(t("points.earned"), String(pointsEarned)),
  ];
}

function tenderRows({ kind, amount, received, rounding = 0 }) {
  const change = received ? received.amount - amount.amount - rounding : 0;
  return [
    rounding !== 0 && row(t("rounding"), write(rounding, amount.currency)),
    row(t(`tender.${kind}`), write(amount.amount + rounding, amount.currency)),
    received && row(t("received"), written(received)),
    change > 0 && row(t("change"), write(change, amount.currency)),
  ];
}

function refundRows(receipt) {
  const zone = receipt.merchant?.zone ?? receipt.zone;
  const rows = receipt.refunds.map((each) => row(`${t("refund")} · ${fullMoment(each.occurredAt, zone)}`, `−${written(each.amount)}`));
  const left = receipt.amount.amount - receipt.refunded.amount;
  return h("dl.sums", null, rows, h("div.total", null, h("dt", null, t("left")), h("dd.money", null, write(left, receipt.amount.currency))));
}
