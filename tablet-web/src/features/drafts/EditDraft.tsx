import { type FormEvent, useState } from "react";
import type { DraftView, PaperKind } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { papers } from "../../i18n/papers.ts";
import { preparation } from "../../i18n/preparation.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, Dialog, Field, SelectField } from "../../ui/index.ts";
import styles from "./drafts.module.css";

/** What is written about a paper. */
export interface DraftFacts {
  title: string;
  kind: PaperKind;
  number?: string;
  issuer?: string;
  summary?: string;
}

/** The form for type, number and symbol, issuing body and abstract. */
export function EditDraft({
  draft,
  busy,
  onSave,
  onClose,
}: {
  draft: DraftView;
  busy: boolean;
  onSave: (facts: DraftFacts) => void;
  onClose: () => void;
}) {
  const t = useText(preparation);
  const life = useText(papers);
  const form = useText(secretary).papers;
  const words = useText(common);
  const kinds = Object.entries(words.paperKind) as [PaperKind, string][];
  const [typed, setTyped] = useState({
    title: draft.title,
    number: draft.number ?? "",
    issuer: draft.issuer ?? "",
    summary: draft.summary ?? "",
  });
  const [kind, setKind] = useState(draft.kind);
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const facts = factsOf(typed, kind);
    if (facts && !busy) onSave(facts);
  };
  return (
    <Dialog
      title={t.editTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="edit-draft" busy={busy}>
            {words.app.save}
          </Button>
        </>
      }
    >
      <form id="edit-draft" className={styles.form} onSubmit={save}>
        <Field
          label={form.fields.title}
          multiline
          rows={3}
          value={typed.title}
          maxLength={500}
          required
          onChange={event => change({ title: event.target.value })}
        />
        <SelectField label={form.fields.kind} value={kind} onChange={event => setKind(event.target.value as PaperKind)}>
          {kinds.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field
          label={form.fields.number}
          placeholder={form.numberPlaceholder}
          value={typed.number}
          maxLength={60}
          onChange={event => change({ number: event.target.value })}
        />
        <Field
          label={life.issuer}
          placeholder={life.issuerPlaceholder}
          value={typed.issuer}
          maxLength={200}
          onChange={event => change({ issuer: event.target.value })}
        />
        <Field
          label={life.summary}
          hint={t.abstractHint}
          multiline
          rows={3}
          value={typed.summary}
          maxLength={1000}
          onChange={event => change({ summary: event.target.value })}
        />
      </form>
    </Dialog>
  );
}

function factsOf(typed: Record<"title" | "number" | "issuer" | "summary", string>, kind: PaperKind) {
  const clean = (words: string) => words.trim().replace(/\s+/g, " ");
  const title = clean(typed.title);
  if (title === "") return undefined;
  const facts: DraftFacts = { title, kind };
  for (const name of ["number", "issuer", "summary"] as const) {
    const words = clean(typed[name]);
    if (words) facts[name] = words;
  }
  return facts;
}
