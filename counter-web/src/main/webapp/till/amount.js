/** A line without a product: an amount, and what it is for. */

import { fill, h, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { read } from "/assets/js/money.js";
import * as basket from "./basket.js";
import { faultLine, field, openDialog } from "./dialogs.js";
import { submit } from "./parked.js";
import { currency } from "./session.js";

/** Opens the dialog. */
export function openAmount() {
  openDialog(t("amount.title"), (body, footer, close) => {
    const amount = h("input.amount", { id: "open-amount", inputMode: "decimal", autocomplete: "off", "data-first": true });
    const text = h("input", { maxLength: 80, autocomplete: "off", placeholder: t("amount.example") });
    const fault = faultLine();
    const add = (event) => {
      event.preventDefault();
      const minor = read(amount.value, currency());
      if (minor > 0) {
        basket.addAmount(minor, text.value.trim());
        return close();
      }
      fault.hidden = false;
      fault.textContent = t("amount.unclear");
      return amount.select();
    };
    const form = h("form.cash", { id: "amount-form", onsubmit: add });
    show(body, fill(form, field(t("amount"), amount), field(t("amount.for"), text), fault));
    footer.append(submit("amount-form", t("amount.add")));
  });
}
