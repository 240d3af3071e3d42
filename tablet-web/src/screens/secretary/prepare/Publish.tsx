import { useState, useSyncExternalStore } from "react";
import { newId } from "../../../core/ids.ts";
import type { SessionView } from "../../../core/schemas.ts";
import { totalsOf, type Uploads } from "../../../features/papers/uploads.ts";
import { CommandNote, useActions, useCommand, usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, classes, Dialog, Icon, useToast } from "../../../ui/index.ts";
import { useVoteTitle } from "../votes.ts";
import styles from "./Publish.module.css";
import { readinessOf } from "./readiness.ts";

export function PublishButton({ session, uploads }: { session: SessionView; uploads: Uploads }) {
  const t = useText(secretary).nav;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon="users" onClick={() => setOpen(true)}>
        {t.publish}
      </Button>
      {open && <PublishDialog session={session} uploads={uploads} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Restates what publication means and what is still missing; what the server would refuse can't be pressed. */
function PublishDialog({ session, uploads, onClose }: { session: SessionView; uploads: Uploads; onClose: () => void }) {
  const { publish: t, papers } = useText(secretary);
  const words = useText(common);
  const say = useToast();
  const agenda = usePart("agenda");
  const voting = usePart("voting");
  const publish = useCommand("session.publish");
  const { run, busy } = useActions();
  const voteTitle = useVoteTitle();
  const files = totalsOf(useSyncExternalStore(uploads.subscribe, uploads.list));
  const ready = readinessOf(session, agenda?.items ?? [], voting?.votes ?? []);
  const prepareAll = async () => {
    for (const item of ready.withoutVote) {
      const data = { voteId: newId(), itemId: item.itemId, title: voteTitle(item) };
      if (!(await run("prepare", "voting.prepare", data))) return;
    }
  };
  const confirm = async () => {
    if (!(await publish.send({}))) return;
    say(t.done, "good");
    onClose();
  };
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button
            tone="primary"
            busy={publish.busy}
            disabled={!ready.possible || !publish.online}
            onClick={() => void confirm()}
          >
            {t.action}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{t.what(session.rules.totalMembers)}</p>
        <h3 className={styles.heading}>{t.checklist}</h3>
        <ul className={styles.checks}>
          <Line state={ready.sittings > 0 ? "good" : "bad"}>{t.sittings(ready.sittings)}</Line>
          <Line state={ready.items > 0 ? "good" : "bad"}>{t.items(ready.items)}</Line>
          {ready.hidden > 0 && <Line state="note">{t.hidden(ready.hidden)}</Line>}
          {ready.unplaced > 0 && <Line state="warn">{t.unplaced(ready.unplaced)}</Line>}
          <Line state={ready.papers > 0 ? "good" : "warn"}>{t.papers(ready.papers)}</Line>
          {ready.withoutPapers.length > 0 && (
            <Line state="warn" names={ready.withoutPapers.map(item => `${item.number}. ${item.title}`)}>
              {t.noPapers(ready.withoutPapers.length)}
            </Line>
          )}
          {ready.resolutions > 0 && ready.withoutVote.length === 0 && <Line state="good">{t.votesReady}</Line>}
          {ready.withoutVote.length > 0 && (
            <Line state="warn" names={ready.withoutVote.map(item => `${item.number}. ${item.title}`)}>
              {t.votesMissing(ready.withoutVote.length)}
            </Line>
          )}
          {files.active && <Line state="warn">{t.uploading}</Line>}
          {files.failed > 0 && <Line state="warn">{papers.failedCount(files.failed)}</Line>}
        </ul>
        {ready.withoutVote.length > 0 && (
          <div>
            <Button icon="vote" busy={busy("prepare")} onClick={() => void prepareAll()}>
              {t.prepareVotes}
            </Button>
          </div>
        )}
        {!ready.possible && <p className={styles.blocked}>{t.blocked}</p>}
        <CommandNote command={publish} quiet />
      </div>
    </Dialog>
  );
}

const pictures = { good: "check", bad: "warning", warn: "warning", note: "info" } as const;

function Line({
  state,
  names = [],
  children,
}: {
  state: keyof typeof pictures;
  names?: readonly string[];
  children: string;
}) {
  return (
    <li className={classes(styles.line, styles[state])}>
      <Icon name={pictures[state]} size={22} />
      {names.length === 0 ? (
        <span>{children}</span>
      ) : (
        <details>
          <summary>{children}</summary>
          <ul className={styles.names}>
            {names.map(name => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
