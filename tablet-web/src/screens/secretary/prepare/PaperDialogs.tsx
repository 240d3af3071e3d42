import { type FormEvent, useState } from "react";
import type { ItemView, PaperKind, PaperView } from "../../../core/schemas.ts";
import { CommandNote, useCommand } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { papers } from "../../../i18n/papers.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, ConfirmDialog, Dialog, Field, SelectField } from "../../../ui/index.ts";
import { ReachDialog } from "../papers/ReachDialog.tsx";
import styles from "./ItemDetail.module.css";

const kinds: readonly PaperKind[] = [
  "SUBMISSION",
  "DRAFT_RESOLUTION",
  "VERIFICATION_REPORT",
  "REPORT",
  "ANNEX",
  "PROGRAMME",
  "SUMMONS",
  "OTHER",
];

export function EditPaper({ paper, onClose }: { paper: PaperView; onClose: () => void }) {
  const t = useText(secretary).papers;
  const words = useText(common);
  const rename = useCommand("agenda.rename-paper");
  const [title, setTitle] = useState(paper.title);
  const [kind, setKind] = useState<PaperKind>(paper.kind);
  const [number, setNumber] = useState(paper.number ?? "");
  const [issuer, setIssuer] = useState(paper.issuer ?? "");
  const [summary, setSummary] = useState(paper.summary ?? "");
  const life = useText(papers);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || rename.busy) return;
    const data = {
      paperId: paper.paperId,
      title: title.trim(),
      kind,
      ...(number.trim() && { number: number.trim() }),
      ...(issuer.trim() && { issuer: issuer.trim() }),
      ...(summary.trim() && { summary: summary.trim().replace(/\s+/g, " ") }),
    };
    if (await rename.send(data)) onClose();
  };
  return (
    <Dialog
      title={t.editTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="edit-paper" busy={rename.busy}>
            {words.app.save}
          </Button>
        </>
      }
    >
      <form id="edit-paper" className={styles.dialog} onSubmit={event => void save(event)}>
        <Field
          label={t.fields.title}
          multiline
          rows={3}
          value={title}
          maxLength={500}
          required
          onChange={event => setTitle(event.target.value)}
        />
        <SelectField label={t.fields.kind} value={kind} onChange={event => setKind(event.target.value as PaperKind)}>
          {kinds.map(one => (
            <option key={one} value={one}>
              {words.paperKind[one]}
            </option>
          ))}
        </SelectField>
        <Field
          label={t.fields.number}
          placeholder={t.numberPlaceholder}
          value={number}
          maxLength={60}
          onChange={event => setNumber(event.target.value)}
        />
        <Field
          label={life.issuer}
          placeholder={life.issuerPlaceholder}
          value={issuer}
          maxLength={200}
          onChange={event => setIssuer(event.target.value)}
        />
        <Field
          label={life.summary}
          multiline
          rows={3}
          value={summary}
          maxLength={1000}
          onChange={event => setSummary(event.target.value)}
        />
        <CommandNote command={rename} quiet />
      </form>
    </Dialog>
  );
}

export function MovePaper({
  paper,
  from,
  items,
  onClose,
}: {
  paper: PaperView;
  from: ItemView;
  items: readonly ItemView[];
  onClose: () => void;
}) {
  const t = useText(secretary).papers;
  const words = useText(common);
  const move = useCommand("agenda.move-paper");
  const others = items.filter(item => item.itemId !== from.itemId);
  const [target, setTarget] = useState(others[0]?.itemId ?? "");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const item = others.find(one => one.itemId === target);
    if (!item || move.busy) return;
    if (await move.send({ paperId: paper.paperId, itemId: target, index: item.papers.length })) onClose();
  };
  return (
    <Dialog
      title={t.moveTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="move-paper" busy={move.busy} disabled={others.length === 0}>
            {t.moveTitle}
          </Button>
        </>
      }
    >
      <form id="move-paper" className={styles.dialog} onSubmit={event => void save(event)}>
        <p>{paper.title}</p>
        <SelectField label={t.fields.target} value={target} onChange={event => setTarget(event.target.value)}>
          {others.map(item => (
            <option key={item.itemId} value={item.itemId}>
              {item.number}. {item.title}
            </option>
          ))}
        </SelectField>
        <CommandNote command={move} quiet />
      </form>
    </Dialog>
  );
}

export function RestrictPaper({ paper, onClose }: { paper: PaperView; onClose: () => void }) {
  const restrict = useCommand("agenda.restrict-paper");
  return (
    <ReachDialog
      start={paper.reach}
      busy={restrict.busy}
      note={<CommandNote command={restrict} quiet />}
      onSave={reach => void restrict.send({ paperId: paper.paperId, ...reach }).then(done => done && onClose())}
      onClose={onClose}
    />
  );
}

export function DetachPaper({ paper, onClose }: { paper: PaperView; onClose: () => void }) {
  const t = useText(secretary).papers;
  const detach = useCommand("agenda.detach-paper");
  return (
    <ConfirmDialog
      title={t.detachTitle}
      action={t.detachTitle}
      busy={detach.busy}
      onClose={onClose}
      onConfirm={() => void detach.send({ paperId: paper.paperId }).then(done => done && onClose())}
    >
      <p>{t.detachText(paper.title)}</p>
      <CommandNote command={detach} quiet />
    </ConfirmDialog>
  );
}
