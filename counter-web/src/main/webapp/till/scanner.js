/**
 * What a USB scanner types. It is a keyboard: it types fast and ends with Enter, wherever the focus is. A burst of keys
 * is taken for a scan and taken back out of the field it fell into; other keys go to the search field. The search field
 * itself, and each field marked data-scan, takes all that is typed into it, fast or slow.
 */

const GAP_MILLIS = 100;
const MEAN_MILLIS = 40;
const SHORTEST = 6;

/** What a text from the scanner or the search field is. A letter x may count ("2x tea") or be a part of the code: then whole is set. */
export function classify(text) {
  const typed = text.normalize("NFKC").trim();
  const digits = typed.replace(/[\s-]/g, "");
  if (/^80\d{22}$/.test(digits)) return { kind: "payment-code", value: digits };
  const receipt = /\/r\/([A-Za-z0-9_-]{8,})\/?(?:[?#].*)?$/.exec(typed);
  if (receipt) return { kind: "receipt", value: receipt[1] };
  if (/^\d{1,8}[.,]\d{1,3}$/.test(typed)) return { kind: "amount", value: typed };
  const times = /^(\d{1,5})\s*[*×xX]\s*(\S.*)$/.exec(typed);
  const whole = /^\d+x\S+$/i.test(typed) ? typed : null;
  if (times) return { kind: "code", value: times[2], quantity: Number(times[1]), whole };
  return { kind: "code", value: typed, quantity: 1 };
}

/** Watches all keys of the page. onScan(text) gets each scan; restingField() is where stray keys go, or null. */
export function watch(onScan, restingField) {
  let burst = null;
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const sign = signOf(event);
      if (sign) {
        burst = continued(burst, event) ?? begun(event);
        burst.text += sign;
        burst.last = event.timeStamp;
        rest(event, restingField());
      } else if (event.key === "Enter" && burst && !takesScans(event.target, restingField()) && isScan(burst, event)) {
        event.preventDefault();
        event.stopPropagation();
        takeBack(burst);
        const { text } = burst;
        burst = null;
        onScan(text);
      } else if (event.key !== "Shift") {
        burst = null;
      }
    },
    true,
  );
}

/** The sign of a key; also while a Chinese input method holds the key back, for digits and letters. */
function signOf(event) {
  if (event.key.length === 1) return event.key;
  if (event.key !== "Process" && !event.isComposing) return null;
  const code = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(event.code);
  return code ? code[1] : null;
}

function continued(burst, event) {
  return burst && event.timeStamp - burst.last < GAP_MILLIS ? burst : null;
}

/** What a key goes into; a list takes it as the beginning of one of its entries. */
function isField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function begun(event) {
  const field = isField(event.target) ? event.target : null;
  return { text: "", first: event.timeStamp, last: event.timeStamp, field, before: field?.value ?? "" };
}

function takesScans(target, restingField) {
  return target === restingField || (target instanceof HTMLElement && "scan" in target.dataset);
}

/** Nobody types six signs at 25 a second; a password typed fast is left alone all the same. */
function isScan({ text, first, last, field }, event) {
  const mean = (last - first) / (text.length - 1);
  return text.length >= SHORTEST && mean < MEAN_MILLIS && event.timeStamp - last < GAP_MILLIS && field?.type !== "password";
}

function takeBack({ field, before }) {
  if (!field || field.value === before) return;
  field.value = before;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function rest(event, field) {
  if (field && !isField(event.target) && event.key !== " ") field.focus();
}
