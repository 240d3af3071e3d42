import { useEffect, useState } from "react";
import type { Kept } from "../core/live.ts";
import type { SessionSummary } from "../core/schemas.ts";
import type { Row } from "../core/store.ts";
import { stateTable } from "./live.tsx";
import { useStore } from "./tablet.tsx";

/** The sessions that can be opened without the server, with the roles in which they can; undefined while they are looked for. */
export function useKeptSessions(wanted: boolean): readonly SessionSummary[] | undefined {
  const store = useStore();
  const [kept, setKept] = useState<readonly SessionSummary[]>();
  useEffect(() => {
    if (!wanted) return;
    if (!store) return setKept([]);
    let left = false;
    store.each<Kept>(stateTable).then(
      rows => !left && setKept(summaries(rows)),
      () => !left && setKept([]),
    );
    return () => {
      left = true;
    };
  }, [store, wanted]);
  return kept;
}

function summaries(rows: readonly Row<Kept>[]): SessionSummary[] {
  const found = new Map<string, SessionSummary>();
  for (const { id, value } of rows) {
    if (!value.parts.session) continue;
    const { rules: _, openSittingId: __, publishedAt: ___, ...session } = value.parts.session;
    const role = id.endsWith("/guest") ? "GUEST" : "DELEGATE";
    const roles = [...(found.get(session.sessionId)?.roles ?? []), role] as SessionSummary["roles"];
    found.set(session.sessionId, { ...session, roles });
  }
  return [...found.values()];
}
