/** The basket on screen: each line with its quantity to touch, and the very large total. */

import { h, icon, show } from "/assets/js/dom.js";
import { named, t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";
import * as basket from "./basket.js";
import * as offers from "./offers.js";
import { currency } from "./session.js";

/** Builds the list of lines; it follows the basket. */
export function basketList() {
  const list = h("ol.lines", { ariaLabel: t("basket") });
  let shown = [];
  const empty = h("div.empty", null, icon("search"), h("p", null, t("basket.empty")), h("p.faint", null, t("basket.hint")));
  const paint = () => {
    const focus = focusIn(list, shown);
    shown = [...basket.lines()];
    show(list, shown.map(lineRow));
    if (focus) list.children[shown.indexOf(focus.line)]?.querySelectorAll("button")[focus.button]?.focus({ preventScroll: true });
    empty.hidden = !basket.isEmpty();
    list.hidden = basket.isEmpty();
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  };
  basket.onChange(paint);
  paint();
  return h("div.basket", null, list, empty);
}

/** Which button of which line has the focus, so that it has it again when the lines are built anew; null for none. */
function focusIn(list, lines) {
  const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
  return at < 0 ? null : { line: lines[at], button: [...list.children[at].querySelectorAll("button")].indexOf(document.activeElement) };
}

/** An amount in words; of what has no price yet, none. */
const writtenIf = (known, amount) => (known ? write(amount, currency()) : "–");

function lineRow(line, at) {
  const name = line.sku ? named({ nameEn: line.nameEn ?? line.text ?? line.sku, nameZh: line.nameZh }) : line.text ?? t("open.line");
  const known = line.unitAmount !== null;
  const row = h(
    "li",
    { onclick: () => basket.select(at) },
    h(
      "div.what",
      null,
      h("span.name", null, name),
      h("span.faint.small.number", null, [line.sku, writtenIf(known, line.unitAmount)].filter(Boolean).join(" · ")),
    ),
    stepper(line, at, name),
    h("span.amount.money", null, writtenIf(known, line.quantity * line.unitAmount)),
    button("cross", t("line.remove", { name }), () => basket.setQuantity(at, 0)),
  );
  if (at === basket.selected()) row.setAttribute("aria-current", "true");
  return row;
}

function button(sign, label, run) {
  return h(
    "button.quiet",
    { type: "button", ariaLabel: label, title: label, onclick: (event) => (event.stopPropagation(), run()) },
    icon(sign),
  );
}

function stepper(line, at, name) {
  return h(
    "div.stepper",
    { role: "group", ariaLabel: t("line.quantity", { name }) },
    button("minus", t("line.less", { name }), () => basket.setQuantity(at, line.quantity - 1)),
    h("output.number", null, String(line.quantity)),
    button("plus", t("line.more", { name }), () => basket.setQuantity(at, line.quantity + 1)),
  );
}

/** The total and the count of things, following the basket. */
export function totalView() {
  const sum = h("output.total.money", { id: "total" });
  const things = h("p.faint");
  const list = h("s.list-price.money", { ariaLabel: t("offers.list-price") });
  const added = h("p.faint", { hidden: true });
  const paint = () => {
    const quote = offers.current();
    const tax = quote ? offers.taxAdded(quote) : 0;
    const saved = basket.total() + tax - offers.payable();
    sum.textContent = writtenIf(quote || basket.isPriced(), offers.payable());
    sum.style.setProperty("--figures", String(sum.textContent.length));
    list.hidden = saved <= 0;
    list.textContent = write(basket.total(), currency());
    things.textContent = basket.isEmpty() ? t("total.none") : t("total.count", { n: basket.count() });
    added.hidden = tax === 0;
    added.textContent = t("total.tax", { tax: write(tax, currency()) });
  };
  basket.onChange(paint);
  offers.onChange(paint);
  paint();
  return h("div.sum-up", { ariaLive: "polite" }, h("h2", null, t("total"), " ", list), sum, things, added);
}

/** What keys do while the search field is empty: choose a line, change how many, take it out. The line that has the focus comes first. */
export function basketKeys(event) {
  const row = event.target.closest?.(".lines > li");
  const at = row ? [...row.parentNode.children].indexOf(row) : basket.selected();
  const line = basket.lines()[at];
  const acts = {
    ArrowUp: () => basket.select(at - 1),
    ArrowDown: () => basket.select(at + 1),
    "+": () => basket.setQuantity(at, line.quantity + 1),
    "-": () => basket.setQuantity(at, line.quantity - 1),
    Delete: () => basket.setQuantity(at, 0),
  };
  if (!line || !acts[event.key]) return;
  event.preventDefault();
  if (row) basket.select(at);
  acts[event.key]();
}
