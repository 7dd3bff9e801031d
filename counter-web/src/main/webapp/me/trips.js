/** Points on trips: what waits to earn, whether points pay fares, and which they have paid. */

import { call, Refusal } from "/assets/js/api.js";
import { h } from "/assets/js/dom.js";
import { lang, moment, t } from "/assets/js/i18n.js";
import { written } from "/assets/js/money.js";

const USES = ["NEVER", "NEXT", "EVERY"];
const day = (date) => new Intl.DateTimeFormat(lang() === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

/** The section on the page of points; nothing where fares have nothing to do with points. */
export function trips(standing) {
  if (!standing.offered && !standing.waiting.length && !standing.discounts.length) return null;
  const waiting = h("div.stack");
  const paid = h("div.stack");
  const draw = (now) => {
    waiting.replaceChildren(...now.waiting.map((each) => h("p.small", null, t("trips.day", { day: day(each.day), n: each.trips, amount: written(each.fares) }))));
    paid.replaceChildren(...(now.discounts.length ? [h("b", null, t("trips.paid")), h("ol.movements", null, now.discounts.map(discount))] : []));
  };
  draw(standing);
  return h("section.group", null, h("h2", null, t("trips")), standing.offered && h("p.small.faint", null, t("trips.text")), waiting, standing.offered && asking(standing.use, draw), paid);
}

/** The choice is set at once; where it is refused, the old one stands again. */
function asking(use, draw) {
  const told = h("p", { role: "status", hidden: true });
  const tell = (text, good) => {
    told.className = good ? "good" : "fault";
    told.hidden = false;
    told.textContent = text;
  };
  let chosen = use;
  const set = async (wanted) => {
    try {
      const now = await call("PUT", "/me/trips", { body: { use: wanted } });
      chosen = now.use;
      draw(now);
      tell(t("trips.set"), true);
    } catch (failure) {
      tell(failure instanceof Refusal ? failure.message : t("unreachable"), false);
    }
    box.querySelector(`[value=${chosen}]`).checked = true;
  };
  const choice = (each) => h("label.check", null, h("input", { type: "radio", name: "trips", value: each, checked: each === use, onchange: () => set(each) }), h("span", null, t(`trips.use.${each}`)));
  const box = h("fieldset.choices", null, h("legend", null, t("trips.ask")), USES.map(choice));
  return h("div.stack", null, box, told, h("p.small.faint", null, t("trips.how")));
}

function discount({ at, fare, points, off }) {
  return h(
    "li",
    null,
    h("div.what", null, h("b", null, t("trips.off", { off: written(off), fare: written(fare), n: points })), h("span.small.faint.number", null, moment(at))),
    h("b.number.in", null, `+${written(off)}`),
  );
}
