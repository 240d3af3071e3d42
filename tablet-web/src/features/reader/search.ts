import { fold } from "../../core/format.ts";

/** A page's text as pdf.js gives it: pieces in order, some ending a line. */
export type Piece = { str: string; hasEOL: boolean };
export type Hit = { page: number; first: number; last: number; before: string; match: string; after: string };

const around = 42;

/** A page prepared for search: one folded text and where each piece begins in it. */
export interface PageText {
  page: number;
  folded: string;
  shown: string;
  starts: number[];
}

export function pageText(page: number, pieces: readonly Piece[]): PageText {
  const starts: number[] = [];
  let folded = "";
  let shown = "";
  for (const piece of pieces) {
    starts.push(folded.length);
    // Composed characters fold to one letter each, so that both texts keep the same length.
    const text = piece.str.normalize("NFC").replace(/\s/g, " ");
    const even = Array.from(text, char => (fold(char).length === char.length ? char : "\u00b7"));
    shown += even.join("");
    folded += fold(even.join(""));
    if (piece.hasEOL) {
      shown += " ";
      folded += " ";
    }
  }
  return { page, folded, shown, starts };
}

/** Every place on a page where the words stand, marks and case aside. */
export function findOn(text: PageText, query: string): Hit[] {
  const wanted = fold(query.trim().replace(/\s+/g, " "));
  if (wanted.length < 2) return [];
  const hits: Hit[] = [];
  for (let at = text.folded.indexOf(wanted); at >= 0; at = text.folded.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    hits.push({
      page: text.page,
      first: pieceAt(text.starts, at),
      last: pieceAt(text.starts, end - 1),
      before: text.shown.slice(Math.max(0, at - around), at),
      match: text.shown.slice(at, end),
      after: text.shown.slice(end, end + around),
    });
  }
  return hits;
}

function pieceAt(starts: readonly number[], at: number): number {
  let piece = 0;
  while (piece + 1 < starts.length && (starts[piece + 1] ?? 0) <= at) piece++;
  return piece;
}
