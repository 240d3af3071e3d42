import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { AssignmentView } from "../../core/schemas.ts";
import { draftSender } from "../../features/drafts/send.ts";
import { Uploads } from "../../features/papers/uploads.ts";
import { useWhileUploading } from "../../features/papers/useWhileUploading.ts";
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
  const before = useRef(0);
  useEffect(() => {
    if (done > before.current) void refresh();
    before.current = done;
  }, [done, refresh]);
  useWhileUploading(uploads);
  return uploads;
}
