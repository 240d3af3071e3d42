import { useState } from "react";
import { useLocation } from "wouter";
import { dayAndTime } from "../../../core/format.ts";
import type { OwnPoint, PointView, SessionView, TestLimits } from "../../../core/schemas.ts";
import { usePart } from "../../../hall/index.ts";
import { gradeLook } from "../../../hall/points/figures.ts";
import { ReportDialog } from "../../../hall/points/ReportDialog.tsx";
import { useText } from "../../../i18n/language.ts";
import { trial as texts } from "../../../i18n/trial.ts";
import { Button, StateChip } from "../../../ui/index.ts";
import lobby from "../lobby/lobby.module.css";
import { outlookOf, shortfalls } from "./advice.ts";
import styles from "./trial.module.css";

/** How the point stands: its grade in words with what to do, the roll, and the way in. */
export function ResultCard({ session, point, view }: { session: SessionView; point: OwnPoint; view: PointView }) {
  const t = useText(texts);
  const [, go] = useLocation();
  const [reporting, setReporting] = useState(false);
  const external = usePart("points")?.external;
  const ended = session.state === "ENDED";
  return (
    <section className={lobby.join} aria-label={t.state}>
      <Standing view={view} limits={point.limits} />
      {!point.mayEnter && <p className={styles.closed}>{t.notYet}</p>}
      <p>
        {view.roll
          ? t.reported(view.roll.present, view.expected, dayAndTime(view.roll.at))
          : t.notReported(view.expected)}
      </p>
      <div className={styles.answers}>
        {!external && (
          <Button
            tone={view.passed ? "primary" : "quiet"}
            size="large"
            icon="room"
            disabled={!point.mayEnter || ended}
            onClick={() => go(`/sessions/${session.sessionId}/room?kiosk=1`)}
          >
            {t.enter}
          </Button>
        )}
        <Button size="large" icon="list" disabled={ended} onClick={() => setReporting(true)}>
          {view.roll ? t.reportAgain : t.report}
        </Button>
      </div>
      {external && <p className={lobby.hint}>{t.elsewhere(external.host)}</p>}
      {reporting && <ReportDialog session={session.sessionId} point={view} onClose={() => setReporting(false)} />}
    </section>
  );
}

function Standing({ view, limits }: { view: PointView; limits: TestLimits | undefined }) {
  const t = useText(texts);
  const { test, accepted, grade } = view;
  if (!grade) {
    return (
      <div role="status">
        <h2 className={lobby.joinTitle}>{t.untested}</h2>
        <p>{t.untestedText}</p>
      </div>
    );
  }
  return (
    <div role="status" className={styles.standing}>
      <div className={styles.answers}>
        <h2 className={lobby.joinTitle}>{t.outlook[outlookOf(grade)]}</h2>
        <StateChip {...gradeLook[grade]}>{t.grade[grade]}</StateChip>
      </div>
      {accepted && <p>{t.accepted(accepted.by, accepted.note)}</p>}
      {test && <p className={lobby.hint}>{t.tested(dayAndTime(test.at), view.testCount)}</p>}
      {test && limits && (
        <ul className={styles.advice}>
          {shortfalls(test.result, limits).map(one => (
            <li key={one}>{t.advice[one](test.result, limits)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
