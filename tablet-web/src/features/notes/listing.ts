import type { Mark } from "../../core/schemas.ts";

/** A line of the index. All strokes of a page are one. */
export interface Entry {
  key: string;
  kind: "INK" | "HIGHLIGHT" | "NOTE" | "BOOKMARK";
  marks: readonly Mark[];
}

const order = ["BOOKMARK", "NOTE", "HIGHLIGHT", "INK"] as const;

/** Pages in order, within a page from top to bottom. */
export function byPage(marks: readonly Mark[]): { page: number; entries: Entry[] }[] {
  const pages = new Map<number, Mark[]>();
  for (const mark of marks) {
    if (mark.page !== undefined) pages.set(mark.page, [...(pages.get(mark.page) ?? []), mark]);
  }
  return [...pages]
    .sort(([one], [other]) => one - other)
    .map(([page, all]) => ({ page, entries: order.flatMap(kind => entriesOf(kind, page, all)) }))
    .filter(({ entries }) => entries.length > 0);
}

function entriesOf(kind: Entry["kind"], page: number, all: readonly Mark[]): Entry[] {
  const marks = all.filter(mark => mark.kind === kind);
  if (marks.length === 0) return [];
  if (kind === "INK") return [{ key: `ink-${page}`, kind, marks }];
  return marks
    .toSorted((one, other) => topOf(one) - topOf(other))
    .map(mark => ({ key: mark.markId, kind, marks: [mark] }));
}

function topOf(mark: Mark): number {
  return mark.data?.at?.[1] ?? mark.data?.quads?.[1] ?? 0;
}
