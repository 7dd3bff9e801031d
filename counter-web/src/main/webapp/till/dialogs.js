/** Dialogs over the sale. One at a time; the sale stands behind, untouched. */

import { fill, h, icon } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { Refusal } from "/assets/js/api.js";

let open = null;

/** What the dialog on screen wants to do with a scan; undefined where it has no use for one. */
export const scanHandler = () => open?.onScan;

/** Whether a dialog stands over the sale. */
export const isOpen = () => open !== null;

/** Opens a dialog. build(body, footer, close) fills it; onScan gets scans while it is open. */
export function openDialog(title, build, onScan) {
  closeDialog();
  const body = h("div.body");
  const footer = h("footer");
  const dialog = h("dialog", { ariaLabel: title });
  const close = () => dialog.close();
  const head = h(
    "header",
    null,
    h("h2", null, title),
    h("button.quiet", { type: "button", ariaLabel: t("close"), title: t("close"), onclick: close }, icon("cross")),
  );
  dialog.append(h("div.panel", null, head, body, footer));
  dialog.addEventListener("close", () => {
    if (open?.dialog === dialog) open = null;
    dialog.remove();
    document.dispatchEvent(new CustomEvent("till:rest"));
  });
  open = { dialog, onScan };
  document.body.append(dialog);
  build(body, footer, close);
  dialog.showModal();
  dialog.querySelector("[data-first]")?.focus();
  return close;
}

/** Closes the dialog there is. It is gone at once, so that no two stand there while the browser tells of it. */
export function closeDialog() {
  const closing = open?.dialog;
  closing?.close();
  closing?.remove();
}

/** A note at the foot of the screen, above everything, for a few seconds. */
export function toast(text) {
  document.querySelector(".toast")?.remove();
  const note = h("div.toast", { role: "status", popover: "manual" }, text);
  document.body.append(note);
  note.showPopover?.();
  setTimeout(() => note.remove(), 4500);
}

/** Shows under a form why something did not go; in words of the server where it said some. */
export function explain(place, failure) {
  const text = failure instanceof Refusal ? failure.message : t("unreachable.detail");
  place.hidden = false;
  place.textContent = text;
}

/** A place for such an explanation. */
export const faultLine = () => h("p.fault", { role: "alert", hidden: true });

/** A labelled field. */
export function field(label, input) {
  return fill(h("label.field"), h("span", null, label), input);
}
