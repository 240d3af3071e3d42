import { useMemo } from "react";
import type { AgendaView, ItemView, OwnPaper, PaperView } from "../core/schemas.ts";
import { useMe, usePart } from "./live.tsx";

/** The agenda with the papers that only this person sees in their places; undefined until it has come. */
export function useAgenda(): AgendaView | undefined {
  const agenda = usePart("agenda");
  const own = useMe()?.papers;
  return useMemo(() => agenda && withOwn(agenda, own), [agenda, own]);
}

/** Puts own papers between those of all; one that is there already (secretary and chair see all) stays as it is. */
export function withOwn(agenda: AgendaView, own: readonly OwnPaper[] | undefined): AgendaView {
  if (!own || own.length === 0) return agenda;
  return { ...agenda, items: agenda.items.map(item => withOwnOf(item, own)) };
}

function withOwnOf(item: ItemView, own: readonly OwnPaper[]): ItemView {
  const there = new Set(item.papers.map(paper => paper.paperId));
  const mine = own.filter(one => one.itemId === item.itemId && !there.has(one.paper.paperId));
  if (mine.length === 0) return item;
  const papers: PaperView[] = [...item.papers];
  for (const { index, paper } of mine.toSorted((a, b) => a.index - b.index)) papers.splice(index, 0, paper);
  return { ...item, papers };
}
