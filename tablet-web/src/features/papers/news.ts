import type { AgendaView, PaperView } from "../../core/schemas.ts";

/** How a paper stands to what the person has opened: `new` and nothing of it read, `changed` since it was read, or nothing to say. */
export type Standing = "new" | "changed" | "none";

/** @param opened newest version opened by paper; undefined: not known yet */
export function standingOf(paper: PaperView, opened: ReadonlyMap<string, number> | undefined): Standing {
  if (!opened) return "none";
  const version = paper.version ?? 1;
  const read = opened.get(paper.paperId) ?? 0;
  if (read > 0 && read < version) return "changed";
  return read === 0 && paper.late ? "new" : "none";
}

/** Papers that have a newer version than the one which the person has opened. */
export function changedSince(agenda: AgendaView, opened: ReadonlyMap<string, number>): Place[] {
  return [...byId(agenda).values()].filter(({ paper }) => standingOf(paper, opened) === "changed");
}

export interface Place {
  itemId: string;
  paper: PaperView;
}

/** What happened to papers between two views of the agenda. */
export interface News {
  arrived: readonly Place[];
  gone: readonly PaperView[];
}

export function newsBetween(before: AgendaView, after: AgendaView): News {
  const old = byId(before);
  const now = byId(after);
  return {
    arrived: [...now.values()].filter(({ paper }) => !old.has(paper.paperId)),
    gone: [...old.values()].filter(({ paper }) => !now.has(paper.paperId)).map(({ paper }) => paper),
  };
}

function byId(agenda: AgendaView): Map<string, Place> {
  return new Map(
    agenda.items.flatMap(({ itemId, papers }) => papers.map(paper => [paper.paperId, { itemId, paper }] as const)),
  );
}
