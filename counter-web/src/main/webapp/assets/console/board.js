// Keeps the board moving: the server pushes the merchant's day; when it cannot, we ask every five seconds.
import { decimals } from "/assets/js/money.js";

(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const { locale, zone, store, bar } = board.dataset;
  const live = document.getElementById("live");
  const shown = (name) => document.querySelector(`[data-board="${name}"]`);
  const whole = new Intl.NumberFormat(locale);
  const share = (part, all) => (all ? new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(Math.floor((part * 1000) / all) / 1000) : "–");
  const clock = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const HEIGHT = 160;

  function money({ amount, currency }) {
    const digits = decimals(currency);
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
    return format.format(amount / 10 ** digits).replace("-", "−");
  }

  function put(name, text) {
    const place = shown(name);
    if (!place || place.textContent === text) return;
    place.textContent = text;
    if (name === "asOf") return;
    place.classList.remove("has-moved");
    void place.offsetWidth;
    place.classList.add("has-moved");
  }

  function drawHours(hours) {
    const highest = Math.max(1, ...hours.map((hour) => hour.amount));
    const top = hours.reduce((one, other) => (other.amount > one.amount ? other : one), hours[0]);
    document.getElementById("hours-top").textContent = top && top.amount > 0 ? money(top) : "";
    hours.forEach((hour, at) => {
      const rect = document.querySelector(`.hour-bar[data-hour="${at}"]`);
      const height = Math.max(0, Math.floor((hour.amount * HEIGHT) / highest));
      rect.setAttribute("height", height);
      rect.setAttribute("y", HEIGHT - height);
      rect.parentNode.querySelector("title").textContent = bar.replace("{0}", String(at).padStart(2, "0")).replace("{1}", money(hour));
    });
  }

  function drawTenders(tenders, total) {
    const list = document.getElementById("tenders");
    list.replaceChildren(
      ...tenders.map((part) => {
        const item = document.createElement("li");
        item.className = "share";
        const add = (tag, name, text) => item.appendChild(Object.assign(document.createElement(tag), { className: name, textContent: text }));
        const label = list.dataset[part.kind.toLowerCase()] ?? part.kind;
        add("span", "share-name", label);
        add("span", "share-amount", money(part.amount));
        const bar = Object.assign(item.appendChild(document.createElement("progress")), { max: Math.max(1, total), value: part.amount.amount });
        bar.setAttribute("aria-label", label);
        add("span", "share-note", `${list.dataset.count.replace("{0}", whole.format(part.count))} · ${share(part.amount.amount, total)}`);
        return item;
      }),
    );
    if (!tenders.length) list.appendChild(Object.assign(document.createElement("li"), { className: "share-none", textContent: list.dataset.none }));
  }

  let attempts = shown("attempts").textContent;
  function show(day) {
    if (day.day !== board.dataset.day) {
      location.reload(); // a new business day: its date, and yesterday's payments off the list
      return;
    }
    put("amount", money(day.amount));
    put("refunded", money(day.refunded));
    put("paid", whole.format(day.paid));
    put("attempts", whole.format(day.attempts));
    put("refusals", whole.format(day.refused));
    put("success", share(day.paid, day.attempts));
    put("p95", whole.format(day.p95Millis));
    put("asOf", clock.format(new Date(day.asOf)));
    drawHours(day.hours);
    drawTenders(day.tenders, day.amount.amount);
    if (attempts !== shown("attempts").textContent + shown("refunded").textContent) {
      attempts = shown("attempts").textContent + shown("refunded").textContent;
      window.readLatest?.();
    }
  }

  const ask = () =>
    fetch(`/api/v1/board${store ? `?storeId=${store}` : ""}`, { headers: { "Accept-Language": locale } }).then((answer) => {
      if (answer.status === 401) location.reload();
      return answer.ok ? answer.json().then(show) : undefined;
    });

  function say(state) {
    live.dataset.state = state;
    shown("state").textContent = live.dataset[state];
  }

  let polling = 0;
  function poll() {
    say("polling");
    polling ||= setInterval(() => ask().catch(() => say("polling")), 5000);
  }

  let asked = 0;
  function askSoon() {
    asked ||= setTimeout(() => ((asked = 0), ask().catch(poll)), 400);
  }

  function listen() {
    const events = new EventSource("/api/v1/board/events");
    events.onopen = () => {
      clearInterval(polling);
      polling = 0;
      say("live");
      askSoon();
    };
    events.addEventListener("board", (event) => (store ? askSoon() : show(JSON.parse(event.data))));
    events.onerror = () => {
      poll();
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 15000);
    };
    addEventListener("pagehide", () => events.close());
  }
  listen();
})();
