import { useState } from "react";
import { dayAndTime, percent } from "../../core/format.ts";
import { bitRate } from "../../core/rate.ts";
import type { Grade, PointView } from "../../core/schemas.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, ConfirmDialog, Dialog, Field, SelectField, StateChip } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../index.ts";
import { devicesMissing, gradeLook } from "./figures.ts";
import styles from "./points.module.css";

const grades: readonly Grade[] = ["GREEN", "AMBER", "RED"];

/** One point: its trials, the director's word, notes of the hotline. */
export function PointDialog({
  point,
  withdraws,
  locked,
  onClose,
}: {
  point: PointView;
  withdraws: boolean;
  locked: boolean;
  onClose: () => void;
}) {
  const t = useText(texts);
  const [asking, setAsking] = useState(false);
  return (
    <Dialog
      title={point.name}
      size="wide"
      onClose={onClose}
      actions={
        withdraws && (
          <Button tone="danger" onClick={() => setAsking(true)}>
            {t.withdraw}
          </Button>
        )
      }
    >
      <div className={styles.form}>
        <Trials point={point} />
        <People point={point} />
        {!locked && <Verdict point={point} />}
        <Notes point={point} locked={locked} />
      </div>
      {asking && <Withdrawal point={point} onClose={() => setAsking(false)} onDone={onClose} />}
    </Dialog>
  );
}

function Trials({ point }: { point: PointView }) {
  const t = useText(texts);
  const lang = useLang();
  return (
    <section className={styles.part} aria-label={t.trials}>
      <h3>{point.testCount > 0 ? t.tests(point.testCount) : t.untested}</h3>
      {point.tests.length > 0 && (
        <table className={styles.trials}>
          <thead>
            <tr>
              <th scope="col">{t.columns.at}</th>
              <th scope="col">{t.columns.grade}</th>
              <th scope="col">{t.columns.up}</th>
              <th scope="col">{t.columns.down}</th>
              <th scope="col">{t.columns.roundTrip}</th>
              <th scope="col">{t.columns.lost}</th>
            </tr>
          </thead>
          <tbody>
            {point.tests.toReversed().map(({ result, grade, at }) => (
              <tr key={at}>
                <td>{dayAndTime(at)}</td>
                <td>
                  {t.grade[grade]}
                  {devicesMissing(result).map(device => `, ${t.noDevice[device]}`)}
                </td>
                <td>{bitRate(result.upKbps * 1_000, lang)}</td>
                <td>{bitRate(result.downKbps * 1_000, lang)}</td>
                <td>{`${result.roundTripMs} ms`}</td>
                <td>{percent(result.lossPermille, 1_000, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {point.accepted && (
        <p>
          <StateChip {...gradeLook[point.accepted.grade]}>{t.grade[point.accepted.grade]}</StateChip>{" "}
          {t.verdict(point.accepted.by, point.accepted.note)}
        </p>
      )}
    </section>
  );
}

/** Who is named to come. */
function People({ point }: { point: PointView }) {
  const t = useText(texts);
  if (point.attendees.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t.people}>
      <h3>{t.people}</h3>
      <ul className={styles.notes}>
        {point.attendees.map(one => (
          <li key={`${one.name}/${one.position}`}>
            {one.name}
            <span className={styles.meta}>
              {one.position && `, ${one.position}`}
              {one.leader && ` · ${t.leader}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Verdict({ point }: { point: PointView }) {
  const t = useText(texts);
  const [grade, setGrade] = useState<Grade>("AMBER");
  const [note, setNote] = useState("");
  const accept = useCommand("point.accept");
  const save = async () => {
    if (await accept.send({ pointId: point.pointId, grade, note: note.trim() })) setNote("");
  };
  return (
    <section className={styles.part} aria-label={t.judge}>
      <h3>{t.judge}</h3>
      <div className={styles.verdict}>
        <SelectField label={t.judgeGrade} value={grade} onChange={event => setGrade(event.target.value as Grade)}>
          {grades.map(one => (
            <option key={one} value={one}>
              {t.grade[one]}
            </option>
          ))}
        </SelectField>
        <Field label={t.judgeNote} value={note} maxLength={300} onChange={event => setNote(event.target.value)} />
      </div>
      <div className={styles.tools}>
        <Button busy={accept.busy} disabled={note.trim().length < 3} onClick={() => void save()}>
          {t.judgeSave}
        </Button>
      </div>
      <CommandNote command={accept} />
    </section>
  );
}

function Notes({ point, locked }: { point: PointView; locked: boolean }) {
  const t = useText(texts);
  const [text, setText] = useState("");
  const add = useCommand("point.note");
  const save = async () => {
    if (await add.send({ pointId: point.pointId, text: text.trim() })) setText("");
  };
  return (
    <section className={styles.part} aria-label={t.notes}>
      <h3>{t.notes}</h3>
      <ul className={styles.notes}>
        {point.notes.map(note => (
          <li key={`${note.at}${note.text}`}>
            {note.text}{" "}
            <span className={styles.meta}>
              {note.by}, {dayAndTime(note.at)}
            </span>
          </li>
        ))}
      </ul>
      {!locked && (
        <>
          <Field label={t.note} value={text} maxLength={500} onChange={event => setText(event.target.value)} />
          <div className={styles.tools}>
            <Button icon="note" busy={add.busy} disabled={text.trim() === ""} onClick={() => void save()}>
              {t.noteAdd}
            </Button>
          </div>
          <CommandNote command={add} quiet />
        </>
      )}
    </section>
  );
}

function Withdrawal({ point, onClose, onDone }: { point: PointView; onClose: () => void; onDone: () => void }) {
  const t = useText(texts);
  const withdraw = useCommand("point.withdraw");
  const go = async () => {
    if (await withdraw.send({ pointId: point.pointId })) onDone();
  };
  return (
    <ConfirmDialog
      title={t.withdraw}
      action={t.withdraw}
      busy={withdraw.busy}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <p>{t.withdrawAsk(point.name)}</p>
      <CommandNote command={withdraw} quiet />
    </ConfirmDialog>
  );
}
