import { type FormEvent, useState } from "react";
import { clockTime, localDate, weekDate } from "../../../core/format.ts";
import type { SessionView, SittingView } from "../../../core/schemas.ts";
import { CommandNote, useCommand, usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useLang, useText } from "../../../i18n/language.ts";
import { shareInWords } from "../../../i18n/rule.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, Dialog, EmptyState, Field, IconButton, StateChip } from "../../../ui/index.ts";
import styles from "./Information.module.css";
import { NewerRules } from "./SessionRules.tsx";
import { DropSitting, SittingDialog } from "./SittingDialog.tsx";

/** What the session is: its name, the rules it runs under, its sittings. */
export function Information({ session }: { session: SessionView }) {
  const t = useText(secretary).info;
  const words = useText(common);
  const [renaming, setRenaming] = useState(false);
  const { rules } = session;
  const locked = session.state === "ENDED";
  return (
    <div className={styles.page}>
      <section className={styles.card} aria-labelledby="info-title">
        <div className={styles.head}>
          <h2 id="info-title">{t.title}</h2>
          {!locked && (
            <Button icon="edit" onClick={() => setRenaming(true)}>
              {t.rename}
            </Button>
          )}
        </div>
        {locked && <p className={styles.note}>{t.ended}</p>}
        <NewerRules session={session} />
        <dl className={styles.facts}>
          <Fact label={t.name} value={session.title} strong />
          <Fact label={t.body} value={`${session.bodyName} · ${session.unitName}`} />
          <Fact label={t.kind} value={words.sessionKind[session.kind]} />
          <Fact label={t.number} value={String(session.number)} />
          <Fact label={t.members} value={String(rules.totalMembers)} />
          <Fact label={t.quorum} value={shareInWords(rules.quorum, words)} />
          <Fact label={t.pass} value={shareInWords(rules.pass, words)} />
          <Fact label={t.speech} value={t.minutes(rules.speechSeconds / 60)} />
          <Fact label={t.change} value={rules.allowChange ? t.changeYes : t.changeNo} />
          <Fact
            label={t.rules}
            value={`${rules.citation} (${t.rulesVersion(rules.version, localDate(rules.validFrom))})`}
          />
        </dl>
      </section>
      <Sittings session={session} locked={locked} />
      {renaming && <Rename session={session} onClose={() => setRenaming(false)} />}
    </div>
  );
}

function Fact({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd className={strong ? styles.strong : undefined}>{value}</dd>
    </div>
  );
}

function Rename({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useText(secretary).info;
  const words = useText(common);
  const [title, setTitle] = useState(session.title);
  const command = useCommand("session.rename");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || command.busy) return;
    if (title.trim() === session.title || (await command.send({ title: title.trim() }))) onClose();
  };
  return (
    <Dialog
      title={t.rename}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="rename" busy={command.busy}>
            {words.app.save}
          </Button>
        </>
      }
    >
      <form id="rename" className={styles.form} onSubmit={event => void save(event)}>
        <Field
          label={t.name}
          value={title}
          maxLength={300}
          required
          autoFocus
          onChange={event => setTitle(event.target.value)}
        />
        <CommandNote command={command} quiet />
      </form>
    </Dialog>
  );
}

function Sittings({ session, locked }: { session: SessionView; locked: boolean }) {
  const t = useText(secretary).info;
  const words = useText(common);
  const lang = useLang();
  const agenda = usePart("agenda");
  const [editing, setEditing] = useState<SittingView | "new">();
  const [dropping, setDropping] = useState<SittingView>();
  const bound = (id: string) => agenda?.items.filter(item => item.sittingId === id).length ?? 0;
  return (
    <section className={styles.card} aria-labelledby="sittings-title">
      <div className={styles.head}>
        <h2 id="sittings-title">{t.sittings}</h2>
        {!locked && (
          <Button icon="plus" tone="primary" onClick={() => setEditing("new")}>
            {t.addSitting}
          </Button>
        )}
      </div>
      {session.sittings.length === 0 ? (
        <EmptyState icon="calendar" title={t.noSittingTitle}>
          {t.noSittingText}
        </EmptyState>
      ) : (
        <ul className={styles.sittings}>
          {session.sittings.map(sitting => (
            <li key={sitting.sittingId} className={styles.sitting}>
              <b className={`num ${styles.time}`}>{clockTime(sitting.startsAt)}</b>
              <div className={styles.words}>
                <span className={styles.sittingTitle}>{sitting.title}</span>
                <span className={styles.meta}>
                  {weekDate(sitting.startsAt, lang)} · {t.itemsBound(bound(sitting.sittingId))}
                </span>
              </div>
              <StateChip tone={sitting.state === "OPEN" ? "live" : sitting.state === "ENDED" ? "neutral" : "info"}>
                {words.sittingState[sitting.state]}
              </StateChip>
              {sitting.state === "PLANNED" && !locked && (
                <span className={styles.rowActions}>
                  <IconButton
                    icon="edit"
                    label={`${t.editSitting}: ${sitting.title}`}
                    onClick={() => setEditing(sitting)}
                  />
                  <IconButton
                    icon="trash"
                    label={`${t.dropSitting}: ${sitting.title}`}
                    onClick={() => setDropping(sitting)}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <SittingDialog
          sitting={editing === "new" ? undefined : editing}
          last={session.sittings.at(-1)}
          onClose={() => setEditing(undefined)}
        />
      )}
      {dropping && <DropSitting sitting={dropping} onClose={() => setDropping(undefined)} />}
    </section>
  );
}
