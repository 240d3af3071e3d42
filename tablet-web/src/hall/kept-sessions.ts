import { useEffect, useState } from "react";
import type { SessionSummary } from "../core/schemas.ts";
import { stateTable } from "./live.tsx";
import { useStore } from "./tablet.tsx";

const sessionTable = "session";

/** Keeps the sessions of a list that came from the server. */
export function useKeepSessions(sessions: readonly SessionSummary[] | undefined): void {
  const store = useStore();
  useEffect(() => {
    if (!store || !sessions) return;
    const rows = sessions.map(value => ({ id: value.sessionId, value }));
    void store.putAll(sessionTable, rows).catch(() => undefined);
  }, [store, sessions]);
}

/** The sessions that can be opened without the server; undefined while they are being looked for. */
export function useKeptSessions(wanted: boolean): readonly SessionSummary[] | undefined {
  const store = useStore();
  const [kept, setKept] = useState<readonly SessionSummary[]>();
  useEffect(() => {
    if (!store || !wanted) return;
    let left = false;
    void (async () => {
      const rows = await store.each<SessionSummary>(sessionTable);
      const states = new Set((await store.ids(stateTable)).map(id => id.split("/")[0]));
      const found = rows.map(row => row.value).filter(one => states.has(one.sessionId));
      if (!left) setKept(found);
    })().catch(() => !left && setKept([]));
    return () => {
      left = true;
    };
  }, [store, wanted]);
  return kept;
}
