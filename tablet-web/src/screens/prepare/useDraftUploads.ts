import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { AssignmentView } from "../../core/schemas.ts";
import { draftSender } from "../../features/drafts/send.ts";
import { Begun, storageHere } from "../../features/papers/begun.ts";
import { Uploads } from "../../features/papers/uploads.ts";
import { useDraftWork } from "../../hall/drafts.ts";
import { useHousehold } from "../../hall/index.ts";

/** The files on their way to one item; what has arrived shows as a draft, or as an office file that is kept, at once. */
export function useDraftUploads({ sessionId, unitId, unitName }: AssignmentView): Uploads {
  const { auth } = useHousehold();
  const { refresh } = useDraftWork();
  const uploads = useMemo(
    () =>
      new Uploads(
        draftSender(sessionId, { unitId, unitName }, auth),
        new Begun(`${sessionId} ${unitId}`, storageHere()),
      ),
    [sessionId, unitId, unitName, auth],
  );
  const over = useSyncExternalStore(
    uploads.subscribe,
    () => uploads.list().filter(({ state }) => state.kind === "done" || state.kind === "failed").length,
  );
  const before = useRef(0);
  useEffect(() => {
    if (over > before.current) void refresh();
    before.current = over;
  }, [over, refresh]);
  return uploads;
}
