/** Small builders for the page's elements. Texts go in as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element: h("button.primary", { type: "button", onclick: go }, "Go"). */
export function h(spec, properties, ...children) {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties ?? {})) put(element, name, value);
  return fill(element, ...children);
}

function put(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name in element && name !== "list" && name !== "form") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** Appends children: elements, texts, lists of them; nothing for null. */
export function fill(element, ...children) {
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child);
  }
  return element;
}

/** Puts children in place of what was there. */
export function show(element, ...children) {
  element.replaceChildren();
  return fill(element, ...children);
}

/** Makes an SVG element. */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  return fill(element, ...children);
}

const STROKES = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
  tick: "M4 13l5.5 5.5L20 7",
  cross: "M6 6l12 12M18 6L6 18",
  minus: "M5 12h14",
  plus: "M5 12h14M12 5v14",
  ticket: "M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4zM14 6v12",
  wallet: "M4 7h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h11v3M20 12h-5a1.8 1.8 0 0 0 0 3.6h5",
  cash: "M3 6h18v12H3zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM6 9v.01M18 15v.01",
  pause: "M8 5v14M16 5v14",
  list: "M4 6h16M4 12h16M4 18h10",
  back: "M9 6l-6 6 6 6M3 12h12a6 6 0 0 1 6 6",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c.6-4 3.8-6.5 8-6.5s7.4 2.5 8 6.5",
  receipt: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  print: "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
  sound: "M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11",
  mute: "M4 9v6h4l5 4V5L8 9zM17 9l5 6M22 9l-5 6",
  help: "M9 9a3 3 0 1 1 4.5 2.600c-1 .6-1.5 1.2-1.5 2.400M12 18v.01",
  leave: "M14 4h5v16h-5M4 12h11M11 8l4 4-4 4",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3.5 2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  warning: "M12 4l9.5 16h-19zM12 10v4.5M12 17.200v.01",
  next: "M9 5l7 7-7 7",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10.500 20.500a1.600 1.600 0 0 0 3 0",
  chart: "M4 4v16h16M9 16v-4M13 16V8M17 16v-6",
  star: "M12 4l2.500 5 5.500.8-4 3.900 1 5.500-5-2.600-5 2.600 1-5.500-4-3.900 5.500-.8z",
};

/** A line icon; decoration only, so hidden from readers of the page. */
export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: STROKES[name] }),
  );
}
