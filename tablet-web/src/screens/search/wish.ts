import type { PaperKind } from "../../core/schemas.ts";

/** What is asked for; an empty text asks for all. An item is one of the session's. */
export type Asked = { q: string; session: string; item: string; kind: string; year: string };

export const kinds: readonly PaperKind[] = [
  "SUBMISSION",
  "DRAFT_RESOLUTION",
  "VERIFICATION_REPORT",
  "REPORT",
  "ANNEX",
  "PROGRAMME",
  "SUMMONS",
  "OTHER",
];

export function isKind(text: string): text is PaperKind {
  return (kinds as readonly string[]).includes(text);
}

/** From the address; what does not fit asks for all. */
export function asked(params: URLSearchParams): Asked {
  const kind = params.get("kind") ?? "";
  const year = params.get("year") ?? "";
  const session = params.get("session") ?? "";
  return {
    q: (params.get("q") ?? "").slice(0, 200),
    session,
    item: session ? (params.get("item") ?? "") : "",
    kind: isKind(kind) ? kind : "",
    year: /^(19|20)\d\d$/.test(year) ? year : "",
  };
}

/** For the address: only what was asked. */
export function given(wish: Asked): Record<string, string> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ""));
}

/** Years that papers can be of, the newest first. */
export function years(now: number): string[] {
  const last = new Date(now).getFullYear();
  return Array.from({ length: 6 }, (_, back) => String(last - back));
}
