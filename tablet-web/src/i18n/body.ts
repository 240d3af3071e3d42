import { createContext } from "react";

/** Who is told about: a council's delegates, a committee's members, or units where each has one answer. */
export type BodyKind = "COUNCIL" | "COMMITTEE" | "UNITS";

export const BodyContext = createContext<BodyKind>("COUNCIL");

type Words = readonly [council: string, committee: string, units: string];

/** A council's word and the others'. What is longer comes first, and what is the same stays as it is. */
const all: readonly Words[] = [
  ["đại biểu Hội đồng nhân dân", "đại biểu Hội đồng nhân dân", "đại biểu Hội đồng nhân dân"],
  ["các vị đại biểu", "các vị đại biểu", "các đơn vị"],
  ["tổ đại biểu", "nhóm thành viên", "nhóm đơn vị"],
  ["đại biểu", "thành viên", "đơn vị"],
  ["delegate", "member", "unit"],
];
const spoken = {
  COMMITTEE: new Map(all.map(([council, committee]) => [council, committee])),
  UNITS: new Map(all.map(([council, , units]) => [council, units])),
};
const anyWord = new RegExp(all.map(([word]) => word).join("|"), "giu");
const seam = "\u2060";

/** The text with the words of the body; of a council as it was written. */
export function inBody(kind: BodyKind, text: string): string {
  return kind === "COUNCIL"
    ? text
    : text.replace(anyWord, word => sameCase(word, spoken[kind].get(known(word)) ?? word));
}

function known(word: string): string {
  const low = word.toLocaleLowerCase("vi");
  return low.endsWith("nhân dân") ? "đại biểu Hội đồng nhân dân" : low;
}

function sameCase(from: string, to: string): string {
  const first = from.charAt(0);
  return first === first.toLocaleUpperCase("vi") ? to.charAt(0).toLocaleUpperCase("vi") + to.slice(1) : to;
}

const made = { COMMITTEE: new WeakMap<object, unknown>(), UNITS: new WeakMap<object, unknown>() };

/** All texts of a catalogue with the words of the body. What people wrote, such as a title, stays as they wrote it. */
export function textsInBody<M>(kind: BodyKind, texts: M): M {
  if (kind === "COUNCIL" || typeof texts !== "object" || texts === null) return texts;
  let words = made[kind].get(texts) as M | undefined;
  if (!words) {
    words = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, worded(kind, text)])) as M;
    made[kind].set(texts, words);
  }
  return words;
}

type Text = (...given: unknown[]) => unknown;

function worded(kind: BodyKind, text: unknown): unknown {
  if (typeof text === "string") return inBody(kind, text);
  if (typeof text === "function") return (...given: unknown[]) => said(kind, text as Text, given);
  return Array.isArray(text) ? text.map(one => worded(kind, one)) : textsInBody(kind, text);
}

/** A sentence about a whole record quotes what it likes, and is left alone. */
function said(kind: BodyKind, text: Text, given: unknown[]): unknown {
  const whole = given.some(one => typeof one === "object" && one !== null && !Array.isArray(one));
  const words = text(...(whole ? given : given.map(kept)));
  return typeof words === "string" && !whole ? inBody(kind, words).replaceAll(seam, "") : words;
}

/** The same to read, but not found as a word. */
function kept(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(kept);
  return typeof given === "string" ? given.replace(anyWord, word => word.charAt(0) + seam + word.slice(1)) : given;
}
