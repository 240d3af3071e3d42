import { useState } from "react";
import { fold } from "../../core/format.ts";
import type { AttendanceRow } from "../../core/schemas.ts";
import { chair } from "../../i18n/chair.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, Field, ProblemLine } from "../../ui/index.ts";
import styles from "./desk.module.css";
import type { Desk } from "./nextStep.ts";
import { affiliation } from "./stepWords.ts";
import type { Steps } from "./useSteps.tsx";

/** Delegates present in the open sitting who do not have the floor. */
export function presentDelegates(desk: Desk): readonly AttendanceRow[] {
  const { openSittingId } = desk.session;
  return (desk.attendance.rows ?? []).filter(
    row =>
      row.personId !== desk.floor.speech?.personId &&
      row.sittings.some(one => one.sittingId === openSittingId && one.presence === "PRESENT"),
  );
}

/** Any delegate present, found by a few letters without marks, gets the floor at one tap. */
export function SpeakerChooser({ desk, steps, onClose }: { desk: Desk; steps: Steps; onClose: () => void }) {
  const t = useText(chair).floor;
  const [sought, setSought] = useState("");
  const present = presentDelegates(desk);
  const found = present.filter(row => fold(`${row.name} ${row.group} ${row.title}`).includes(fold(sought.trim())));
  const grant = async (personId: string) => {
    const seconds = desk.session.rules.speechSeconds;
    if (await steps.send({ name: "floor.grant", data: { personId, seconds } })) onClose();
  };
  return (
    <Dialog title={t.otherTitle} size="wide" onClose={onClose}>
      <div className={styles.chooser}>
        <Field
          label={t.search}
          type="search"
          value={sought}
          hint={found.length > 0 ? t.found(found.length) : t.nobody}
          onChange={event => setSought(event.target.value)}
        />
        {steps.problem && <ProblemLine problem={steps.problem} />}
        <ul className={styles.queue}>
          {found.map(row => (
            <li key={row.personId} className={styles.waiting}>
              <span className={`num ${styles.order}`}>{row.seat}</span>
              <span className={styles.person}>
                <b>{row.name}</b>
                <span className={styles.detail}>{affiliation(row)}</span>
              </span>
              <Button
                icon="mic"
                aria-label={t.grantTo(row.name)}
                busy={steps.busy}
                disabled={!steps.online}
                onClick={() => void grant(row.personId)}
              >
                {t.grant}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
