import { type FormEvent, useState } from "react";
import type { Commands } from "../../core/commands.ts";
import type { ItemKind, ItemView, SittingView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, Check, Field, SelectField } from "../../ui/index.ts";
import styles from "./ItemForm.module.css";

export type ItemFields = Omit<Commands["agenda.edit-item"], "itemId">;

const kinds: readonly ItemKind[] = ["PROCEDURE", "REPORT", "DISCUSSION", "QUESTIONING", "RESOLUTION", "OTHER"];

/** Everything that can be said of an agenda item; `item` when it is there already. */
export function ItemForm({
  item,
  sittings,
  busy,
  onSave,
  onCancel,
}: {
  item?: ItemView | undefined;
  sittings: readonly SittingView[];
  busy: boolean;
  onSave: (fields: ItemFields) => void;
  onCancel: () => void;
}) {
  const t = useText(secretary).agenda;
  const words = useText(common);
  const [title, setTitle] = useState(item?.title ?? "");
  const [kind, setKind] = useState<ItemKind>(item?.kind ?? "REPORT");
  const [presenter, setPresenter] = useState(item?.presenter ?? "");
  const [minutes, setMinutes] = useState(item?.minutes?.toString() ?? "");
  const [sittingId, setSittingId] = useState(item?.sittingId ?? "");
  const [resolution, setResolution] = useState(item?.resolution ?? "");
  const [hidden, setHidden] = useState(item?.hidden ?? false);
  const [tried, setTried] = useState(false);
  const minutesGood = minutes === "" || (/^\d{1,4}$/.test(minutes) && +minutes >= 1 && +minutes <= 1440);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === "" || !minutesGood) return;
    onSave({
      title: title.trim(),
      kind,
      hidden,
      ...(presenter.trim() && { presenter: presenter.trim() }),
      ...(minutes && { minutes: Number(minutes) }),
      ...(sittingId && { sittingId }),
      ...(resolution.trim() && { resolution: resolution.trim() }),
    });
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <Field
        label={t.fields.title}
        multiline
        rows={2}
        value={title}
        maxLength={500}
        autoFocus
        className={styles.whole}
        error={tried && title.trim() === "" ? words.app.required : undefined}
        onChange={event => setTitle(event.target.value)}
      />
      <SelectField label={t.fields.kind} value={kind} onChange={event => setKind(event.target.value as ItemKind)}>
        {kinds.map(one => (
          <option key={one} value={one}>
            {words.itemKind[one]}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.fields.sitting} value={sittingId} onChange={event => setSittingId(event.target.value)}>
        <option value="">{t.fields.noSitting}</option>
        {sittings.map(sitting => (
          <option key={sitting.sittingId} value={sitting.sittingId}>
            {sitting.title}
          </option>
        ))}
      </SelectField>
      <Field
        label={t.fields.presenter}
        value={presenter}
        maxLength={200}
        onChange={event => setPresenter(event.target.value)}
      />
      <Field
        label={t.fields.minutes}
        inputMode="numeric"
        value={minutes}
        error={tried && !minutesGood ? t.badMinutes : undefined}
        onChange={event => setMinutes(event.target.value.trim())}
      />
      {(kind === "RESOLUTION" || resolution !== "") && (
        <Field
          label={t.fields.resolution}
          hint={t.fields.resolutionHint}
          multiline
          rows={2}
          maxLength={500}
          value={resolution}
          className={styles.whole}
          onChange={event => setResolution(event.target.value)}
        />
      )}
      <div className={styles.whole}>
        <Check
          label={t.fields.hidden}
          hint={t.hiddenHint}
          checked={hidden}
          onChange={event => setHidden(event.target.checked)}
        />
      </div>
      <div className={styles.actions}>
        <Button onClick={onCancel}>{words.app.cancel}</Button>
        <Button tone="primary" type="submit" busy={busy}>
          {item ? t.saveItem : t.addItem}
        </Button>
      </div>
    </form>
  );
}
