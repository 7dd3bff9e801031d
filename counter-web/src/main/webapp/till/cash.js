/** Cash: what the customer hands over, by key or by note, and the change. */

import { fill, h, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { likelyCash, plain, read, write } from "/assets/js/money.js";
import * as basket from "./basket.js";
import { faultLine, field, openDialog } from "./dialogs.js";
import * as offers from "./offers.js";
import { payInCash } from "./pay.js";
import { currency } from "./session.js";

/** Opens the cash dialog for the sale in hand; anew, if the price for who pays in cash is another one. */
export function openCash() {
  if (basket.isEmpty()) return;
  const seen = offers.payable();
  const coins = offers.current()?.cash.amount ?? seen;
  open(seen, coins);
  const again = ({ payable, cash }) => (payable.amount !== seen || cash.amount !== coins) && document.getElementById("cash-form") && open(payable.amount, cash.amount);
  offers.priceFor(offers.shown(), ["CASH"]).then(again, () => null);
}

/** The price, and what coins can pay for it. */
function open(price, due) {
  openDialog(t("cash.title"), (body, footer) => {
    const input = h("input.amount", { id: "received", inputMode: "decimal", autocomplete: "off", "data-first": true });
    input.placeholder = plain(due, currency());
    const change = h("output.change.money", { ariaLive: "polite" });
    const fault = faultLine();
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
    input.addEventListener("input", paint);
    const notes = likelyCash(due, currency()).map((sum, index) => noteButton(sum, index, () => {
      input.value = plain(sum, currency());
      take();
    }));
    const form = h("form.cash", { id: "cash-form", onsubmit: (event) => (event.preventDefault(), take()) });
    show(body, fill(form,
      h("div.due", null, h("span", null, t("cash.due")), h("b.money", null, write(due, currency()))),
      due !== price && h("p.small.faint", null, t("cash.rounded", { price: write(price, currency()) })),
      h("div.notes", { role: "group", ariaLabel: t("cash.notes") }, notes),
      field(t("cash.received"), input),
      fault,
      h("div.due.back", null, h("span", null, t("change")), change),
    ));
    footer.append(h("button.primary.wide", { type: "submit" }, t("cash.take"), h("kbd", null, "Enter")));
    footer.firstChild.setAttribute("form", "cash-form");
    paint();
  });
}

function noteButton(sum, index, take) {
  const label = write(sum, currency());
  return h("button", { type: "button", onclick: take }, index === 0 && h("small", null, t("cash.exact")), h("span.money", null, label));
}
