/** Sales set aside for a moment: park this one, take another up. */

import { fill, h, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { at, newKey } from "/assets/js/api.js";
import { write } from "/assets/js/money.js";
import * as basket from "./basket.js";
import { explain, faultLine, field, openDialog, toast } from "./dialogs.js";
import { ask, currency, session } from "./session.js";

/** Asks for a label and parks the sale in hand. */
export function openPark() {
  if (basket.isEmpty()) return;
  const key = newKey();
  openDialog(t("park.title"), (body, footer, close) => {
    const label = h("input", { maxLength: 60, autocomplete: "off", placeholder: t("park.example"), "data-first": true });
    const fault = faultLine();
    const park = async (event) => {
      event.preventDefault();
      const storeId = session.place.store.id;
      const name = label.value.trim() || new Date().toTimeString().slice(0, 5);
      try {
        const parked = await ask("POST", "/parked-sales", { key, body: { storeId, label: name, lines: basket.asRequest() } });
        keepWish(parked.id);
        basket.finish();
        close();
        toast(t("park.done", { label: name }));
        document.dispatchEvent(new CustomEvent("till:parked"));
      } catch (failure) {
        explain(fault, failure);
      }
    };
    show(body, fill(h("form", { id: "park-form", onsubmit: park }), field(t("park.label"), label)), fault);
    footer.append(submit("park-form", t("park.do")));
  });
}

const WISHES = "till.parked.wishes";
const MOST_WISHES = 50;

/** What a customer overruled waits on this device while the sale is parked; at another till the best price is chosen anew. */
function keepWish(id) {
  const kept = Object.entries(JSON.parse(localStorage.getItem(WISHES) ?? "{}")).slice(1 - MOST_WISHES);
  localStorage.setItem(WISHES, JSON.stringify(Object.fromEntries([...kept, [id, { ...basket.wish(), points: 0 }]])));
}

function takeWish(id) {
  const { [id]: wish, ...others } = JSON.parse(localStorage.getItem(WISHES) ?? "{}");
  localStorage.setItem(WISHES, JSON.stringify(others));
  return wish;
}

/** A submit button that stands outside its form. */
export function submit(form, label) {
  const button = h("button.primary.wide", { type: "submit" }, label, h("kbd", null, "Enter"));
  button.setAttribute("form", form);
  return button;
}

/** The parked sales of the store, oldest first. */
export async function parkedSales() {
  const answer = await ask("GET", at("/parked-sales", { storeId: session.place.store.id }));
  return answer.items ?? answer;
}

/** Lists the parked sales, to take one up. */
export function openParked() {
  openDialog(t("parked.title"), async (body, footer, close) => {
    const fault = faultLine();
    const list = h("ul.rows");
    show(body, !basket.isEmpty() && h("p.hint", null, t("parked.first")), fault, list);
    try {
      const sales = await parkedSales();
      show(list, sales.map((sale) => parkedRow(sale, close, fault)));
      if (!sales.length) list.append(h("li.none.faint", null, t("parked.none")));
      list.querySelector("button")?.focus();
    } catch (failure) {
      explain(fault, failure);
    }
  });
}

function parkedRow(sale, close, fault) {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(sale.parkedAt)) / 60000));
  const age = minutes < 60 ? t("age.minutes", { n: minutes }) : t("age.hours", { n: Math.floor(minutes / 60) });
  const quantity = sale.lines.reduce((sum, line) => sum + line.quantity, 0);
  const resume = async () => {
    try {
      const taken = await ask("POST", `/parked-sales/${sale.id}/resume`, { key: newKey(), body: {} });
      close();
      document.dispatchEvent(new CustomEvent("till:parked"));
      await basket.takeUp(taken.lines, takeWish(sale.id));
    } catch (failure) {
      explain(fault, failure);
    }
  };
  return h(
    "li",
    null,
    h(
      "div.what",
      null,
      h("b", null, sale.label),
      h("span.faint.small", null, [age, sale.cashier, t("total.count", { n: quantity })].join(" · ")),
    ),
    h("span.money", null, write(sale.total, currency())),
    h("button.primary", { type: "button", onclick: resume, disabled: !basket.isEmpty() }, t("parked.resume")),
  );
}
