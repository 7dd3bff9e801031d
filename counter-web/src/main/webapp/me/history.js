/** Everything that moved in the wallet, newest first, each line with the balance after it. */

import { at, get, Refusal } from "/assets/js/api.js";
import { h, show } from "/assets/js/dom.js";
import { has, lang, moment, t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";
import { wallet } from "./member.js";

const minor = (value) => (typeof value === "object" && value ? value.amount : value);

/** Shows the page. */
export function openHistory(place) {
  const list = h("ol.movements");
  const more = h("button.wide", { type: "button", hidden: true }, t("more"));
  const fault = h("p.fault", { role: "alert", hidden: true });
  const currency = wallet()?.balance.currency;
  const statement = at("/api/v1/me/statement.pdf", { language: lang(), currency });
  show(place, h("h1", null, t("history")), list, fault, more, currency && h("a.statement", { href: statement, download: "" }, t("history.statement")));
  const load = async (after) => {
    more.disabled = true;
    fault.hidden = true;
    if (!currency) return list.append(h("li.none.faint", null, t("history.none")));
    try {
      const page = await get(at("/me/statement", { currency, after, limit: 20 }));
      const priced = await pricedSales();
      list.append(...page.items.map((line) => movement(line, currency, priced)));
      if (!list.children.length) list.append(h("li.none.faint", null, t("history.none")));
      more.hidden = !page.after;
      more.onclick = () => load(page.after);
    } catch (failure) {
      fault.hidden = false;
      fault.textContent = failure instanceof Refusal ? failure.message : t("unreachable");
    }
    more.disabled = false;
    return null;
  };
  load(null);
}

const PAYMENTS = 100;

/** What the latest payments saved and earned, by their sale. It is an extra: without it the history stands as well. */
async function pricedSales() {
  const page = await get(at("/me/payments", { limit: PAYMENTS })).catch(() => ({ items: [] }));
  return new Map(page.items.filter(({ state }) => state === "SUCCEEDED").map((payment) => [payment.saleNumber, payment]));
}

/** "Saved £5.00 · 12 points earned", or nothing. */
function gained({ amount, pricing, pointsEarned }) {
  const saved = pricing ? pricing.list + (pricing.taxAdded ?? 0) - pricing.points - amount.amount : 0;
  const parts = [
    saved > 0 && t("history.saved", { amount: write(saved, amount.currency) }),
    pricing?.pointsSpent > 0 && t("history.spent", { n: pricing.pointsSpent }),
    pointsEarned > 0 && t("history.earned", { n: pointsEarned }),
  ].filter(Boolean);
  return parts.length > 0 && h("span.small.gained", null, parts.join(" · "));
}

function movement(line, currency, priced) {
  const amount = minor(line.amount);
  const sale = saleOf(line.document);
  return h(
    "li",
    null,
    h("div.what", null, h("b", null, has(`kind.${line.kind}`) ? t(`kind.${line.kind}`) : line.kind), h("span.small.faint.number", null, [moment(line.occurredAt), sale].filter(Boolean).join(" · ")), line.kind === "payment" && priced.has(sale) && gained(priced.get(sale))),
    h("div.sums", null, h(`b.money${amount > 0 ? ".in" : ""}`, null, (amount > 0 ? "+" : "") + write(amount, currency)), h("span.small.faint.money", null, write(minor(line.balance), currency))),
  );
}

function saleOf(document) {
  try {
    const parsed = typeof document === "string" ? JSON.parse(document) : document;
    return parsed?.sale ?? null;
  } catch {
    return null;
  }
}
