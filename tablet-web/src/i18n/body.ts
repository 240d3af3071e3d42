import { createContext } from "react";

/** Whose session is on screen: a council's delegates or a committee's members are told about. */
export type BodyKind = "COUNCIL" | "COMMITTEE";

export const BodyContext = createContext<BodyKind>("COUNCIL");

/** A council's word and a committee's. What is longer comes first, and what is the same stays as it is. */
const committee: readonly (readonly [string, string])[] = [
  ["đại biểu Hội đồng nhân dân", "đại biểu Hội đồng nhân dân"],
  ["các vị đại biểu", "các vị đại biểu"],
  ["tổ đại biểu", "nhóm thành viên"],
  ["đại biểu", "thành viên"],
  ["delegate", "member"],
];
const spoken = new Map(committee);
const anyWord = new RegExp(committee.map(([word]) => word).join("|"), "giu");
const seam = "\u2060";

/** The text with the words of the body; of a council as it was written. */
export function inBody(kind: BodyKind, text: string): string {
  return kind === "COUNCIL" ? text : text.replace(anyWord, word => sameCase(word, spoken.get(known(word)) ?? word));
}

function known(word: string): string {
  const low = word.toLocaleLowerCase("vi");
  return low.endsWith("nhân dân") ? "đại biểu Hội đồng nhân dân" : low;
}

function sameCase(from: string, to: string): string {
  const first = from.charAt(0);
  return first === first.toLocaleUpperCase("vi") ? to.charAt(0).toLocaleUpperCase("vi") + to.slice(1) : to;
}

const made = new WeakMap<object, unknown>();

/** All texts of a catalogue with the words of the body. What people wrote, such as a title, stays as they wrote it. */
export function textsInBody<M>(kind: BodyKind, texts: M): M {
  if (kind === "COUNCIL" || typeof texts !== "object" || texts === null) return texts;
  let words = made.get(texts) as M | undefined;
  if (!words) {
    words = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, worded(text)])) as M;
    made.set(texts, words);
  }
  return words;
}

type Text = (...given: unknown[]) => unknown;

function worded(text: unknown): unknown {
  if (typeof text === "string") return inBody("COMMITTEE", text);
  if (typeof text === "function") return (...given: unknown[]) => said(text as Text, given);
  return Array.isArray(text) ? text.map(worded) : textsInBody("COMMITTEE", text);
}

/** A sentence about a whole record quotes what it likes, and is left alone. */
function said(text: Text, given: unknown[]): unknown {
  const whole = given.some(one => typeof one === "object" && one !== null && !Array.isArray(one));
  const words = text(...(whole ? given : given.map(kept)));
  return typeof words === "string" && !whole ? inBody("COMMITTEE", words).replaceAll(seam, "") : words;
}

/** The same to read, but not found as a word. */
function kept(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(kept);
  return typeof given === "string" ? given.replace(anyWord, word => word.charAt(0) + seam + word.slice(1)) : given;
}
