import type { Mark } from "../../core/schemas.ts";
import type { NewMark } from "./book.ts";
import { type Box, quadsOf } from "./hits.ts";
import { packPoints, unpackPoints } from "./points.ts";
import { lines } from "./quote.ts";
import { findQuote, type PageWords } from "./words.ts";

/**
 * The mark as it stands in another version, found by the words it was made on: a highlight covers the same words, a stroke or a note moves
 * along with the line it was next to. Undefined where these words are gone: it must be placed again.
 */
export function moved(mark: Mark, sha256: string, pages: readonly PageWords[]): NewMark | undefined {
  const { hlc: _hlc, ...rest } = mark;
  const page = mark.page ?? 1;
  if (mark.kind === "BOOKMARK") return { ...rest, sha256, page: Math.min(page, pages.length) };
  const { data } = mark;
  if (!data?.quote) return undefined;
  const place = findQuote({ quote: data.quote, before: data.before ?? "", after: data.after ?? "" }, pages);
  if (!place) return undefined;
  const boxes = lines(place.words.boxes(place.from, place.to)).map(rounded);
  const [now, before] = [boxes[0], quadsOf(mark)[0]];
  if (!now || !before) return undefined;
  const next = { ...rest, sha256, page: place.words.page };
  const quads = boxes.flatMap(box => [box.x, box.y, box.width, box.height]);
  if (!data.points && !data.at) return { ...next, data: { ...data, quads } };
  const [dx, dy] = [now.x - before.x, now.y - before.y];
  return {
    ...next,
    data: {
      ...data,
      quads,
      ...(data.at ? { at: [(data.at[0] ?? 0) + dx, (data.at[1] ?? 0) + dy] } : {}),
      ...(data.points ? { points: shifted(data.points, dx, dy) } : {}),
    },
  };
}

function shifted(points: string, dx: number, dy: number): string {
  return packPoints(unpackPoints(points).map(point => ({ ...point, x: point.x + dx, y: point.y + dy })));
}

function rounded(box: Box): Box {
  return {
    x: Math.round(box.x),
    y: Math.round(box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
}

/** A mark whose words are gone, put on a page by hand. A highlight of words that are gone becomes a note that quotes them. */
export function placed(mark: Mark, sha256: string, page: number, words: (quote: string) => string): NewMark {
  const { hlc: _hlc, ...rest } = mark;
  const { points, quote, before: _before, after: _after, quads: _quads, ...data } = mark.data ?? {};
  const next = { ...rest, sha256, page };
  if (mark.kind === "HIGHLIGHT" && !points && quote) {
    return { ...next, kind: "NOTE", data: { at: [5_300, 300], text: words(quote) } };
  }
  return { ...next, data: { ...data, ...(points ? { points } : {}) } };
}
