import type { Box } from "./hits.ts";

/** A run of text as pdf.js gives it, with its box on the page in tenths of a point. */
export interface Run {
  text: string;
  box: Box;
}

/** A page's letters without any blanks, and where each of them stands. */
export interface PageWords {
  page: number;
  letters: string;
  /** The boxes of the letters [from, to), one a run. */
  boxes(from: number, to: number): Box[];
}

/** How far along a run its first letters reach, 0..1. */
export type Reach = (text: string, letters: number) => number;

export function pageWords(page: number, runs: readonly Run[], reach: Reach): PageWords {
  let letters = "";
  const starts: number[] = [];
  const plain = runs.map(run => run.text.normalize("NFC"));
  for (const text of plain) {
    starts.push(letters.length);
    letters += bare(text);
  }
  return {
    page,
    letters,
    boxes: (from, to) =>
      runs.flatMap((run, at) => {
        const start = starts[at] ?? 0;
        const end = starts[at + 1] ?? letters.length;
        const text = plain[at] ?? "";
        if (end <= from || start >= to || start === end) return [];
        const left = reach(text, unbare(text, Math.max(0, from - start), false));
        const right = to >= end ? 1 : reach(text, unbare(text, to - start, true));
        const { x, y, width, height } = run.box;
        return [{ x: x + width * left, y, width: width * (right - left), height }];
      }),
  };
}

/** Without blanks: line ends and justified lines make no difference. */
export function bare(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}

/** How many characters of the text hold that many letters; at the end of a range without the blanks that follow. */
function unbare(text: string, letters: number, end: boolean): number {
  let left = letters;
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at] ?? "")) continue;
    if (left === 0) return at;
    left--;
    if (left === 0 && end) return at + 1;
  }
  return text.length;
}

export interface Wanted {
  quote: string;
  before: string;
  after: string;
}

export interface Place {
  words: PageWords;
  from: number;
  to: number;
}

/**
 * Where a quote stands in another version: the only place, or among several the only one with the same words around it. Undefined when it
 * is gone or cannot be told apart.
 */
export function findQuote(wanted: Wanted, pages: readonly PageWords[]): Place | undefined {
  const quote = bare(wanted.quote);
  if (quote.length < 2) return undefined;
  const places = pages.flatMap(words => occurrences(words, quote));
  if (places.length <= 1) return places[0];
  const ranked = places
    .map(place => ({ place, same: around(place, bare(wanted.before), bare(wanted.after)) }))
    .sort((one, other) => other.same - one.same);
  const [best, next] = ranked;
  return best && next && best.same > next.same ? best.place : undefined;
}

function occurrences(words: PageWords, quote: string): Place[] {
  const found: Place[] = [];
  for (let at = words.letters.indexOf(quote); at >= 0; at = words.letters.indexOf(quote, at + 1)) {
    found.push({ words, from: at, to: at + quote.length });
  }
  return found;
}

/** How many letters next to the place are the same as before. */
function around({ words, from, to }: Place, before: string, after: string): number {
  let same = 0;
  while (same < before.length && words.letters[from - 1 - same] === before[before.length - 1 - same]) same++;
  let more = 0;
  while (more < after.length && words.letters[to + more] === after[more]) more++;
  return same + more;
}
