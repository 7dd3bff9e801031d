/** Lottery tickets that wait to be drawn, what was won, the odds, and how anybody can check a draw. */

import { at, call, get, newKey, Refusal } from "/assets/js/api.js";
import { h, icon, show } from "/assets/js/dom.js";
import { lang, moment, t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";

const PENDING = "me.draw.";
const LOOK_AGAIN_MILLIS = 4000;
const name = (names) => (lang() === "zh" ? names.zh : names.en);
const count = (number) => new Intl.NumberFormat(lang() === "zh" ? "zh-CN" : "en-GB").format(number);
const said = (failure) => (failure instanceof Refusal ? failure.message : t("unreachable"));

/** Shows the page. */
export function openLottery(place) {
  const fault = h("p.fault", { role: "alert", hidden: true });
  const waiting = h("div.stack", { ariaLive: "polite" });
  const drawn = h("section.group", { hidden: true });
  const checks = h("section.group", { hidden: true });
  let timer = null;
  const tell = (failure) => {
    fault.hidden = false;
    fault.textContent = said(failure);
    window.scrollTo({ top: 0 });
  };
  const load = async () => {
    clearTimeout(timer);
    try {
      const mine = await get("/me/tickets");
      fault.hidden = true;
      show(waiting, mine.waiting.length ? mine.waiting.map((each) => ticket(each, draw)) : nothing());
      drawn.hidden = mine.drawn.length === 0;
      show(drawn, h("h2", null, t("lottery.drawn")), h("ol.movements", null, mine.drawn.map(result)));
      if (mine.drawn.some(({ state }) => state === "DUE")) timer = setTimeout(load, LOOK_AGAIN_MILLIS);
    } catch (failure) {
      tell(failure);
    }
  };
  const draw = async (campaign, button) => {
    button.disabled = true;
    const stage = openStage(campaign);
    try {
      const draw = await ask(campaign.campaignId);
      await stage.reveal(draw);
    } catch (failure) {
      stage.close();
      tell(failure);
    }
    button.disabled = false;
    await load();
  };
  show(place, h("a.small.back", { href: "#vouchers" }, t("lottery.back")), h("h1", null, t("lottery")), fault, waiting, drawn, checks);
  load().then(() => paintChecks(checks));
  return () => clearTimeout(timer);
}

/** Keeps the key until there is an answer, so that a lost one is asked for again and no second ticket is drawn. */
async function ask(campaignId) {
  const kept = PENDING + campaignId;
  const key = localStorage.getItem(kept) ?? newKey();
  localStorage.setItem(kept, key);
  try {
    const drawn = await call("POST", `/me/tickets/${campaignId}/draw`, { key, body: {} });
    localStorage.removeItem(kept);
    return drawn;
  } catch (failure) {
    if (failure instanceof Refusal) localStorage.removeItem(kept);
    throw failure;
  }
}

const nothing = () => h("section.group.note", null, icon("ticket"), h("b", null, t("lottery.none")), h("span.faint", null, t("lottery.none.text")));

function ticket(campaign, draw) {
  const until = campaign.closes && h("p.small.faint", null, t(campaign.open ? "lottery.until" : "lottery.over", { when: moment(campaign.closes) }));
  const button = h("button.primary", { type: "button", disabled: !campaign.open, onclick: () => draw(campaign, button) }, t("lottery.draw"));
  return h("section.group.lot", null, h("h2", null, name(campaign.campaign)), h("p.tickets", null, icon("ticket"), t("lottery.tickets", { n: campaign.tickets })), until, button, details(campaign.campaignId));
}

/** Odds and commitment, read when somebody opens them. */
function details(campaignId) {
  const body = h("div.stack");
  const box = h("details.terms", null, h("summary", null, t("lottery.odds")), body);
  box.addEventListener("toggle", async () => {
    if (!box.open || body.children.length) return;
    try {
      show(body, odds(await get(`/me/lotteries/${campaignId}`)));
    } catch (failure) {
      show(body, h("p.fault", null, said(failure)));
    }
  });
  return box;
}

function odds(campaign) {
  const edition = campaign.editions[0];
  const chance = (weight) => t("lottery.in", { weight: count(weight), weights: count(edition.weights) });
  const label = (each) => (each.names ? name(each.names) : t("lottery.off", { amount: write(each.worth, campaign.currency) }));
  const rows = edition.chances.map((each) => h("tr", null, h("th", { scope: "row" }, label(each)), h("td", null, chance(each.weight)), h("td", null, each.left === undefined || each.left === null ? "" : t("lottery.left", { left: count(each.left) }))));
  if (edition.blank) rows.push(h("tr", null, h("th", { scope: "row" }, t("lottery.blank")), h("td", null, chance(edition.blank)), h("td")));
  const substitute = edition.chances.find(({ code }) => code && code === edition.substitute);
  const lottery = campaign.kind === "LOTTERY";
  return [
    h("table.odds", null, h("tbody", null, rows)),
    lottery && h("p.small", null, substitute ? t("lottery.gone.instead", { prize: name(substitute.names) }) : t("lottery.gone.blank")),
    edition.draws && h("p.small", null, t("lottery.most.draws", { n: edition.draws })),
    edition.wins && h("p.small", null, t("lottery.most.wins", { n: edition.wins })),
    h("p.small", null, h("b", null, t("lottery.commitment")), h("code.hash", null, campaign.commitment)),
    campaign.seed && h("p.small", null, h("b", null, t("lottery.seed")), h("code.hash", null, campaign.seed)),
    h("p.small.faint", null, campaign.seed ? t("lottery.seed.known") : campaign.closes ? t("lottery.seed.when", { when: moment(campaign.closes) }) : t("lottery.seed.end")),
    h("details.terms", null, h("summary", null, t("lottery.check")), h("ol", null, ["1", "2", "3", "4"].map((step) => h("li", null, t(`lottery.check.${lottery ? "" : "off."}${step}`))))),
    campaign.seed && h("a.button", { href: `/api/v1/me/lotteries/${campaign.campaignId}/draws.csv`, download: "" }, t("lottery.sheet")),
  ].filter(Boolean);
}

/** All campaigns that draw, also those that are over: who wants to check a draw finds the seed here. */
async function paintChecks(place) {
  const all = await get("/me/lotteries").catch(() => ({ items: [] }));
  place.hidden = all.items.length === 0;
  show(place, h("h2", null, t("lottery.all")), all.items.map((each) => h("details.terms", null, h("summary", null, name(each.names)), h("div.stack", null, odds(each)))));
}

const what = (prize) => (prize.gives === "POINTS" ? t("lottery.points", { prize: name(prize.names), n: prize.points }) : prize.gives === "CREDIT" ? t("lottery.credit", { prize: name(prize.names), amount: write(prize.worth, prize.currency) }) : name(prize.names));

function result(draw) {
  const proof = h("span.small.faint.number", null, `${name(draw.campaign)} · ${moment(draw.drawnAt)} · ${t("lottery.serial", { serial: count(draw.proof.serial) })}`);
  const title = draw.prize ? what(draw.prize) : t("lottery.blank");
  const code = draw.code && draw.state === "TO_HAND_OVER" && h("b.code.number", { ariaLabel: t("lottery.code") }, grouped(draw.code));
  return h("li", null, h("div.what", null, h("b", null, title), h("span.small", null, draw.prize ? t(`lottery.state.${draw.state}`) : ""), proof), code);
}

const grouped = (code) => code.match(/.{4}/g).join(" ");

/** Over the whole screen: the ticket, then what is on it. Who wants no motion sees the result at once. */
function openStage(campaign) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const face = h("div.ticket-face", { ariaHidden: "true" }, icon("ticket"));
  const title = h("h1", { role: "status" }, t("lottery.drawing"));
  const text = h("p");
  const close = h("button", { type: "button", hidden: true, onclick: () => dialog.close() }, t("close"));
  const dialog = h("dialog.paid.drawing", { ariaLabel: name(campaign.campaign) }, h("div.stage", null, h("p", null, name(campaign.campaign)), face, title, text, h("div.actions", null, close)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  const startedAt = Date.now();
  const reveal = async (draw) => {
    const rest = calm ? 0 : Math.max(0, 1400 - (Date.now() - startedAt));
    await new Promise((done) => setTimeout(done, rest));
    dialog.classList.add(draw.prize ? "won" : "blank");
    show(face, icon(draw.prize ? "star" : "ticket"));
    title.textContent = draw.prize ? what(draw.prize) : t("lottery.blank.title");
    show(text, draw.prize ? t(`lottery.won.${draw.prize.gives}`) : t("lottery.blank.text"), draw.code && h("b.code.number", null, grouped(draw.code)));
    close.hidden = false;
    close.focus();
    if (draw.prize) navigator.vibrate?.([60, 60, 120]);
  };
  return { reveal, close: () => dialog.close() };
}
