/** The one field of the till: scan, search, or type an amount. Arrows and Enter choose among what was found. */

import { h, icon, show } from "/assets/js/dom.js";
import { named, t } from "/assets/js/i18n.js";
import { at } from "/assets/js/api.js";
import { written } from "/assets/js/money.js";
import { ask } from "./session.js";

/** Builds the field. onText(text) gets what was entered, onProduct(product) a choice, onKey(event) keys while empty. */
export function searchField({ onText, onProduct, onKey }) {
  const list = h("ul.found", { id: "found", role: "listbox", ariaLabel: t("search.found"), hidden: true });
  const input = h("input", {
    id: "search",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: false,
    enterKeyHint: "enter",
    placeholder: t("search.placeholder"),
    ariaLabel: t("search.placeholder"),
    "aria-controls": "found",
    "aria-expanded": "false",
  });
  const state = { products: [], text: "", chosen: -1, asked: 0, timer: 0 };

  const paint = () => {
    list.hidden = state.products.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    const row = (product, index) => foundRow(product, index === state.chosen, index, () => pick(index));
    show(list, state.products.map(row));
    if (state.chosen >= 0) input.setAttribute("aria-activedescendant", `found-${state.chosen}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[state.chosen]?.scrollIntoView({ block: "nearest" });
  };
  const clear = () => {
    clearTimeout(state.timer);
    state.asked++;
    input.value = "";
    Object.assign(state, { products: [], chosen: -1 });
    paint();
  };
  const pick = (index) => {
    const product = state.products[index];
    clear();
    input.focus();
    onProduct(product);
  };
  const look = async () => {
    const text = input.value.trim();
    const asked = ++state.asked;
    const worth = text.length >= 2 && !/^[\d.,]+$/.test(text);
    const found = worth ? await ask("GET", at("/products", { text, limit: 8 })).catch(() => null) : { items: [] };
    if (asked !== state.asked || !found) return;
    Object.assign(state, { products: found.items, text, chosen: -1 });
    paint();
  };
  /** What was found for the text as it stands; what was found for its beginning only says nothing of it. */
  const known = () => (state.text === input.value.trim() ? state.products : []);

  input.addEventListener("input", () => {
    clearTimeout(state.timer);
    state.chosen = -1;
    paint();
    state.timer = setTimeout(look, 160);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && state.products.length) {
      event.preventDefault();
      state.chosen = Math.max(-1, Math.min(state.products.length - 1, state.chosen + step));
      paint();
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      if (state.chosen >= 0) pick(state.chosen);
      else if (input.value.trim()) onText(input.value, known());
    } else if (event.key === "Escape") {
      clear();
    } else if (input.value === "") {
      onKey(event);
    }
  });

  const element = h("div.search", { role: "search" }, icon("search"), input, list);
  return { element, input, clear };
}

function foundRow(product, chosen, index, pick) {
  return h(
    "li",
    { id: `found-${index}`, role: "option", ariaSelected: String(chosen), onpointerdown: (event) => (event.preventDefault(), pick()) },
    h("span.name", null, named(product)),
    h("span.sku.faint.number", null, product.sku),
    h("span.money", null, written(product.price)),
  );
}
