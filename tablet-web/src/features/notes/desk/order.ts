import type { ItemView, Mark, PaperView } from "../../../core/schemas.ts";

/** A paper and the agenda item it belongs to. */
export interface Placed {
  item: ItemView;
  paper: PaperView;
}

/** All papers in the order of the agenda. */
export function papersOf(items: readonly ItemView[]): Placed[] {
  return items.flatMap(item => item.papers.map(paper => ({ item, paper })));
}

/** Papers whose present version this person has not opened, on any tablet; `opened`: the newest version by paper. */
export function unread(items: readonly ItemView[], opened: ReadonlyMap<string, number>): Placed[] {
  return papersOf(items).filter(({ paper }) => (opened.get(paper.paperId) ?? 0) < (paper.version ?? 1));
}

/** The marks of each paper that has some, in the order of the agenda. */
export function markedPapers(
  items: readonly ItemView[],
  marks: readonly Mark[],
): { placed: Placed; marks: readonly Mark[] }[] {
  return papersOf(items)
    .map(placed => ({
      placed,
      marks: marks.filter(mark => mark.paperId === placed.paper.paperId),
    }))
    .filter(one => one.marks.length > 0);
}

/** Pages of the notebook, the last changed first. */
export function notebook(marks: readonly Mark[]): Mark[] {
  return marks.filter(mark => mark.kind === "NOTEBOOK").toSorted((one, other) => (one.hlc < other.hlc ? 1 : -1));
}
