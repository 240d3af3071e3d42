import { useState } from "react";
import type { OwnCount } from "../../core/schemas.ts";
import {
  type Check,
  type CountValues,
  emptyCount,
  findChecks,
  placeKey,
  toNumbers,
} from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { Button, ConfirmDialog, Field, Icon } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../command.tsx";
import styles from "./polls.module.css";

/** One teller's count: big number fields, checked while typing. A new round starts empty and marks what differed. */
export function CountForm({ own }: { own: OwnCount }) {
  const t = useText(ballots).teller;
  const { poll } = own;
  const key = useCommand("ballot.key");
  const [values, setValues] = useState<CountValues>(() => emptyCount(poll));
  const [again, setAgain] = useState(false);
  const [sure, setSure] = useState(false);
  const checks = findChecks(poll, values);
  const numbers = toNumbers(poll, values);
  if (own.keyed && !again) {
    return (
      <div className={styles.form} role="status">
        <p className={styles.good}>
          <Icon name="check" /> {t.sent}
        </p>
        <Button onClick={() => setAgain(true)}>{t.again}</Button>
      </div>
    );
  }
  const send = async () => {
    if (numbers && (await key.send(numbers))) {
      setSure(false);
      setAgain(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (numbers && checks.length === 0) setSure(true);
      }}
    >
      {own.differing.length > 0 ? (
        <p className={styles.warn} role="alert">
          <Icon name="warning" size={22} /> {t.mismatch(own.differing.length)}
        </p>
      ) : (
        <p>{t.keyText}</p>
      )}
      {own.otherKeyed && <p className={styles.quiet}>{t.other}</p>}
      <Numbers own={own} values={values} checks={checks} onChange={setValues} />
      <Verdict complete={numbers !== undefined} checks={checks} />
      <Button tone="primary" size="large" type="submit" block disabled={!numbers || checks.length > 0}>
        {t.send}
      </Button>
      {sure && numbers && (
        <ConfirmDialog
          title={t.send}
          tone="primary"
          action={t.send}
          busy={key.busy}
          onClose={() => setSure(false)}
          onConfirm={() => void send()}
        >
          <p className="num">{t.sendText(numbers.collected, numbers.valid, numbers.invalid)}</p>
          <CommandNote command={key} quiet />
        </ConfirmDialog>
      )}
    </form>
  );
}

function Numbers({
  own,
  values,
  checks,
  onChange,
}: {
  own: OwnCount;
  values: CountValues;
  checks: readonly Check[];
  onChange: (values: CountValues) => void;
}) {
  const t = useText(ballots).teller;
  const words = useText(ballots);
  const { poll } = own;
  const differs = new Set(own.differing.map(place => placeKey(place.field, place.lineId)));
  const field = (label: string, place: string) => (
    <Field
      key={place}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={values[place] ?? ""}
      hint={differs.has(place) ? <strong>{t.differs}</strong> : undefined}
      onChange={event => onChange({ ...values, [place]: event.target.value.replace(/\D/g, "") })}
    />
  );
  return (
    <>
      <fieldset className={styles.group}>
        <legend className="visually-hidden">{t.whole}</legend>
        <p className={styles.groupName} aria-hidden="true">
          {t.whole}
        </p>
        <div className={styles.numbers}>
          {field(t.collected, "COLLECTED")}
          {field(t.valid, "VALID")}
          {field(t.invalid, "INVALID")}
        </div>
      </fieldset>
      {poll.lines.map(line => {
        const wrong = checks.find(one => "lineId" in one && one.lineId === line.lineId);
        return (
          <fieldset key={line.lineId} className={styles.group}>
            <legend className="visually-hidden">{line.name}</legend>
            <p className={styles.groupName} aria-hidden="true" lang="vi">
              {line.name}
            </p>
            <div className={styles.numbers}>
              {poll.options.map(option =>
                field(poll.sheet === "ELECTION" ? words.votes : option.label, placeKey(option.code, line.lineId)),
              )}
              {poll.sheet !== "ELECTION" && field(t.lineInvalid, placeKey("INVALID", line.lineId))}
            </div>
            {wrong && (
              <p className={styles.error} role="status">
                {wrong.kind === "line" ? t.checks.line(wrong.sum, wrong.valid) : null}
                {wrong.kind === "over" ? t.checks.over(wrong.valid) : null}
              </p>
            )}
          </fieldset>
        );
      })}
    </>
  );
}

function Verdict({ complete, checks }: { complete: boolean; checks: readonly Check[] }) {
  const t = useText(ballots).teller.checks;
  const whole = checks.flatMap(one => {
    switch (one.kind) {
      case "collected":
        return [t.collected(one.issued)];
      case "sheets":
        return [t.sheets];
      case "marks":
        return [t.marks(one.sum, one.most)];
      case "few":
        return [t.few(one.sum, one.valid)];
      default:
        return [];
    }
  });
  return (
    <div role="status">
      {whole.map(text => (
        <p key={text} className={styles.error}>
          {text}
        </p>
      ))}
      {checks.length === 0 &&
        (complete ? (
          <p className={styles.good}>
            <Icon name="check" size={20} /> {t.good}
          </p>
        ) : (
          <p className={styles.quiet}>{t.empty}</p>
        ))}
    </div>
  );
}
