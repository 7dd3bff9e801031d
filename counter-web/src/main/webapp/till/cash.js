/** Cash: what the customer hands over, by key or by note, and the change. */

import { fill, h, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { likelyCash, plain, read, write } from "/assets/js/money.js";
import * as basket from "./basket.js";
import { faultLine, field, openDialog } from "./dialogs.js";
import * as offers from "./offers.js";
import { isWholeAndPriced } from "./parked.js";
import { isBusy, payInCash } from "./pay.js";
import { currency } from "./session.js";

/** Opens the cash dialog for the sale in hand, once it is whole and priced; its figures follow, if the price for who pays in cash is another one. */
export async function openCash() {
  if (isBusy() || !(await isWholeAndPriced()) || basket.isEmpty()) return;
  const price = offers.payable();
  const ask = open({ price, due: offers.current()?.cash.amount ?? price });
  offers.priceInCash().then(({ payable, cash }) => ask({ price: payable.amount, due: cash.amount }), () => null);
}

/** Opens the dialog; returns how to tell it another price, and what coins can pay for it. What was typed stays. */
function open(asked) {
  let { price, due } = asked;
  const input = h("input.amount", { id: "received", inputMode: "decimal", autocomplete: "off", "data-first": true });
  const change = h("output.change.money", { ariaLive: "polite" });
  const fault = faultLine();
  const sum = h("b.money");
  const rounded = h("p.small.faint");
  const notes = h("div.notes", { role: "group", ariaLabel: t("cash.notes") });
  const received = () => (input.value.trim() === "" ? due : read(input.value, currency()));
  const paint = () => {
    const given = received();
    fault.hidden = true;
    change.textContent = given !== null && given >= due ? write(given - due, currency()) : "–";
  };
  const take = () => {
    const given = received();
    if (given !== null && given >= due) return payInCash(given, price);
    fault.hidden = false;
    fault.textContent = t(given === null ? "amount.unclear" : "cash.little", { due: write(due, currency()) });
    return input.select();
  };
  const note = (amount) => {
    input.value = plain(amount, currency());
    take();
  };
  const ask = (now) => {
    ({ price, due } = now);
    sum.textContent = write(due, currency());
    rounded.hidden = due === price;
    rounded.textContent = t("cash.rounded", { price: write(price, currency()) });
    input.placeholder = plain(due, currency());
    show(notes, likelyCash(due, currency()).map((amount, index) => noteButton(amount, index, () => note(amount))));
    paint();
  };
  input.addEventListener("input", paint);
  openDialog(t("cash.title"), (body, footer) => {
    const form = h("form.cash", { id: "cash-form", onsubmit: (event) => (event.preventDefault(), take()) });
    show(body, fill(form,
      h("div.due", null, h("span", null, t("cash.due")), sum),
      rounded,
      notes,
      field(t("cash.received"), input),
      fault,
      h("div.due.back", null, h("span", null, t("change")), change),
    ));
    footer.append(h("button.primary.wide", { type: "submit" }, t("cash.take"), h("kbd", null, "Enter")));
    footer.firstChild.setAttribute("form", "cash-form");
    ask(asked);
  });
  return ask;
}

function noteButton(sum, index, take) {
  const label = write(sum, currency());
  return h("button", { type: "button", onclick: take }, index === 0 && h("small", null, t("cash.exact")), h("span.money", null, label));
}
