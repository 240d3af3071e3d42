import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { AssignmentView } from "../../core/schemas.ts";
import { draftSender } from "../../features/drafts/send.ts";
import { Uploads } from "../../features/papers/uploads.ts";
import { useDraftWork } from "../../hall/drafts.ts";
import { useHousehold } from "../../hall/index.ts";

/** The files on their way to one item; what has arrived shows as a draft at once. */
export function useDraftUploads({ sessionId, unitId, unitName }: AssignmentView): Uploads {
  const { auth } = useHousehold();
  const { refresh } = useDraftWork();
  const uploads = useMemo(
    () => new Uploads(draftSender(sessionId, { unitId, unitName }, auth)),
    [sessionId, unitId, unitName, auth],
  );
  const done = useSyncExternalStore(
    uploads.subscribe,
    () => uploads.list().filter(upload => upload.state.kind === "done").length,
  );
  const active = useSyncExternalStore(uploads.subscribe, () => uploads.active());
  const before = useRef(0);
  useEffect(() => {
    if (done > before.current) void refresh();
    before.current = done;
  }, [done, refresh]);
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
  useEffect(() => () => uploads.cancelAll(), [uploads]);
  return uploads;
}
