// What every page of the console needs from the browser. Without it the pages still read; dialogs and rows need it.
const Console = (() => {
  const byId = (id) => document.getElementById(id);

  // Not over a told fault: what the dialog would show is what it was filled with before the step that failed.
  function open(id) {
    const dialog = byId(id);
    if (dialog && !dialog.open && !byId("fault")) {
      dialog.showModal();
      const first = dialog.querySelector(".dialog-form input:not([type=hidden]), .dialog-form select, .dialog-form textarea");
      (first || dialog).focus();
    }
  }

  function close(id) {
    byId(id)?.close();
  }

  // Ties each message to its field, for eyes and for screen readers.
  function tie() {
    for (const field of document.querySelectorAll(".field, td")) {
      const input = field.querySelector("input:not([type=hidden]), select, textarea");
      const error = field.querySelector(".field-error");
      const hint = field.querySelector(".field-hint");
      if (!input) continue;
      input.toggleAttribute("aria-invalid", Boolean(error));
      if (error) input.setAttribute("aria-invalid", "true");
      const told = [hint, error].filter(Boolean).map((note, at) => (note.id ||= `${input.id || input.name}-note-${at}`));
      if (told.length) input.setAttribute("aria-describedby", told.join(" "));
    }
  }

  function copy(id, button) {
    navigator.clipboard?.writeText(byId(id).textContent).then(() => button.classList.add("button--primary"));
  }

  document.addEventListener("click", (event) => {
    const near = (what) => event.target.closest(what);
    if (near("[data-opens]")) {
      byId("fault")?.remove();
      open(near("[data-opens]").dataset.opens);
    } else if (near("[data-closes]")) close(near("[data-closes]").dataset.closes);
    else if (near("[data-prints]")) window.print();
    else if (near("[data-copies]")) copy(near("[data-copies]").dataset.copies, near("[data-copies]"));
    else if (near("tr[data-href]") && !near("a, button")) location.href = near("tr[data-href]").dataset.href;
    for (const menu of document.querySelectorAll("details.user[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.user[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.dataset.sends !== undefined) field.form.requestSubmit();
    if (field.dataset.reads) field.files[0]?.text().then((text) => (byId(field.dataset.reads).value = text));
    if (field.dataset.submits) field.form.querySelector("input[type=submit], button").click();
    if (field.dataset.fills) {
      byId(field.dataset.fills).value = field.value;
      if (field.tagName === "SELECT") field.form.submit();
    }
  });

  // As the server reads them: commas part words, but not in quotes.
  const wordsBefore = (text) => [...text.matchAll(/\s*("(?:[^"]|"")*"\s*|[^"\s,，、][^,，、]*)?[,，、]/gy)];
  const inQuotes = (word) => (/[,，、"]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word);

  // A field for several words with commas between them: offers those of a list for the word that is being typed.
  function offerWords(event) {
    const field = event.target;
    const from = field.dataset?.words && byId(field.dataset.words);
    if (!from) return;
    const offer = (byId("words-offered") ?? document.body.appendChild(Object.assign(document.createElement("datalist"), { id: "words-offered" })));
    const words = wordsBefore(field.value);
    const before = words.map(([typed]) => typed).join("").trim();
    const there = words.map(([, word]) => word?.trim());
    const left = [...from.options].filter((option) => !there.includes(inQuotes(option.value)));
    offer.replaceChildren(...left.map((option) => new Option(option.text, `${before} ${inQuotes(option.value)}`.trim())));
    field.setAttribute("list", offer.id);
  }
  document.addEventListener("focusin", offerWords);
  document.addEventListener("input", offerWords);

  // A form with a price beside it: whoever pauses in typing sees the new price.
  let pricing;
  function priceSoon(event) {
    const form = event.target.closest?.("form[data-prices]");
    if (!form) return;
    clearTimeout(pricing);
    pricing = setTimeout(() => byId(form.dataset.prices)?.click(), 500);
  }
  document.addEventListener("input", priceSoon);
  document.addEventListener("change", priceSoon);

  function sendFile(form) {
    const state = byId("upload-state");
    const file = byId("file").files[0];
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ storeId: byId("into").value, fileName: file.name });
    request.open("POST", `/api/v1/imports?${query}`);
    request.setRequestHeader("X-Counter", "1");
    request.setRequestHeader("Idempotency-Key", crypto.randomUUID?.() ?? String(Math.random()).slice(2));
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (now) => (state.textContent = `${form.dataset.sending} ${Math.floor((100 * now.loaded) / now.total)} %`);
    request.onerror = () => (state.textContent = form.dataset.failed);
    request.onload = () => {
      if (request.status < 300) return location.reload();
      state.className = "upload-state refused";
      try {
        state.textContent = JSON.parse(request.responseText).detail;
      } catch {
        state.textContent = form.dataset.failed;
      }
    };
    request.send(file);
  }

  document.addEventListener("submit", (event) => {
    if (event.target.id === "upload") {
      event.preventDefault();
      sendFile(event.target);
    }
  });

  // What nobody has filled in stays out of an address.
  document.addEventListener("formdata", (event) => {
    if (event.target.method !== "get") return;
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });

  // Told on top until the next step begins, and what was typed stays.
  function tellFault(title, text) {
    byId("fault")?.remove();
    const open = document.querySelector("dialog[open]");
    const banner = Object.assign(document.createElement("p"), { id: "fault", className: "banner banner--refused", role: "alert" });
    banner.append(Object.assign(document.createElement("strong"), { textContent: title }), " ", text);
    (open?.querySelector("form") ?? byId("content")).prepend(banner);
    banner.scrollIntoView({ block: "center" });
  }

  // What came instead of an update. Where the session is over, or the page closed to the reader, a page says so: it is
  // loaded. Else what was typed stays, and only what the reader did is told of: what polls asks again.
  function notUpdated({ status, responseText }, isAsked) {
    const page = new DOMParser().parseFromString(responseText ?? "", "text/html");
    const fault = page.querySelector("[data-fault]");
    if ([401, 403].includes(status)) location.reload();
    else if (isAsked && fault) tellFault(page.querySelector("h1").textContent, fault.textContent);
    else if (isAsked) tellFault(byId("busy").dataset.unanswered, byId("busy").dataset.unansweredText);
  }

  // PrimeFaces lets a button go when its update came, and only then.
  function release(settings) {
    const id = PrimeFaces.ajax.Utils.getSourceId(settings);
    const button = Object.values(PrimeFaces.widgets).find((widget) => widget.id === id);
    if (button?.jq.hasClass("ui-state-loading")) PrimeFaces.buttonEndAjaxDisabled(button, button.jq);
  }

  function watchPrimeFaces() {
    const $ = window.jQuery;
    if (!$) return;
    const busy = byId("busy");
    let isAsked = false; // the step under way is the reader's; what polls comes between such steps
    $(document).on("pfAjaxStart", () => {
      byId("fault")?.remove();
      if (busy) busy.hidden = false;
    });
    $(document).on("pfAjaxComplete", (event, request, settings, update) => {
      isAsked = false;
      if (busy) busy.hidden = true;
      if (!update) release(settings);
      tie();
    });
    $(document).on("pfAjaxSend", () => (isAsked = true));
    $(document).on("pfAjaxError", (event, request, settings, error) => {
      if (error !== "abort") notUpdated(request, isAsked); // else the reader has gone on to another page
    });
    $(document).on("pfAjaxSuccess", (event, request) => {
      if (!request.responseXML?.querySelector("partial-response")) notUpdated(request, isAsked);
    });
    const otherwise = PrimeFaces.ajax.Utils.handleError;
    PrimeFaces.ajax.Utils.handleError = (name, told) => {
      if (!["counter.fault", "counter.expired"].includes(name)) return otherwise(name, told);
      if (name === "counter.expired" && !isAsked) {
        // Only the page loaded anew can poll on; what is being typed is not given up for that.
        if (!document.activeElement?.matches("input, select, textarea")) location.reload();
        return;
      }
      const [title, text] = told.split("\n");
      tellFault(title, text);
    };
  }

  document.addEventListener("DOMContentLoaded", () => {
    tie();
    watchPrimeFaces();
  });
  return { open, close };
})();
