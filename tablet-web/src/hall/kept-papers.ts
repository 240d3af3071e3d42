import { useMemo } from "react";
import type { Kept } from "../core/live.ts";
import { PackFiles } from "../core/pack-files.ts";
import { packedFetch } from "../core/packed-fetch.ts";
import type { ItemView, PaperView, SessionSummary } from "../core/schemas.ts";
import type { Row } from "../core/store.ts";
import { useHousehold } from "./household.tsx";
import { summaries, useKept } from "./kept-sessions.ts";
import { withOwn } from "./papers.ts";
import { useStore } from "./tablet.tsx";

/** A paper of a session that is kept here, in its place in the agenda. The file itself may be missing. */
export interface KeptPaper {
  session: SessionSummary;
  item: ItemView;
  paper: PaperView;
}

/** The papers of those sessions in the order of their agendas; undefined while they are looked for. */
export function useKeptPapers(wanted: boolean): readonly KeptPaper[] | undefined {
  const kept = useKept(wanted);
  return useMemo(() => kept && papers(kept), [kept]);
}

/** `fetch` of a paper's content outside of its session: from this device what is there; without a fingerprint from the network only. */
export function useKeptFetch(sha256: string | undefined): (request: Request) => Promise<Response> {
  const { fetch } = useHousehold();
  const store = useStore();
  return useMemo(
    () => (store && sha256 ? packedFetch(new PackFiles(store), sha256, fetch) : fetch),
    [store, sha256, fetch],
  );
}

function papers(rows: readonly Row<Kept>[]): KeptPaper[] {
  const sessions = summaries(rows);
  const found = new Map<string, KeptPaper>();
  for (const { value } of rows) {
    const { session: view, agenda } = value.parts;
    const session = sessions.find(one => one.sessionId === view?.sessionId);
    if (!session || !agenda) continue;
    for (const item of withOwn(agenda, value.me?.papers).items)
      for (const paper of item.papers) found.set(`${session.sessionId}/${paper.paperId}`, { session, item, paper });
  }
  return [...found.values()].filter(({ paper }) => !paper.confidential && !(paper.until && paper.until <= Date.now()));
}
