import { useState } from "react";
import { newId } from "../../core/ids.ts";
import type { BallotRules, Matter, PollLine, PollView } from "../../core/schemas.ts";
import { ballots } from "../../i18n/ballots.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { secret } from "../../i18n/secret.ts";
import { Button, Dialog, Field, IconButton, Segmented, SelectField } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../command.tsx";
import { usePart } from "../live.tsx";
import styles from "./polls.module.css";

/** What the dialog starts with: nothing, a sheet that is edited, or a ballot that is taken again. */
export type Draft = { itemId: string; like?: PollView; edits?: boolean; after?: string };

/** What stands on the sheet: its matter, its title, seats and lines. */
export function SheetDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = useText(ballots).sheet;
  const words = useText(secret);
  const app = useText(common).app;
  const rules = usePart("session")?.rules.ballots;
  const { like, edits } = draft;
  const matters = rules?.matters.filter(one => formsOf(one, rules).length > 0) ?? [];
  const prepare = useCommand("ballot.prepare");
  const edit = useCommand("ballot.edit");
  const command = edits ? edit : prepare;
  const [pollId] = useState(() => (edits && like ? like.pollId : newId()));
  const [code, setCode] = useState(like?.matter ?? matters[0]?.code ?? "");
  const [title, setTitle] = useState(like?.title ?? "");
  const [seats, setSeats] = useState(String(like?.seats ?? 1));
  const [lines, setLines] = useState<readonly PollLine[]>(like?.lines ?? [blank()]);
  const [tried, setTried] = useState(false);
  const matter = matters.find(one => one.code === code);
  const forms = edits && like ? [like.form as SecretForm] : matter && rules ? formsOf(matter, rules) : [];
  const [wish, setWish] = useState(like?.form as SecretForm | undefined);
  const form = forms.find(one => one === wish) ?? forms[0] ?? "SECRET_PAPER";
  const problem = problemOf(title, seats, lines, matter);
  const send = () => {
    setTried(true);
    if (problem || command.busy) return;
    const sheet = {
      pollId,
      matter: code,
      title: title.trim(),
      ...(matter?.sheet === "ELECTION" && { seats: Number(seats) }),
      lines: lines.map(tidy),
    };
    const sent = edits
      ? edit.send(sheet)
      : prepare.send({
          ...sheet,
          itemId: draft.itemId,
          form,
          ...(draft.after !== undefined && { after: draft.after }),
        });
    void sent.then(done => done && onClose());
  };
  if (matters.length === 0) {
    return (
      <Dialog title={t.title} onClose={onClose}>
        <p>{t.noMatters}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={edits ? t.editTitle : t.title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" type="submit" form="poll-sheet" busy={command.busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        id="poll-sheet"
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        <div className={styles.pair}>
          <SelectField label={t.matter} hint={matter?.citation} value={code} onChange={e => setCode(e.target.value)}>
            {matters.map(one => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
          {matter?.sheet === "ELECTION" && (
            <Field
              label={t.seats}
              inputMode="numeric"
              value={seats}
              error={tried && problem === "seats" ? t.need.seats : undefined}
              onChange={event => setSeats(event.target.value)}
            />
          )}
        </div>
        <Field
          label={t.name}
          multiline
          rows={2}
          maxLength={300}
          value={title}
          error={tried && problem === "title" ? t.need.title : undefined}
          onChange={event => setTitle(event.target.value)}
        />
        <Lines lines={lines} question={matter?.sheet === "DECISION"} onChange={setLines} />
        {tried && (problem === "lines" || problem === "twice") && (
          <p className={styles.error} role="alert">
            {t.need[problem]}
          </p>
        )}
        {forms.length > 1 && (
          <Segmented
            label={words.form}
            options={forms.map(id => ({ id, label: id === "SECRET_PAPER" ? words.paper : words.electronic }))}
            value={form}
            onChange={setWish}
          />
        )}
        <p className={styles.quiet}>{form === "SECRET_PAPER" ? t.paper : words.electronicHint}</p>
        <CommandNote command={command} quiet />
      </form>
    </Dialog>
  );
}

type SecretForm = "SECRET_PAPER" | "SECRET_ELECTRONIC";

/** In which forms a matter may be voted on secretly, paper first. */
function formsOf(matter: Matter, rules: BallotRules): readonly SecretForm[] {
  const all: readonly SecretForm[] = rules.secretElectronic ? ["SECRET_PAPER", "SECRET_ELECTRONIC"] : ["SECRET_PAPER"];
  return all.filter(one => matter.forms.includes(one));
}

function Lines({
  lines,
  question,
  onChange,
}: {
  lines: readonly PollLine[];
  question: boolean;
  onChange: (lines: readonly PollLine[]) => void;
}) {
  const t = useText(ballots).sheet;
  const rows = usePart("attendance")?.rows ?? [];
  const change = (at: number, more: Partial<PollLine>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...more } : line)));
  const member = (at: number, personId: string) => {
    const row = rows.find(one => one.personId === personId);
    const { personId: before, ...line } = lines[at] ?? blank();
    const known = row ? { personId, name: row.name, note: line.note || row.title } : { name: before ? "" : line.name };
    onChange(lines.map((one, i) => (i === at ? { ...line, ...known } : one)));
  };
  return (
    <fieldset className={styles.lines}>
      <legend>{question ? t.question : t.lines}</legend>
      {lines.map((line, at) => (
        <fieldset key={line.lineId} className={styles.line} aria-label={t.line(at + 1)}>
          <Field
            label={question ? t.question : t.lineName}
            value={line.name}
            maxLength={200}
            onChange={event => change(at, { name: event.target.value })}
          />
          <Field
            label={t.lineNote}
            value={line.note ?? ""}
            maxLength={300}
            onChange={event => change(at, { note: event.target.value })}
          />
          <SelectField label={t.member} value={line.personId ?? ""} onChange={event => member(at, event.target.value)}>
            <option value="">{t.notMember}</option>
            {rows.map(row => (
              <option key={row.personId} value={row.personId}>
                {row.name}
              </option>
            ))}
          </SelectField>
          <IconButton
            icon="trash"
            label={t.removeLine(at + 1)}
            disabled={lines.length === 1}
            onClick={() => onChange(lines.filter((_, i) => i !== at))}
          />
        </fieldset>
      ))}
      {!question && (
        <div>
          <Button icon="plus" disabled={lines.length >= 100} onClick={() => onChange([...lines, blank()])}>
            {t.addLine}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function blank(): PollLine {
  return { lineId: newId(), name: "" };
}

function tidy({ lineId, name, note, personId }: PollLine): PollLine {
  const given = note?.trim();
  return { lineId, name: name.trim(), ...(given && { note: given }), ...(personId && { personId }) };
}

function problemOf(title: string, seats: string, lines: readonly PollLine[], matter: Matter | undefined) {
  if (title.trim() === "") return "title";
  if (lines.some(line => line.name.trim() === "")) return "lines";
  const keys = lines.map(line => line.personId ?? `${line.name.trim()} ${line.note?.trim() ?? ""}`);
  if (new Set(keys).size < keys.length) return "twice";
  const wanted = Number(seats);
  const fits = Number.isInteger(wanted) && wanted >= 1 && wanted <= lines.length;
  return matter?.sheet === "ELECTION" && !fits ? "seats" : undefined;
}
