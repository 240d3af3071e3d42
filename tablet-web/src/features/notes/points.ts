import { fromBase64, toBase64Url } from "../../core/base64.ts";
/** A place on the page as displayed, in tenths of a point from its top left corner; `p` is the pressure, 0..255. */
export interface Point {
  x: number;
  y: number;
  p?: number;
}

const version = 1;
const withPressure = 1;

/**
 * A stroke as text: two bytes of head, then per point the zigzag varints of the differences to the one before, all in base64url.
 * A written line takes about 3 bytes a point.
 */
export function packPoints(points: readonly Point[]): string {
  const pressed = points.some(point => point.p !== undefined);
  const bytes = [version, pressed ? withPressure : 0];
  let before = { x: 0, y: 0, p: 0 };
  for (const point of points) {
    const now = { x: Math.round(point.x), y: Math.round(point.y), p: Math.round(point.p ?? 0) };
    varint(bytes, now.x - before.x);
    varint(bytes, now.y - before.y);
    if (pressed) varint(bytes, now.p - before.p);
    before = now;
  }
  return toBase64Url(Uint8Array.from(bytes));
}

/** No points for what cannot be read: a later version of the app may have written it. */
export function unpackPoints(packed: string): Point[] {
  const bytes = fromBase64url(packed);
  if (bytes[0] !== version) return [];
  const pressed = ((bytes[1] ?? 0) & withPressure) !== 0;
  const numbers = varints(bytes, 2);
  const step = pressed ? 3 : 2;
  const points: Point[] = [];
  let [x, y, p] = [0, 0, 0];
  for (let at = 0; at + step <= numbers.length; at += step) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    if (pressed) p += numbers[at + 2] ?? 0;
    points.push(pressed ? { x, y, p } : { x, y });
  }
  return points;
}

function varint(bytes: number[], value: number): void {
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function varints(bytes: Uint8Array, from: number): number[] {
  const numbers: number[] = [];
  let value = 0;
  let weight = 1;
  for (const byte of bytes.subarray(from)) {
    value += (byte & 0x7f) * weight;
    weight *= 128;
    if (byte & 0x80) continue;
    numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2);
    value = 0;
    weight = 1;
  }
  return numbers;
}

function fromBase64url(packed: string): Uint8Array {
  try {
    return fromBase64(packed);
  } catch {
    return new Uint8Array();
  }
}
