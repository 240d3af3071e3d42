import { useState } from "react";
import { useLocation } from "wouter";
import { dayAndTime } from "../../core/format.ts";
import type { OwnInvitation } from "../../core/schemas.ts";
import { ReportDialog } from "../../hall/points/ReportDialog.tsx";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, StateChip } from "../../ui/index.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import styles from "./points.module.css";
import { Refusal } from "./Refusal.tsx";

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
