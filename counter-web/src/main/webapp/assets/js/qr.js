/**
 * QR codes (ISO/IEC 18004), versions 1 to 9: up to 180 bytes or 432 digits at level M. Digits are packed in numeric
 * mode, which keeps a payment code in the smallest symbol and so in the largest dots.
 */

import { svg } from "./dom.js";

const TOTAL = [26, 44, 70, 100, 134, 172, 196, 242, 292];
const LEVELS = {
  M: { bits: 0, perBlock: [10, 16, 26, 18, 24, 16, 18, 22, 22], blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5] },
  Q: { bits: 3, perBlock: [13, 22, 18, 26, 18, 24, 18, 22, 20], blocks: [1, 1, 2, 2, 4, 4, 6, 6, 8] },
};
const ALIGNMENT = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46]];
const MASKS = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The symbol of a text as rows of true (dark) and false. */
export function qrMatrix(text, level = "M") {
  const numeric = /^\d+$/.test(text);
  const bits = numeric ? numericBits(text) : byteBits(text);
  const version = TOTAL.findIndex((total, index) => bits.length <= 8 * dataCodewords(index, level)) + 1;
  if (version === 0) throw new RangeError("The text is too long for a QR code of version 9.");
  const codewords = interleave(pad(bits, dataCodewords(version - 1, level)), version - 1, level);
  const blank = frame(version);
  place(blank, codewords);
  return bestMask(blank, level);
}

function dataCodewords(index, level) {
  return TOTAL[index] - LEVELS[level].perBlock[index] * LEVELS[level].blocks[index];
}

function push(bits, value, length) {
  for (let at = length - 1; at >= 0; at--) bits.push((value >>> at) & 1);
}

function numericBits(text) {
  const bits = [];
  push(bits, 1, 4);
  push(bits, text.length, 10);
  for (const group of text.match(/\d{1,3}/g)) push(bits, Number(group), group.length * 3 + 1);
  return bits;
}

function byteBits(text) {
  const bytes = new TextEncoder().encode(text);
  const bits = [];
  push(bits, 4, 4);
  push(bits, bytes.length, 8);
  for (const byte of bytes) push(bits, byte, 8);
  return bits;
}

function pad(bits, count) {
  push(bits, 0, Math.min(4, count * 8 - bits.length));
  push(bits, 0, (8 - (bits.length % 8)) % 8);
  const bytes = [];
  for (let at = 0; at < bits.length; at += 8) bytes.push(parseInt(bits.slice(at, at + 8).join(""), 2));
  for (let filler = 0xec; bytes.length < count; filler ^= 0xec ^ 0x11) bytes.push(filler);
  return bytes;
}

/** Product in GF(256) over x^8 + x^4 + x^3 + x^2 + 1. */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> bit) & 1) * one;
  }
  return product;
}

function generator(degree) {
  const polynomial = new Array(degree).fill(0);
  polynomial[degree - 1] = 1;
  for (let step = 0, root = 1; step < degree; step++, root = times(root, 2)) {
    for (let at = 0; at < degree; at++) {
      polynomial[at] = times(polynomial[at], root) ^ (polynomial[at + 1] ?? 0);
    }
  }
  return polynomial;
}

function remainder(data, polynomial) {
  const rest = new Array(polynomial.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    polynomial.forEach((coefficient, at) => (rest[at] ^= times(coefficient, factor)));
  }
  return rest;
}

function interleave(data, index, level) {
  const { perBlock, blocks } = LEVELS[level];
  const count = blocks[index];
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const polynomial = generator(perBlock[index]);
  const parts = [];
  for (let block = 0, from = 0; block < count; block++) {
    const length = short + (block >= count - longer ? 1 : 0);
    const bytes = data.slice(from, from + length);
    parts.push({ bytes, check: remainder(bytes, polynomial) });
    from += length;
  }
  const result = [];
  for (let at = 0; at <= short; at++) parts.forEach(({ bytes }) => at < bytes.length && result.push(bytes[at]));
  for (let at = 0; at < perBlock[index]; at++) parts.forEach(({ check }) => result.push(check[at]));
  return result;
}

/** The fixed patterns of a version: {size, dark, fixed}; places for format and version are kept free. */
function frame(version) {
  const size = version * 4 + 17;
  const grid = () => Array.from({ length: size }, () => new Array(size).fill(false));
  const symbol = { size, version, dark: grid(), fixed: grid() };
  for (let at = 0; at < size; at++) {
    set(symbol, 6, at, at % 2 === 0);
    set(symbol, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) finder(symbol, row, column);
  const centres = ALIGNMENT[version - 1];
  const last = centres.length - 1;
  centres.forEach((row, down) =>
    centres.forEach((column, right) => {
      const corner = (down === 0 && right === 0) || (down === 0 && right === last) || (down === last && right === 0);
      if (!corner) ring(symbol, row, column, 2, (distance) => distance !== 1);
    }),
  );
  writeFormat(symbol, 0);
  if (version >= 7) writeVersion(symbol);
  return symbol;
}

function set(symbol, row, column, dark) {
  symbol.dark[row][column] = dark;
  symbol.fixed[row][column] = true;
}

function ring(symbol, row, column, reach, isDark) {
  for (let down = -reach; down <= reach; down++) {
    for (let right = -reach; right <= reach; right++) {
      const inside = symbol.dark[row + down]?.[column + right] !== undefined;
      if (inside) set(symbol, row + down, column + right, isDark(Math.max(Math.abs(down), Math.abs(right))));
    }
  }
}

function finder(symbol, row, column) {
  ring(symbol, row, column, 4, (distance) => distance !== 2 && distance !== 4);
}

function writeFormat(symbol, data) {
  let rest = data;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (at) => ((bits >>> at) & 1) === 1;
  const { size } = symbol;
  for (let at = 0; at <= 5; at++) set(symbol, at, 8, bit(at));
  set(symbol, 7, 8, bit(6));
  set(symbol, 8, 8, bit(7));
  set(symbol, 8, 7, bit(8));
  for (let at = 9; at < 15; at++) set(symbol, 8, 14 - at, bit(at));
  for (let at = 0; at < 8; at++) set(symbol, 8, size - 1 - at, bit(at));
  for (let at = 8; at < 15; at++) set(symbol, size - 15 + at, 8, bit(at));
  set(symbol, size - 8, 8, true);
}

function writeVersion(symbol) {
  let rest = symbol.version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (symbol.version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >>> at) & 1) === 1;
    const long = symbol.size - 11 + (at % 3);
    const short = Math.floor(at / 3);
    set(symbol, short, long, dark);
    set(symbol, long, short, dark);
  }
}

/** Lays the codewords in columns of two, from the right, upwards and downwards in turn. */
function place(symbol, codewords) {
  const { size, dark, fixed } = symbol;
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (fixed[row][column] || next >= codewords.length * 8) continue;
        dark[row][column] = ((codewords[next >>> 3] >>> (7 - (next & 7))) & 1) === 1;
        next++;
      }
    }
  }
}

function masked(symbol, mask, level) {
  const dark = symbol.dark.map((line, row) =>
    line.map((value, column) => value !== (!symbol.fixed[row][column] && MASKS[mask](row, column))),
  );
  const copy = { ...symbol, dark, fixed: symbol.fixed.map((line) => [...line]) };
  writeFormat(copy, (LEVELS[level].bits << 3) | mask);
  return dark;
}

function bestMask(symbol, level) {
  const candidates = MASKS.map((ignored, mask) => masked(symbol, mask, level));
  return candidates.reduce((best, each) => (penalty(each) < penalty(best) ? each : best));
}

function penalty(dark) {
  const size = dark.length;
  const lines = [...dark, ...dark.map((ignored, column) => dark.map((line) => line[column]))];
  let points = 0;
  for (const line of lines) {
    const text = line.map(Number).join("");
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
    points += 40 * (text.match(/(?=00001011101|10111010000)/g) ?? []).length;
  }
  for (let row = 1; row < size; row++) {
    for (let column = 1; column < size; column++) {
      const value = dark[row][column];
      const same = [dark[row - 1][column], dark[row][column - 1], dark[row - 1][column - 1]];
      if (same.every((each) => each === value)) points += 3;
    }
  }
  const share = dark.flat().filter(Boolean).length / (size * size);
  return points + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

/** The symbol as SVG with its quiet zone; crisp at any size. */
export function qrSvg(text, level, label) {
  const rows = qrMatrix(text, level);
  const path = rows.flatMap((line, row) => line.map((on, column) => (on ? `M${column} ${row}h1v1h-1z` : ""))).join("");
  const extent = rows.length + 8;
  return svg(
    "svg",
    { viewBox: `-4 -4 ${extent} ${extent}`, class: "qr", role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    svg("rect", { x: -4, y: -4, width: extent, height: extent, fill: "#fff" }),
    svg("path", { d: path, fill: "#000" }),
  );
}
