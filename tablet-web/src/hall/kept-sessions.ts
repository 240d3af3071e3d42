import { useEffect, useMemo, useState } from "react";
import type { Kept } from "../core/live.ts";
import type { SessionSummary } from "../core/schemas.ts";
import type { Row } from "../core/store.ts";
import { stateTable } from "./live.tsx";
import { useStore } from "./tablet.tsx";

/** The sessions that can be opened without the server, with the roles in which they can; undefined while they are looked for. */
export function useKeptSessions(wanted: boolean): readonly SessionSummary[] | undefined {
  const kept = useKept(wanted);
  return useMemo(() => kept && summaries(kept), [kept]);
}

/** The states of sessions that are kept here; undefined while they are looked for. */
export function useKept(wanted: boolean): readonly Row<Kept>[] | undefined {
  const store = useStore();
  const [kept, setKept] = useState<readonly Row<Kept>[]>();
  useEffect(() => {
    if (!wanted) return;
    if (!store) return setKept([]);
    let left = false;
    store.each<Kept>(stateTable).then(
      rows => !left && setKept(rows),
      () => !left && setKept([]),
    );
    return () => {
      left = true;
    };
  }, [store, wanted]);
  return kept;
}

export function summaries(rows: readonly Row<Kept>[]): SessionSummary[] {
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
