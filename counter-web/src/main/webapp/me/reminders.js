/** What the house reminds of: campaigns that one follows, and vouchers that expire. Each line leads to what it is about. */

import { at, call, get, Refusal } from "/assets/js/api.js";
import { h, icon, show } from "/assets/js/dom.js";
import { moment, named, t } from "/assets/js/i18n.js";

const SIGNS = { OPENED: "ticket", FEW_LEFT: "warning", ENDING: "clock", EXPIRING: "clock" };

/** Shows the page. */
export function openReminders(place) {
  const list = h("ol.reminders", { ariaLabel: t("reminders") });
  const more = h("button.wide", { type: "button", hidden: true }, t("more"));
  const fault = h("p.fault", { role: "alert", hidden: true });
  const all = h("button.wide", { type: "button", hidden: true, onclick: () => seeAll() }, t("reminders.all"));
  const tell = (failure) => {
    fault.hidden = false;
    fault.textContent = failure instanceof Refusal ? failure.message : t("unreachable");
  };
  const load = async (after) => {
    more.disabled = true;
    fault.hidden = true;
    try {
      const page = await get(at("/me/reminders", { after, limit: 20 }));
      if (!after) list.replaceChildren();
      list.append(...page.items.map(line));
      if (!list.children.length) list.append(nothing());
      all.hidden = page.unseen === 0;
      more.hidden = !page.after;
      more.onclick = () => load(page.after);
    } catch (failure) {
      tell(failure);
    }
    more.disabled = false;
  };
  const seeAll = () => call("PUT", "/me/reminders/seen").then(() => load(null), tell);
  show(place, h("a.small.back", { href: "#vouchers" }, t("lottery.back")), h("h1", null, t("reminders")), fault, list, all, more, h("a.small.texts", { href: "#settings" }, t("reminders.settings")));
  load(null);
}

const nothing = () => h("li.note", null, icon("bell"), h("b", null, t("reminders.none")), h("span.faint", null, t("reminders.none.text")));

function line(reminder) {
  const { id, kind, voucherId, campaignId, seen, until } = reminder;
  const over = Date.parse(until) <= Date.now();
  const words = t(`reminders.${kind}`, { name: named(reminder), when: moment(until) });
  const fresh = !seen && h("span.visually-hidden", null, t("reminders.unseen"));
  const href = `#vouchers/${voucherId ?? campaignId}`;
  // Noted before the next page counts what is new; without an answer the way leads on all the same.
  const open = async (event) => {
    if (seen) return;
    event.preventDefault();
    await call("PUT", `/me/reminders/${id}/seen`, { timeout: 3000 }).catch(() => null);
    location.hash = href;
  };
  const text = h("span.what", null, fresh, h(seen ? "span" : "b", null, words), h("span.small.faint.number", null, moment(reminder.at)));
  return h("li", null, h(seen ? "a" : "a.unseen", { href, onclick: open }, icon(over ? "cross" : SIGNS[kind]), text, icon("next")));
}
