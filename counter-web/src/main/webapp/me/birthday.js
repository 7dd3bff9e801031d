/** The member's birthday: told once, by day, month and, if they like, the year. */

import { call, newKey } from "/assets/js/api.js";
import { fill, h, show } from "/assets/js/dom.js";
import { birthFields, inWords } from "/assets/js/birthday.js";
import { t } from "/assets/js/i18n.js";
import { member, refresh } from "./member.js";

/** The section of the settings; `again` shows them anew, `say` words a failure. */
export function birthday(again, say) {
  const section = h("section.group.birthday", null, h("h2", null, t("birthday")));
  if (member.view.birthday) {
    return fill(section, h("p.strong", null, inWords(member.view.birthday)), h("p.small.faint", null, t("birthday.told")));
  }
  return fill(section, h("p.small.faint", null, t("birthday.why")), asking(again, say));
}

function asking(again, say) {
  const names = { day: t("birthday.day"), month: t("birthday.month"), year: t("birthday.year"), noYear: t("birthday.no-year") };
  const birth = birthFields({ names, required: true });
  const fault = h("p.fault", { role: "alert", hidden: true });
  const unclear = () => {
    fault.hidden = false;
    fault.textContent = t("birthday.unclear");
  };
  const ask = (event) => {
    event.preventDefault();
    fault.hidden = true;
    const told = birth.told();
    return told ? confirm(told, again, say) : unclear();
  };
  return fill(h("form", { onsubmit: ask }), birth.row, fault, h("button.primary.wide", { type: "submit" }, t("birthday.next")));
}

/** It is told once, so it is shown once more before it is sent. */
function confirm(told, again, say) {
  const fault = h("p.fault", { role: "alert", hidden: true });
  const send = async () => {
    try {
      await call("PUT", "/me/birthday", { body: { birthday: told }, key: newKey() });
      await refresh();
      dialog.close();
      again();
    } catch (failure) {
      fault.hidden = false;
      fault.textContent = say(failure);
    }
  };
  const dialog = h("dialog", { ariaLabel: t("birthday") });
  const back = h("button.grow", { type: "button", onclick: () => dialog.close() }, t("cancel"));
  const right = h("button.primary.grow", { type: "button", onclick: send }, t("birthday.do"));
  show(dialog, h("div.panel", null, h("header", null, h("h2", null, t("birthday.sure", { day: inWords(told) }))), h("div.body", null, h("p", null, t("birthday.once")), fault), h("footer", null, back, right)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
