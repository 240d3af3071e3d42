import { useState } from "react";
import { useLocation } from "wouter";
import { unwrap } from "../../core/api.ts";
import { dayAndTime } from "../../core/format.ts";
import { newId } from "../../core/ids.ts";
import { asProblem } from "../../core/problem.ts";
import type { OwnInvitation, Problem } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { ReportDialog } from "../../hall/points/ReportDialog.tsx";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, ProblemLine, StateChip } from "../../ui/index.ts";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import { AssignDialog } from "./AssignDialog.tsx";
import styles from "./points.module.css";

/** One invitation: what the session is, what the unit has answered, and what can be done now. */
export function OwnCard({ point, onChanged }: { point: OwnInvitation; onChanged: () => void }) {
  const t = useText(texts);
  const ended = point.sessionState === "ENDED";
  const first = point.sittings.find(sitting => sitting.state !== "ENDED");
  const tone = point.state === "ASSIGNED" ? "good" : point.state === "REFUSED" ? "bad" : "warn";
  const icon = point.state === "ASSIGNED" ? "check" : point.state === "REFUSED" ? "cross" : "clock";
  return (
    <article className={styles.card} aria-label={`${point.name}, ${point.title}`}>
      <div className={styles.bar}>
        <h2>{point.name}</h2>
        <StateChip tone={tone} icon={icon}>
          {t.reply[point.state]}
        </StateChip>
      </div>
      <p>
        {point.title} · {point.bodyName}
      </p>
      <p className={styles.meta}>{ended ? t.ended : first && t.starts(dayAndTime(first.startsAt))}</p>
      {point.external && (
        <p>
          {t.externalBy(point.external.host)}{" "}
          {point.external.link && <a href={point.external.link}>{point.external.link}</a>} {point.external.note}
        </p>
      )}
      {point.reason && <p className={styles.meta}>{t.reason(point.reason)}</p>}
      {point.technician && (
        <p className={styles.meta}>
          {[t.technician(point.technician.name), point.technician.phone, t.expected(point.expected)]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {point.looksAfter && <p className={styles.name}>{t.yours}</p>}
      {!ended && <Deeds point={point} onChanged={onChanged} />}
    </article>
  );
}

function Deeds({ point, onChanged }: { point: OwnInvitation; onChanged: () => void }) {
  const t = useText(texts);
  const [, go] = useLocation();
  const [open, setOpen] = useState<"assign" | "refuse" | "report">();
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <div className={styles.tools}>
      {point.administers && (
        <>
          <Button tone={point.state === "INVITED" ? "primary" : "quiet"} icon="users" onClick={() => setOpen("assign")}>
            {point.state === "ASSIGNED" ? t.reassign : t.assign}
          </Button>
          {point.state !== "REFUSED" && <Button onClick={() => setOpen("refuse")}>{t.refuse}</Button>}
        </>
      )}
      {point.looksAfter && (
        <>
          {!point.external && (
            <Button tone="primary" icon="room" onClick={() => go(`/sessions/${point.sessionId}/trial`)}>
              {t.trial}
            </Button>
          )}
          <Button icon="list" onClick={() => setOpen("report")}>
            {t.report}
          </Button>
        </>
      )}
      {open === "assign" && <AssignDialog point={point} onClose={close} onDone={done} />}
      {open === "report" && <ReportDialog session={point.sessionId} point={point} onClose={close} />}
      {open === "refuse" && <Refusal point={point} onClose={close} onDone={done} />}
    </div>
  );
}

function Refusal({ point, onClose, onDone }: { point: OwnInvitation; onClose: () => void; onDone: () => void }) {
  const t = useText(texts);
  const api = useApi();
  const [id] = useState(newId);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const send = async (reason: string) => {
    setBusy(true);
    try {
      await unwrap(
        api.PUT("/api/sessions/{sessionId}/points/{pointId}/refusal", {
          params: { path: { sessionId: point.sessionId, pointId: point.pointId } },
          body: { id, reason },
        }),
      );
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
