import { type FormEvent, useState } from "react";
import type { Matter } from "../../../core/schemas.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Button, Dialog, Field, SelectField } from "../../../ui/index.ts";
import { newMatter, optionsOf, slug } from "./draft.ts";
import styles from "./rules.module.css";

/** Asks for a new matter's name and ballot; the rest is set on its card. */
export function AddMatter({
  taken,
  onAdd,
  onClose,
}: {
  taken: readonly string[];
  onAdd: (matter: Matter) => void;
  onClose: () => void;
}) {
  const t = useText(rules);
  const app = useText(common).app;
  const [name, setName] = useState("");
  const [sheet, setSheet] = useState<Matter["sheet"]>("DECISION");
  const again = name.trim() !== "" && taken.includes(slug(name));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && !again) onAdd(newMatter(name.trim(), sheet, t.defaults));
  };
  return (
    <Dialog
      title={t.addTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" type="submit" form="add-matter" disabled={name.trim() === "" || again}>
            {t.add}
          </Button>
        </>
      }
    >
      <form id="add-matter" className={styles.form} onSubmit={add}>
        <Field
          label={t.matterName}
          value={name}
          maxLength={120}
          required
          autoFocus
          error={again ? t.codeTaken : undefined}
          onChange={event => setName(event.target.value)}
        />
        <SelectField
          label={t.sheetKind}
          value={sheet}
          onChange={event => setSheet(event.target.value as Matter["sheet"])}
        >
          {(Object.keys(optionsOf) as Matter["sheet"][]).map(kind => (
            <option key={kind} value={kind}>
              {t.sheet[kind]}
            </option>
          ))}
        </SelectField>
      </form>
    </Dialog>
  );
}
