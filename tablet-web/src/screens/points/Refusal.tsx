import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { newId } from "../../core/ids.ts";
import { asProblem } from "../../core/problem.ts";
import type { Problem } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { ProblemLine } from "../../ui/index.ts";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";

/** The unit does not come, and says why. @param above of a session of the server above */
export function Refusal({
  point,
  above = false,
  onClose,
  onDone,
}: {
  point: { sessionId: string; pointId: string; name: string };
  above?: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText(texts);
  const api = useApi();
  const [id] = useState(newId);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const send = async (reason: string) => {
    setBusy(true);
    try {
      const path = { sessionId: point.sessionId, pointId: point.pointId };
      const wanted = { params: { path }, body: { id, reason } };
      if (above) await unwrap(api.PUT("/api/joined/sessions/{sessionId}/points/{pointId}/refusal", wanted));
      else await unwrap(api.PUT("/api/sessions/{sessionId}/points/{pointId}/refusal", wanted));
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <ReasonDialog
      title={t.refuseTitle(point.name)}
      label={t.refuseReason}
      short={t.refuseShort}
      action={t.refuse}
      busy={busy}
      onClose={onClose}
      onReason={reason => void send(reason)}
    >
      {problem && <ProblemLine problem={problem} />}
    </ReasonDialog>
  );
}
