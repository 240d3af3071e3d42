import { useState } from "react";
import { dayAndTime } from "../../../core/format.ts";
import type { PointAbove, SessionAbove, SharedPoint, WordAbove } from "../../../core/schemas.ts";
import { ReportDialog } from "../../../hall/points/ReportDialog.tsx";
import { joined } from "../../../i18n/joined.ts";
import { useText } from "../../../i18n/language.ts";
import { points as texts } from "../../../i18n/points.ts";
import { useProblemTitle } from "../../../i18n/problems.ts";
import { Button, type ChipTone, Icon, type IconName, StateChip } from "../../../ui/index.ts";
import { AssignDialog } from "../AssignDialog.tsx";
import { Refusal } from "../Refusal.tsx";
import styles from "./above.module.css";

/** Points of the own unit in a session of the server above: what that server knows, and what was said here. */
export function Points({ above, onChanged }: { above: SessionAbove; onChanged: () => void }) {
  const t = useText(joined).door;
  return (
    <section className={styles.card} aria-labelledby="points">
      <h2 id="points">{t.points}</h2>
      {above.own.map(own => {
        const point = above.session.points.find(one => one.pointId === own.pointId);
        return (
          point && <Point key={own.pointId} session={above.session} point={point} own={own} onChanged={onChanged} />
        );
      })}
    </section>
  );
}

const look: Record<SharedPoint["state"], { tone: ChipTone; icon: IconName }> = {
  INVITED: { tone: "warn", icon: "clock" },
  ASSIGNED: { tone: "good", icon: "check" },
  REFUSED: { tone: "bad", icon: "cross" },
};

function Point({
  session,
  point,
  own,
  onChanged,
}: {
  session: SessionAbove["session"];
  point: SharedPoint;
  own: PointAbove;
  onChanged: () => void;
}) {
  const t = useText(joined).door;
  const words = useText(texts);
  const { tone, icon } = look[point.state];
  const roll = point.rolls.at(-1);
  return (
    <article className={styles.point} aria-label={point.name}>
      <div className={styles.bar}>
        <h3>{point.name}</h3>
        <StateChip tone={tone} icon={icon}>
          {words.reply[point.state]}
        </StateChip>
      </div>
      {point.reason && <p className={styles.meta}>{words.reason(point.reason)}</p>}
      {point.technician && (
        <p className={styles.meta}>
          {[words.technician(point.technician), point.phone, words.expected(point.expected)]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {point.attendees.length > 0 && (
        <p className={styles.meta}>{t.attendees(point.attendees.map(one => one.name).join(", "))}</p>
      )}
      {(point.grade || roll) && (
        <p className={styles.meta}>
          {[point.grade && t.trial[point.grade], roll && t.roll(roll.present, dayAndTime(roll.at))]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      <div role="status">
        {own.reply && <Word word={own.reply} texts={t.replyFate} />}
        {own.roll && <Word word={own.roll} texts={t.rollFate} />}
      </div>
      {session.state !== "ENDED" && <Deeds session={session.sessionId} point={point} own={own} onChanged={onChanged} />}
    </article>
  );
}

const fateIcon: Record<WordAbove["fate"], IconName> = { WAITING: "clock", DONE: "check", REFUSED: "warning" };

function Word({ word, texts: words }: { word: WordAbove; texts: Record<WordAbove["fate"], string> }) {
  const title = useProblemTitle();
  const { fate, code } = word;
  const why = code && title({ type: `urn:plenum:problem:${code}`, code, title: word.title ?? code, status: 409 });
  return (
    <p className={fate === "REFUSED" ? styles.refused : styles.fate}>
      <Icon name={fateIcon[fate]} size={18} />
      <span>{why ? `${words[fate]}: ${why}` : words[fate]}</span>
    </p>
  );
}

function Deeds({
  session,
  point,
  own,
  onChanged,
}: {
  session: string;
  point: SharedPoint;
  own: PointAbove;
  onChanged: () => void;
}) {
  const t = useText(texts);
  const [open, setOpen] = useState<"assign" | "refuse" | "report">();
  const done = () => {
    setOpen(undefined);
    onChanged();
  };
  const { pointId, name, attendees, expected, phone } = point;
  const technician = own.technicianId && { personId: own.technicianId, ...(phone && { phone }) };
  const named = { sessionId: session, pointId, name, attendees, expected, ...(technician && { technician }) };
  return (
    <div className={styles.tools}>
      {own.administers && (
        <>
          <Button tone={point.state === "INVITED" ? "primary" : "quiet"} icon="users" onClick={() => setOpen("assign")}>
            {point.state === "ASSIGNED" ? t.reassign : t.assign}
          </Button>
          {point.state !== "REFUSED" && <Button onClick={() => setOpen("refuse")}>{t.refuse}</Button>}
        </>
      )}
      {own.looksAfter && (
        <Button icon="list" onClick={() => setOpen("report")}>
          {t.report}
        </Button>
      )}
      {open === "assign" && <AssignDialog above point={named} onClose={done} onDone={done} />}
      {open === "report" && <ReportDialog above session={session} point={point} onClose={done} />}
      {open === "refuse" && <Refusal above point={named} onClose={done} onDone={done} />}
    </div>
  );
}
