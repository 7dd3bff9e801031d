/** Prizes that customers have won: found by the code on their phone or by who they are, handed over once. */

import { h, icon, show } from "/assets/js/dom.js";
import { moment, named, t } from "/assets/js/i18n.js";
import { at, newKey } from "/assets/js/api.js";
import { explain, faultLine, openDialog, toast } from "./dialogs.js";
import { submit } from "./parked.js";
import { ask, session } from "./session.js";

/** The letters and digits of codes: none that is taken for another. Phones show them as two groups of four. */
const CODE = /^[2-9A-HJKMNP-TV-Z]{4}[\s-]?[2-9A-HJKMNP-TV-Z]{4}$/i;

const OPEN = ["TO_HAND_OVER", "FAILED"];

/** Whether a text may be the code of a prize. */
export const looksLikePrize = (text) => CODE.test(text.trim());

/** The prize with this code; throws the refusal where there is none. */
export const prizeBy = async (code) => (await ask("GET", at("/prizes", { code: code.trim() }))).items[0];

const waitingOf = async (memberId) => (await ask("GET", at("/prizes", { memberId }))).items;

const nameOf = (names) => named({ nameEn: names.en, nameZh: names.zh });

/**
 * The quiet line that prizes wait for this customer, which opens them; nothing while there are none. What is on screen is
 * asked for once: the key says what it belongs to, and the place it stood in before is used again.
 */
export function waitingLine(memberId, key, before = () => null) {
  const place = h("div.waiting-prizes");
  place.refresh = async () => {
    const prizes = await waitingOf(memberId).catch(() => []);
    const open = () => (before(), openPrizes(prizes));
    show(place, prizes.length > 0 && h("button.quiet", { type: "button", onclick: open }, icon("star"), t("prize.waiting", { n: prizes.length })));
  };
  if (!key) return place.refresh(), place;
  if (kept.key !== `${key}/${memberId}`) {
    Object.assign(kept, { key: `${key}/${memberId}`, place });
    place.refresh();
  }
  return kept.place;
}

const kept = { key: null, place: null };

/** Opens what waits: the prize itself, or a list to choose from. */
function openPrizes(prizes) {
  if (prizes.length === 1) return openPrize(prizes[0]);
  return openDialog(t("prize.several"), (body) => {
    const row = (prize, index) =>
      h(
        "li",
        null,
        h("div.what", null, h("b", null, nameOf(prize.prize.names)), h("span.faint.small", null, `${nameOf(prize.campaign)} · ${moment(prize.drawnAt)}`)),
        h("button", { type: "button", "data-first": index === 0, onclick: () => openPrize(prize) }, t("prize.show")),
      );
    show(body, h("ul.rows", null, prizes.map(row)));
  });
}

/** Opens a prize: what, whose, where it stands; Enter hands it over. */
export function openPrize(prize) {
  const key = newKey();
  openDialog(t("prize.title"), (body, footer, close) => {
    const fault = faultLine();
    const whose = h("dd", null, "…");
    const name = nameOf(prize.prize.names);
    const handOver = async (event) => {
      event.preventDefault();
      const button = footer.querySelector("button");
      button.disabled = true;
      try {
        await ask("POST", `/prizes/${prize.id}/hand-over`, { key, body: { storeId: session.place.store.id } });
        close();
        toast(t("prize.done", { name }));
        document.querySelectorAll(".waiting-prizes").forEach((place) => place.refresh());
      } catch (failure) {
        button.disabled = failure.code !== undefined;
        explain(fault, failure);
      }
    };
    show(
      body,
      h("form", { id: "prize-form", hidden: true, onsubmit: handOver }),
      h("p.prize-name", null, icon("star"), h("b", null, name)),
      h("dl.facts", null, fact(t("member"), whose), fact(t("prize.lottery"), h("dd", null, nameOf(prize.campaign))), fact(t("prize.won"), h("dd", null, moment(prize.drawnAt))), fact(t("state"), h("dd", null, chip(prize.state)))),
      h("p", { className: OPEN.includes(prize.state) ? "hint" : "fault" }, advice(prize)),
      fault,
    );
    tellWhose(prize.memberId, whose);
    if (!OPEN.includes(prize.state)) return;
    const button = submit("prize-form", t("prize.hand-over"));
    button.setAttribute("data-first", "");
    footer.append(button);
  });
}

const fact = (label, value) => h("div", null, h("dt", null, label), value);

const CHIPS = { TO_HAND_OVER: "span.chip.paid", FAILED: "span.chip.refused" };

const chip = (state) => h(CHIPS[state] ?? "span.chip", null, t(`prize.state.${state}`));

/** What the cashier is to do now. */
function advice({ state, doneBy, doneAt }) {
  if (state === "HANDED_OVER") return t("prize.advice.HANDED_OVER", { who: doneBy ?? "", when: moment(doneAt) });
  return t(OPEN.includes(state) ? `prize.advice.${state}` : state.startsWith("TAK") ? "prize.advice.TAKEN_BACK" : "prize.advice.GIVEN");
}

async function tellWhose(memberId, place) {
  const member = await ask("GET", `/members/${memberId}`).catch(() => null);
  show(place, member ? [h("b", null, member.name), " ", h("span.faint.small.number", null, member.phone ?? member.code ?? "")] : "–");
}
