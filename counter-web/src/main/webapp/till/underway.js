/**
 * What is under way at the till: look-ups of codes that were entered, and work that nothing may come between. A sale is
 * whole only when its look-ups have ended, so what pays or parks it waits for them.
 */

import { t } from "/assets/js/i18n.js";
import { Refusal } from "/assets/js/api.js";
import { toast } from "./dialogs.js";
import { play } from "./sound.js";

const lookUps = new Set();
let works = 0;

/** Whether something is under way that nothing may come between. */
export const isWorking = () => works > 0;

/** Does something that nothing may come between. */
export async function alone(work) {
  works++;
  try {
    return await work();
  } finally {
    works--;
  }
}

/** Whether a code is being looked up. */
export const isLookingUp = () => lookUps.size > 0;

/**
 * Keeps a look-up until it has ended. Where it gives false, or fails with anything but a Refusal, what the text stands for
 * is not in the sale; a look-up without a text has told the cashier so itself.
 */
export function lookUp(text, running) {
  const missing = running.then(
    (taken) => (taken === false ? text : null),
    (failure) => (failure instanceof Refusal ? null : text),
  );
  lookUps.add(missing);
  missing.then(() => lookUps.delete(missing));
  return running;
}

/** Waits for all look-ups; tells whether each was taken in, and the cashier where one was not. It is told once: a second try goes on. */
export function isWhole() {
  return alone(async () => {
    const ended = [];
    while (lookUps.size) ended.push(...(await Promise.all(lookUps)));
    const missing = ended.filter((text) => text !== null);
    if (!missing.length) return true;
    play("no");
    const untold = missing.filter(Boolean);
    if (untold.length) toast(t("look-up.stopped", { text: untold.join(", ") }));
    return false;
  });
}
