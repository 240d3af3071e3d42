import { useState } from "react";
import { dayAndTime } from "../../core/format.ts";
import type { Grade, PointView } from "../../core/schemas.ts";
import { CommandNote, useCommand } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, ConfirmDialog, Dialog, Field, SelectField } from "../../ui/index.ts";
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
        {!locked && <Verdict point={point} />}
        <Notes point={point} locked={locked} />
      </div>
      {asking && <Withdrawal point={point} onClose={() => setAsking(false)} onDone={onClose} />}
    </Dialog>
  );
}

function Trials({ point }: { point: PointView }) {
  const t = useText(texts);
  return (
    <div>
      <p className={styles.name}>{point.testCount > 0 ? t.tests(point.testCount) : t.untested}</p>
      <ul className={styles.notes}>
        {point.tests.toReversed().map(({ result, grade, at }) => (
          <li key={at} className={styles.meta}>
            {dayAndTime(at)} · {t.grade[grade]} ·{" "}
            {t.measured(
              result.upKbps,
              result.downKbps,
              result.roundTripMs,
              (result.lossPermille / 10).toLocaleString("vi-VN"),
            )}
          </li>
        ))}
      </ul>
      {point.accepted && (
        <p>
          {t.grade[point.accepted.grade]} · {t.verdict(point.accepted.by, point.accepted.note)}
        </p>
      )}
    </div>
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
    <fieldset className={styles.form}>
      <legend className={styles.name}>{t.judge}</legend>
      <SelectField label={t.judgeGrade} value={grade} onChange={event => setGrade(event.target.value as Grade)}>
        {grades.map(one => (
          <option key={one} value={one}>
            {t.grade[one]}
          </option>
        ))}
      </SelectField>
      <Field label={t.judgeNote} value={note} maxLength={300} onChange={event => setNote(event.target.value)} />
      <div className={styles.tools}>
        <Button busy={accept.busy} disabled={note.trim().length < 3} onClick={() => void save()}>
          {t.judgeSave}
        </Button>
      </div>
      <CommandNote command={accept} />
    </fieldset>
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
    <div className={styles.form}>
      <p className={styles.name}>{t.notes}</p>
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
    </div>
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
