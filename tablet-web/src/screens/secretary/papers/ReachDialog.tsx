import { type ReactNode, useState } from "react";
import type { Reach } from "../../../core/schemas.ts";
import { usePart, useSessionClock } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { papers as texts } from "../../../i18n/papers.ts";
import { Button, Check, Dialog, Field, Segmented } from "../../../ui/index.ts";
import { SearchBox } from "../../../ui/SearchBox.tsx";
import { byGroup, mentions } from "../prepare/replies.ts";
import styles from "./papers.module.css";
import { draftOf, nobodyChosen, type ReachDraft, reachOf, sees, windowIsBad } from "./reach.ts";
import { usePaperOptions } from "./usePaperOptions.ts";

/** Who may see a paper, and when. */
export function ReachDialog({
  start,
  busy,
  note,
  onSave,
  onClose,
}: {
  start: Reach | undefined;
  busy: boolean;
  note?: ReactNode;
  onSave: (reach: Reach) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const app = useText(common).app;
  const now = useSessionClock();
  const options = usePaperOptions();
  const [draft, setDraft] = useState(() => draftOf(start));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ReachDraft>) => setDraft({ ...draft, ...part });
  const save = () => {
    setTried(true);
    const reach = reachOf(draft, now());
    if (reach) onSave(reach);
  };
  return (
    <Dialog
      title={t.reachTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" busy={busy} onClick={save}>
            {app.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label={t.reachOf}
          options={[
            { id: "everyone", label: t.everyone },
            { id: "groups", label: t.someGroups },
            { id: "persons", label: t.somePersons },
          ]}
          value={draft.whom}
          onChange={whom => change({ whom })}
        />
        {draft.whom === "groups" && <Groups chosen={draft.groups} onChange={groups => change({ groups })} />}
        {draft.whom === "persons" && <Persons chosen={draft.persons} onChange={persons => change({ persons })} />}
        {tried && nobodyChosen(draft) && (
          <p className={styles.error} role="alert">
            {t.chooseOne}
          </p>
        )}
        <Viewers draft={draft} />
        <div className={styles.window}>
          <Field
            label={t.from}
            type="datetime-local"
            value={draft.from}
            onChange={event => change({ from: event.target.value })}
          />
          <Field
            label={t.untilField}
            type="datetime-local"
            value={draft.until}
            hint={t.windowHint}
            error={tried && windowIsBad(draft, now()) ? t.badWindow : undefined}
            onChange={event => change({ until: event.target.value })}
          />
        </div>
        <Check
          label={t.confidentialLabel}
          hint={options?.confidential === false ? t.confidentialRefused : t.confidentialHint}
          checked={draft.confidential}
          disabled={options?.confidential === false && !draft.confidential}
          onChange={event => change({ confidential: event.target.checked })}
        />
        <Check
          label={t.watermarkLabel}
          hint={options?.watermark === false ? t.watermarkOff : t.watermarkHint}
          checked={draft.watermark}
          disabled={options?.watermark !== true && !draft.watermark}
          onChange={event => change({ watermark: event.target.checked })}
        />
        {note}
      </div>
    </Dialog>
  );
}

/** Exactly who will see it, by name. */
function Viewers({ draft }: { draft: ReachDraft }) {
  const t = useText(texts);
  const rows = usePart("attendance")?.rows ?? [];
  const viewers = rows.filter(row => sees(row, draft));
  if (nobodyChosen(draft)) return null;
  return (
    <details className={styles.viewers}>
      <summary className="num">{t.viewers(viewers.length)}</summary>
      <ul>
        {viewers.map(row => (
          <li key={row.personId}>
            {row.name} <span className={styles.meta}>{row.group}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Groups({ chosen, onChange }: { chosen: readonly string[]; onChange: (groups: string[]) => void }) {
  const t = useText(texts);
  const rows = usePart("attendance")?.rows ?? [];
  return (
    <fieldset className={styles.choices}>
      <legend>
        {t.groups} · <span className="num">{t.chosen(chosen.length)}</span>
      </legend>
      {byGroup(rows).map(([group, members]) => (
        <Check
          key={group}
          label={`${group} (${members.length})`}
          checked={chosen.includes(group)}
          onChange={event => onChange(toggled(chosen, group, event.target.checked))}
        />
      ))}
    </fieldset>
  );
}

function Persons({ chosen, onChange }: { chosen: readonly string[]; onChange: (persons: string[]) => void }) {
  const t = useText(texts);
  const rows = usePart("attendance")?.rows ?? [];
  const [typed, setTyped] = useState("");
  return (
    <fieldset className={styles.choices}>
      <legend>
        {t.persons} · <span className="num">{t.chosen(chosen.length)}</span>
      </legend>
      <SearchBox label={t.findPerson} value={typed} onChange={setTyped} />
      {rows
        .filter(row => mentions(row, typed))
        .map(row => (
          <Check
            key={row.personId}
            label={row.name}
            hint={row.group}
            checked={chosen.includes(row.personId)}
            onChange={event => onChange(toggled(chosen, row.personId, event.target.checked))}
          />
        ))}
    </fieldset>
  );
}

function toggled(all: readonly string[], one: string, on: boolean): string[] {
  const others = all.filter(other => other !== one);
  return on ? [...others, one] : others;
}
