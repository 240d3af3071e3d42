import { useState } from "react";
import type { Mark, Poll } from "../../../core/secret/poll.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, Dialog, Icon } from "../../../ui/index.ts";
import pollStyles from "../polls.module.css";
import styles from "./secret.module.css";
import { remarkOn } from "./validity.ts";

/** Says the whole choice again, what is invalid about it, and that there is no way back. */
export function ConfirmCast({
  poll,
  code,
  marks,
  onCast,
  onClose,
}: {
  poll: Poll;
  code: string;
  marks: readonly Mark[];
  onCast: () => Promise<void>;
  onClose: () => void;
}) {
  const texts = useText(secret);
  const t = texts.confirm;
  const [busy, setBusy] = useState(false);
  const remark = remarkOn(poll, marks);
  const send = () => {
    setBusy(true);
    void onCast();
  };
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.edit}</Button>
          <Button tone="primary" busy={busy} onClick={send}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className={styles.confirm}>
        <Said poll={poll} marks={marks} />
        {remark && (
          <p className={pollStyles.warn} role="alert">
            <Icon name="warning" size={22} />
            <span>
              {remark === "over" && texts.sheet.over(marks.length, poll.seats)}
              {remark === "blank" && texts.sheet.blank}
              {remark === "blank-invalid" && texts.sheet.blankInvalid}
            </span>
          </p>
        )}
        <p className={`num ${styles.code}`}>{texts.code(code)}</p>
        <p>{t.final}</p>
      </div>
    </Dialog>
  );
}

/** Marks in words: who is chosen and who is not, or what on each line. */
export function Said({ poll, marks }: { poll: Poll; marks: readonly Mark[] }) {
  const t = useText(secret).confirm;
  if (poll.seats === 0) {
    return (
      <dl className={styles.said}>
        {poll.lines.map(line => {
          const option = marks.find(mark => mark.line === line.id)?.option;
          return (
            <div key={line.id}>
              <dt lang="vi">{line.name}</dt>
              <dd lang="vi">{poll.options.find(one => one.code === option)?.label ?? t.unmarked}</dd>
            </div>
          );
        })}
      </dl>
    );
  }
  const chosen = poll.lines.filter(line => marks.some(mark => mark.line === line.id));
  const others = poll.lines.filter(line => !chosen.includes(line));
  return (
    <dl className={styles.said}>
      {(
        [
          [t.marked, chosen],
          [t.unmarked, others],
        ] as const
      ).map(([label, lines]) => (
        <div key={label} className={lines === others ? styles.others : undefined}>
          <dt>{label}</dt>
          <dd lang="vi">{lines.length === 0 ? t.none : lines.map(line => <span key={line.id}>{line.name}</span>)}</dd>
        </div>
      ))}
    </dl>
  );
}
