import { useId, useState } from "react";
import type { Mark, Poll } from "../../../core/secret/poll.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, classes, Field, Icon } from "../../../ui/index.ts";
import { ConfirmCast } from "./ConfirmCast.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import styles from "./secret.module.css";
import { inOrder, toggled } from "./validity.ts";

/** The sheet as the poll's definition has it, the check code, and one question before it is cast. */
export function SheetForm({
  poll,
  onMark,
}: {
  poll: Poll;
  onMark: (code: string, marks: readonly Mark[]) => Promise<void>;
}) {
  const t = useText(secret).sheet;
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const good = /^\d{4}$/.test(code);
  const rule = poll.seats > 0 ? t.elect(poll.seats, poll.lines.length) : poll.lines.length > 1 ? t.each : t.one;
  return (
    <form
      className={styles.sheet}
      autoComplete="off"
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        if (good) setSure(true);
      }}
    >
      <header className={styles.sheetHead}>
        <h3 className={styles.what} lang="vi">
          {poll.title}
        </h3>
        <p className={styles.ruleLine}>
          {rule} {poll.seats > 0 && <b className="num">{t.chosen(marks.length, poll.seats)}</b>}
        </p>
        {poll.seats > 0 && marks.length > poll.seats && (
          <p className={styles.away} role="status">
            {t.over(marks.length, poll.seats)}
          </p>
        )}
      </header>
      {poll.seats > 0 ? (
        <Names poll={poll} marks={marks} onChange={setMarks} />
      ) : (
        poll.lines.map(line => <Choices key={line.id} poll={poll} line={line} marks={marks} onChange={setMarks} />)
      )}
      <Field
        className={styles.codeField}
        label={t.codeLabel}
        hint={t.codeHint}
        error={tried && !good ? t.codeNeed : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={code}
        onChange={event => setCode(event.target.value.replace(/\D/g, ""))}
      />
      <Button tone="primary" size="large" type="submit" block>
        {t.review}
      </Button>
      <Fingerprint digits={poll.fingerprint} />
      {sure && (
        <ConfirmCast
          poll={poll}
          code={code}
          marks={inOrder(poll, marks)}
          onClose={() => setSure(false)}
          onCast={() => onMark(code, inOrder(poll, marks))}
        />
      )}
    </form>
  );
}

type Marking = { poll: Poll; marks: readonly Mark[]; onChange: (marks: readonly Mark[]) => void };

/** An election: a box beside each name. */
function Names({ poll, marks, onChange }: Marking) {
  const t = useText(secret).sheet;
  const option = poll.options[0]?.code ?? "";
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t.elect(poll.seats, poll.lines.length)}</legend>
      {poll.lines.map(line => (
        <label key={line.id} className={styles.choice}>
          <input
            className="visually-hidden"
            type="checkbox"
            checked={marks.some(mark => mark.line === line.id)}
            onChange={() => onChange(toggled(poll, marks, { line: line.id, option }))}
          />
          <span className={styles.tick} aria-hidden="true">
            <Icon name="check" size={26} />
          </span>
          <span lang="vi">{line.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A line that is answered by itself. */
function Choices({ poll, line, marks, onChange }: Marking & { line: Poll["lines"][number] }) {
  const t = useText(secret).sheet;
  const name = useId();
  const many = poll.lines.length > 1;
  const own = marks.find(mark => mark.line === line.id)?.option;
  return (
    <fieldset className={classes(styles.choices, many && styles.row)}>
      <legend className={styles.lineName} lang="vi">
        {line.name}
      </legend>
      {poll.options.map(({ code, label }) => (
        <label key={code} className={styles.choice}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={own === code}
            onChange={() => onChange(toggled(poll, marks, { line: line.id, option: code }))}
          />
          <span className={classes(styles.tick, styles.round)} aria-hidden="true">
            <Icon name="check" size={many ? 20 : 26} />
          </span>
          <span lang="vi">{label}</span>
        </label>
      ))}
      {own && (
        <Button
          tone="plain"
          aria-label={t.clearOf(line.name)}
          onClick={() => onChange(marks.filter(mark => mark.line !== line.id))}
        >
          {t.clear}
        </Button>
      )}
    </fieldset>
  );
}
