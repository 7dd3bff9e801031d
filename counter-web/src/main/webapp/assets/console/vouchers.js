// The form for a voucher campaign: the preview follows what is typed, and what is wrong comes into view.
const Vouchers = (() => {
  const PAUSE_MILLIS = 350;
  let waiting = 0;

  function look(event) {
    if (!event.target.closest("[id='campaign:fields']")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => document.getElementById("campaign:look")?.click(), PAUSE_MILLIS);
  }

  // Opens what holds a fault and brings the first one under the reader's eyes.
  function showFaults() {
    openUsed();
    const faults = [...document.querySelectorAll("[id='campaign:fields'] .field-error")];
    for (const fault of faults) {
      const fold = fault.closest("details");
      if (fold) fold.open = true;
    }
    const first = faults[0]?.closest(".field")?.querySelector("input, select, textarea");
    (first ?? faults[0])?.scrollIntoView({ block: "center" });
    first?.focus();
  }

  // A limit or a partner that is set already is not hidden.
  function openUsed() {
    for (const fold of document.querySelectorAll("details.fold")) {
      fold.open ||= [...fold.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), option:checked")].some((field) => field.value !== "");
    }
  }

  document.addEventListener("change", look);
  document.addEventListener("DOMContentLoaded", openUsed);
  return { showFaults };
})();
