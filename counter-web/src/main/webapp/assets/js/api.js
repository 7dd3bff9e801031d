/** Calls of the API. An answer is what the server said; a Refusal is its no; Unanswered means that nobody knows. */

import { lang } from "./i18n.js";

/** The server said no, and why: an RFC 9457 problem. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.status = status;
    this.code = problem.code ?? "";
    this.problem = problem;
  }
}

/** No answer, or one that says nothing certain: it may have been done, or not. */
export class Unanswered extends Error {
  constructor(cause, problem) {
    super(problem?.detail ?? String(cause?.message ?? cause));
    this.problem = problem ?? null;
  }
}

const listeners = new Set();
let ahead = null;

/** How many seconds the server's clock is ahead of this device's, as last seen; null before the first answer. */
export const serverAhead = () => ahead;

function noteClock(response, sentAt) {
  const time = Date.parse(response.headers.get("Date") ?? "");
  if (!Number.isNaN(time)) ahead = Math.round((time + 500 - (sentAt + Date.now()) / 2) / 1000);
}

/** Calls back with true or false whenever the server was reached, or was not. */
export function onReach(listener) {
  listeners.add(listener);
}

function reached(whether) {
  for (const listener of listeners) listener(whether);
}

async function exchange(method, path, options) {
  const headers = { "X-Counter": "1", "Accept-Language": lang(), Accept: "application/json, application/problem+json" };
  if (options.key) headers["Idempotency-Key"] = options.key;
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  const sentAt = Date.now();
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(options.timeout ?? 10000),
  });
  noteClock(response, sentAt);
  return response;
}

async function content(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status === 204 || !type.includes("json")) return null;
  return response.json();
}

/** One exchange. Gives the answer's JSON; throws Refusal or Unanswered. */
export async function call(method, path, options = {}) {
  let response;
  let json;
  try {
    response = await exchange(method, path, options);
    json = await content(response);
  } catch (failure) {
    reached(false);
    throw new Unanswered(failure);
  }
  if (response.status >= 502 && json === null) {
    reached(false);
    throw new Unanswered(`HTTP ${response.status}`);
  }
  reached(true);
  if (response.ok) return json;
  if (response.status >= 500) throw new Unanswered(`HTTP ${response.status}`, json);
  throw new Refusal(response.status, json ?? {});
}

export const get = (path, options) => call("GET", path, options);

/** A command with a key of its own; for what may be repeated by hand. */
export const post = (path, body, options) => call("POST", path, { body: body ?? {}, key: newKey(), ...options });

/** A path with its query; what is null or empty is left out. */
export function at(path, query) {
  const entries = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}

/** A fresh random key, also where the page is not served over TLS. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
