import { type FormEvent, useState } from "react";
import { clockTime, dayOf } from "../../../core/format.ts";
import { newId } from "../../../core/ids.ts";
import type { SittingView } from "../../../core/schemas.ts";
import { CommandNote, useCommand, useSessionClock } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, ConfirmDialog, Dialog, Field } from "../../../ui/index.ts";
import { stampOf } from "../when.ts";
import styles from "./Information.module.css";

/** Plans a sitting or changes a planned one; day and time are of Viet Nam wherever the browser is. */
export function SittingDialog({
  sitting,
  last,
  onClose,
}: {
  sitting: SittingView | undefined;
  last: SittingView | undefined;
  onClose: () => void;
}) {
  const t = useText(secretary).info;
  const words = useText(common);
  const now = useSessionClock();
  const plan = useCommand("sitting.plan");
  const change = useCommand("sitting.change");
  const command = sitting ? change : plan;
  const [id] = useState(() => sitting?.sittingId ?? newId());
  const [title, setTitle] = useState(sitting?.title ?? "");
  const [date, setDate] = useState(() => sitting?.date ?? last?.date ?? dayOf(now()));
  const [time, setTime] = useState(() => (sitting ? clockTime(sitting.startsAt) : last ? "14:00" : "08:00"));
  const [tried, setTried] = useState(false);
  const startsAt = stampOf(date, time);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === "" || startsAt === undefined || command.busy) return;
    if (await command.send({ sittingId: id, title: title.trim(), date, startsAt })) onClose();
  };
  return (
    <Dialog
      title={sitting ? t.editSitting : t.addSitting}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="sitting" busy={command.busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id="sitting" className={styles.form} noValidate onSubmit={event => void save(event)}>
        <Field
          label={t.sittingTitle}
          placeholder={t.sittingPlaceholder}
          value={title}
          maxLength={200}
          autoFocus
          error={tried && title.trim() === "" ? words.app.required : undefined}
          onChange={event => setTitle(event.target.value)}
        />
        <div className={styles.pair}>
          <Field
            label={t.date}
            type="date"
            value={date}
            error={tried && startsAt === undefined ? words.app.required : undefined}
            onChange={event => setDate(event.target.value)}
          />
          <Field
            label={t.time}
            type="time"
            hint={t.timeHint}
            value={time}
            onChange={event => setTime(event.target.value)}
          />
        </div>
        <CommandNote command={command} quiet />
      </form>
    </Dialog>
  );
}

export function DropSitting({ sitting, onClose }: { sitting: SittingView; onClose: () => void }) {
  const t = useText(secretary).info;
  const drop = useCommand("sitting.drop");
  return (
    <ConfirmDialog
      title={t.dropSitting}
      action={t.dropSitting}
      busy={drop.busy}
      onClose={onClose}
      onConfirm={() => void drop.send({ sittingId: sitting.sittingId }).then(done => done && onClose())}
    >
      <p>{t.dropText(sitting.title)}</p>
      <CommandNote command={drop} quiet />
    </ConfirmDialog>
  );
}
