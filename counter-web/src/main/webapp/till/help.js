/** The keys of the till on one page. */

import { h, show } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { openDialog } from "./dialogs.js";

const KEYS = [
  ["Enter", "help.enter"],
  ["↑ ↓", "help.arrows"],
  ["+ − Del", "help.quantity"],
  ["3*", "help.times"],
  ["12.50", "help.amount"],
  ["F2", "help.cash"],
  ["F3", "help.open"],
  ["F4", "help.park"],
  ["F5", "help.offers"],
  ["F6", "help.parked"],
  ["F7", "help.refund"],
  ["F8", "help.members"],
  ["F9", "help.sales"],
  ["Esc", "help.escape"],
  ["?", "help.help"],
];

/** Opens the overlay. */
export function openHelp() {
  openDialog(t("help.title"), (body) => {
    show(
      body,
      h("p", null, t("help.pay")),
      h("dl.keys", null, KEYS.map(([key, text]) => h("div", null, h("dt", null, h("kbd", null, key)), h("dd", null, t(text))))),
      h("p.small.faint", null, t("help.scan")),
    );
  });
}
