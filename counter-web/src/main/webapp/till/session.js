/** Who works at this till, and where it stands. When the session has ended, the cashier signs in again over the sale. */

import { call, get, Refusal, Unanswered } from "/assets/js/api.js";

const PLACE = "till.place";

/** The session as the API gives it, and the chosen place: {store, till}. */
export const session = { view: null, place: null };

let signInAgain = () => Promise.reject(new Error("No sign-in form yet."));

/** Sets what asks the cashier to sign in again; it gives a promise of a new session. */
export function whenSignedOut(form) {
  let running = null;
  signInAgain = () => {
    running ??= form().finally(() => (running = null));
    return running;
  };
}

/** Whether this person is signed in now. A key belongs to whoever used it first; another's key is a new command. */
export const isSignedIn = (actorId) => session.view.actor.id === actorId;

/**
 * An exchange that outlives the session: after a new sign-in it is repeated, with the same key. With an actor it is not
 * repeated for anybody else.
 */
export async function ask(method, path, options = {}) {
  for (;;) {
    if (options.actor && !isSignedIn(options.actor)) throw new Unanswered("Another person is signed in.");
    try {
      return await call(method, path, options);
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.status !== 401) throw failure;
      await signInAgain();
    }
  }
}

/** The session there is, or null. */
export async function load() {
  try {
    session.view = await get("/session");
  } catch (failure) {
    if (!(failure instanceof Refusal) || failure.status !== 401) throw failure;
    session.view = null;
  }
  return session.view;
}

/** Signs in; throws the refusal. */
export async function signIn(username, password) {
  session.view = await call("POST", "/session", { body: { username, password } });
  return session.view;
}

/** Signs out; the sale stays on this till. */
export async function signOut() {
  await call("DELETE", "/session").catch(() => null);
  location.reload();
}

/** Takes up the place this device was given, if the session may work there. */
export function recallPlace() {
  const kept = JSON.parse(localStorage.getItem(PLACE) ?? "null");
  const places = allPlaces();
  const found = places.find(({ till }) => till.id === kept?.tillId) ?? (places.length === 1 ? places[0] : null);
  session.place = found;
  return found;
}

/** All tills this session may work at. */
export function allPlaces() {
  return session.view.stores.flatMap((store) => (store.tills ?? []).map((till) => ({ store, till })));
}

/** Gives this device its place. */
export function choosePlace(place) {
  session.place = place;
  localStorage.setItem(PLACE, JSON.stringify({ storeId: place.store.id, tillId: place.till.id }));
}

/** The currency this till takes. */
export const currency = () => session.view.merchant.currency;
