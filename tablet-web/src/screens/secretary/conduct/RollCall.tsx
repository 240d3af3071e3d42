import { type FormEvent, lazy, Suspense, useState } from "react";
import { clockTime } from "../../../core/format.ts";
import type { AttendanceRow, SittingAttendance, SittingView, SubstituteSeat } from "../../../core/schemas.ts";
import { CommandNote, useActions, useCommand } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { substitutes } from "../../../i18n/substitutes.ts";
import { FilterBar } from "../../../ui/FilterBar.tsx";
import { Button, classes, Dialog, Field, Icon, type IconName, StateChip } from "../../../ui/index.ts";
import { SearchBox } from "../../../ui/SearchBox.tsx";
import { byGroup, mentions } from "../prepare/replies.ts";
import { CheckInCode } from "./CheckInCode.tsx";
import { fitsRoll, presenceOf, type RollFilter, rollFilters } from "./logic.ts";
import styles from "./RollCall.module.css";
import type { ConductView } from "./useConduct.ts";

const SubstituteLine = lazy(() => import("../../../hall/substitutes/SubstituteLine.tsx"));

/** The roll call of one sitting: code, who has checked in, approval, and the secretary's own marks. */
export function RollCall({ view }: { view: ConductView }) {
  const { sitting, call } = view;
  if (!sitting || !call) return null;
  return <Roll view={view} sitting={sitting} call={call} />;
}

function Roll({ view, sitting, call }: { view: ConductView; sitting: SittingView; call: SittingAttendance }) {
  const t = useText(secretary).roll;
  const words = useText(common);
  const { run, busy, online } = useActions();
  const [filter, setFilter] = useState<RollFilter>("all");
  const [typed, setTyped] = useState("");
  const [marking, setMarking] = useState<{ row: AttendanceRow; presence: "ABSENT" | "LEFT" }>();
  const { sittingId } = sitting;
  const ended = sitting.state === "ENDED";
  const found = view.rows.filter(row => fitsRoll(row, sittingId, filter) && mentions(row, typed));
  const mark = (row: AttendanceRow) =>
    void run(row.personId, "attendance.mark", { sittingId, personId: row.personId, presence: "PRESENT" });
  return (
    <div className={styles.roll}>
      <div className={styles.head}>
        <div className={styles.heading}>
          <h3>{t.title}</h3>
          <StateChip
            tone={call.rollCall === "OPEN" ? "live" : call.rollCall === "APPROVED" ? "good" : "neutral"}
            {...(call.rollCall === "APPROVED" && { icon: "check" as const })}
          >
            {words.rollCall[call.rollCall]}
          </StateChip>
        </div>
        {!ended && call.rollCall === "CLOSED" && (
          <span className={styles.next}>
            <span>{t.openText}</span>
            <Button
              tone="primary"
              icon="qr"
              busy={busy("open")}
              disabled={!online}
              onClick={() => void run("open", "attendance.open-roll-call", { sittingId })}
            >
              {t.open}
            </Button>
          </span>
        )}
        {!ended && call.rollCall !== "CLOSED" && (
          <Button
            tone={call.checkedIn > 0 || call.rollCall === "OPEN" ? "primary" : "quiet"}
            icon="check"
            busy={busy("approve")}
            disabled={!online || (call.rollCall === "APPROVED" && call.checkedIn === 0)}
            onClick={() => void run("approve", "attendance.approve", { sittingId }, words.rollCall.APPROVED)}
          >
            {call.rollCall === "APPROVED" ? t.approveAgain(call.checkedIn) : t.approve(call.checkedIn)}
          </Button>
        )}
      </div>
      {!ended && call.code && <CheckInCode session={view.session.sessionId} sittingId={sittingId} code={call.code} />}
      <div className={styles.tools}>
        <FilterBar
          label={t.filter}
          value={filter}
          onChange={setFilter}
          options={rollFilters.map(id => ({
            id,
            label: t.counts[id],
            count: view.rows.filter(row => fitsRoll(row, sittingId, id)).length,
          }))}
        />
        <SearchBox label={t.find} value={typed} onChange={setTyped} />
      </div>
      {byGroup(found).map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h4 className={styles.group}>
            {group}
            <span className="num">
              {t.groupCount(
                members.filter(row => presenceOf(row, sittingId)?.presence === "PRESENT").length,
                members.length,
              )}
            </span>
          </h4>
          <ul className={styles.list}>
            {members.map(row => (
              <Person
                key={row.personId}
                row={row}
                sittingId={sittingId}
                locked={ended || !online}
                running={view.running}
                committee={view.session.bodyKind === "COMMITTEE" && !ended}
                onMark={(personId, presence) =>
                  void run(personId, "attendance.mark", { sittingId, personId, presence })
                }
                busy={busy(row.personId)}
                onPresent={() => mark(row)}
                onAway={presence => setMarking({ row, presence })}
              />
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className={styles.nobody}>{t.nobody}</p>}
      {marking && <MarkAway {...marking} sittingId={sittingId} onClose={() => setMarking(undefined)} />}
    </div>
  );
}

const looks: Record<string, { icon: IconName; style: string | undefined }> = {
  NONE: { icon: "ring", style: styles.none },
  CHECKED_IN: { icon: "clock", style: styles.checked },
  PRESENT: { icon: "check", style: styles.present },
  ABSENT: { icon: "cross", style: styles.away },
  LEFT: { icon: "exit", style: styles.away },
};

function Person({
  row,
  sittingId,
  locked,
  running,
  committee,
  busy,
  onMark,
  onPresent,
  onAway,
}: {
  row: AttendanceRow;
  sittingId: string;
  locked: boolean;
  running: boolean;
  /** An absent member may have a substitute. */
  committee: boolean;
  busy: boolean;
  onMark: (personId: string, presence: "PRESENT" | "LEFT") => void;
  onPresent: () => void;
  onAway: (presence: "ABSENT" | "LEFT") => void;
}) {
  const t = useText(secretary).roll;
  const words = useText(common);
  const here = presenceOf(row, sittingId);
  const presence = here?.presence ?? "NONE";
  const look = looks[presence];
  const answered = here?.answer && presence === "NONE" ? words.answer[here.answer.answer] : undefined;
  return (
    <li className={classes(styles.person, look?.style)}>
      {look && <Icon name={look.icon} size={20} className={styles.picture} />}
      <span className={styles.who}>
        <b>{row.name}</b>
        <span className={styles.state}>
          {row.seat && <span className="num">{row.seat}</span>}
          <span>{words.presence[presence]}</span>
          {here?.at !== undefined && <span className="num">{clockTime(here.at)}</span>}
          {here?.method && <span>{t.by[here.method]}</span>}
          {answered && (
            <span>
              {t.said}: {answered}
            </span>
          )}
          {(here?.reason ?? here?.answer?.reason) && <span>{here?.reason ?? here?.answer?.reason}</span>}
        </span>
      </span>
      {!locked && (
        // biome-ignore lint/a11y/useSemanticElements: three short buttons of one row
        <span className={styles.marks} role="group" aria-label={t.mark(row.name)}>
          {presence !== "PRESENT" && (
            <button type="button" className={styles.mark} disabled={busy} onClick={onPresent}>
              {t.present}
            </button>
          )}
          {presence === "PRESENT" && running && (
            <button type="button" className={styles.mark} disabled={busy} onClick={() => onAway("LEFT")}>
              {t.left}
            </button>
          )}
          {presence !== "ABSENT" && !(presence === "PRESENT" && running) && (
            <button type="button" className={styles.mark} disabled={busy} onClick={() => onAway("ABSENT")}>
              {t.absent}
            </button>
          )}
        </span>
      )}
      {(committee || here?.substitute) && (
        <Suspense>
          <div className={styles.below}>
            <SubstituteLine
              sittingId={sittingId}
              member={row}
              sent={here?.substitute}
              locked={!committee || locked || presence === "PRESENT" || presence === "CHECKED_IN"}
            />
            {here?.substitute && !locked && <SubstituteMarks sent={here.substitute} onMark={onMark} />}
          </div>
        </Suspense>
      )}
    </li>
  );
}

function SubstituteMarks({
  sent,
  onMark,
}: {
  sent: SubstituteSeat;
  onMark: (personId: string, presence: "PRESENT" | "LEFT") => void;
}) {
  const t = useText(secretary).roll;
  const words = useText(substitutes);
  const here = sent.presence === "PRESENT";
  return (
    // biome-ignore lint/a11y/useSemanticElements: short buttons of one row
    <span className={styles.marks} role="group" aria-label={words.marks(sent.name)}>
      <button type="button" className={styles.mark} onClick={() => onMark(sent.personId, here ? "LEFT" : "PRESENT")}>
        {here ? t.left : t.present}
      </button>
    </span>
  );
}

function MarkAway({
  row,
  presence,
  sittingId,
  onClose,
}: {
  row: AttendanceRow;
  presence: "ABSENT" | "LEFT";
  sittingId: string;
  onClose: () => void;
}) {
  const t = useText(secretary).roll;
  const words = useText(common);
  const mark = useCommand("attendance.mark");
  const [reason, setReason] = useState(presenceOf(row, sittingId)?.answer?.reason ?? "");
  const short = reason.trim() !== "" && reason.trim().length < 3;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (short || mark.busy) return;
    const data = { sittingId, personId: row.personId, presence, ...(reason.trim() && { reason: reason.trim() }) };
    if (await mark.send(data)) onClose();
  };
  return (
    <Dialog
      title={`${presence === "LEFT" ? t.leftTitle : t.absentTitle}: ${row.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="mark-away" busy={mark.busy}>
            {presence === "LEFT" ? t.leftTitle : t.absentTitle}
          </Button>
        </>
      }
    >
      <form id="mark-away" className={styles.form} onSubmit={event => void save(event)}>
        <Field
          label={t.reason}
          value={reason}
          maxLength={500}
          error={short ? t.reasonShort : undefined}
          onChange={event => setReason(event.target.value)}
        />
        <p className={styles.note}>{t.leftNote}</p>
        <CommandNote command={mark} quiet />
      </form>
    </Dialog>
  );
}
