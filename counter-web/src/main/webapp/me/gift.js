/** Giving a voucher to a friend: by their whole phone number or member code, asked once more before it is done. */

import { post, Refusal } from "/assets/js/api.js";
import { h } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";

/** Asks for the friend and gives; tells who got it. */
export function askFriend(voucherId, name, given) {
  const fault = h("p.fault", { role: "alert", hidden: true });
  const friend = h("input", { autocomplete: "off", inputMode: "tel", maxLength: 40, required: true });
  const enter = h("button.primary.grow", { type: "submit" }, t("gift.do"));
  const give = async (event) => {
    event.preventDefault();
    const number = friend.value.trim();
    enter.disabled = true;
    fault.hidden = true;
    try {
      await post(`/me/vouchers/${voucherId}/gift`, { number });
      dialog.close();
      given(number);
    } catch (failure) {
      fault.hidden = false;
      fault.textContent = failure instanceof Refusal ? failure.message : t("unreachable");
      enter.disabled = false;
      friend.focus();
    }
  };
  const dialog = h(
    "dialog",
    { ariaLabel: t("gift.title") },
    h(
      "form.panel",
      { onsubmit: give },
      h("header", null, h("h2", null, t("gift.title"))),
      h("div.body", null, h("p", null, t("gift.text", { name })), h("label.field", null, h("span", null, t("gift.friend")), friend), h("p.small.faint", null, t("gift.sure")), fault),
      h("footer", null, h("button.grow", { type: "button", onclick: () => dialog.close() }, t("cancel")), enter),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  friend.focus();
}
