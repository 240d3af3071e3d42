import { useState } from "react";
import { newId } from "../../core/ids.ts";
import type { VoteView } from "../../core/schemas.ts";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, Field } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../command.tsx";
import { ReadyList } from "./ReadyList.tsx";
import styles from "./voting.module.css";

/** Opens several prepared votes at once; `override`: without a quorum, so with the chair's reason. */
export function BatchDialog({
  votes,
  override,
  lack,
  onClose,
}: {
  /** Prepared, of items that delegates see. */
  votes: readonly VoteView[];
  override: boolean;
  /** Why it can't be opened now. */
  lack: string | undefined;
  onClose: () => void;
}) {
  const t = useText(ballotDesk).batch;
  const words = useText(common);
  const open = useCommand("voting.open-many");
  const [batchId] = useState(newId);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const chosen = votes.filter(vote => !left.has(vote.voteId));
  const given = reason.trim().normalize("NFC");
  const whole = chosen.length > 0 && (!override || given.length >= 3);
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const send = async () => {
    const voteIds = chosen.map(vote => vote.voteId);
    if (await open.send({ batchId, voteIds, ...(override && { overrideReason: given }) })) onClose();
  };
  return (
    <Dialog
      title={t.title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button
            tone="primary"
            icon="vote"
            busy={open.busy}
            disabled={!whole || !open.online || lack !== undefined}
            onClick={() => void send()}
          >
            {t.open(chosen.length)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.intro}</p>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={left.size === 0}
            onChange={() => setLeft(left.size === 0 ? new Set(votes.map(vote => vote.voteId)) : new Set())}
          />
          <b>{t.all}</b> <span className="num">{t.chosen(chosen.length, votes.length)}</span>
        </label>
        <ol className={styles.votes} aria-label={t.list}>
          {votes.map(vote => (
            <li key={vote.voteId}>
              <label className={styles.check}>
                <input type="checkbox" checked={!left.has(vote.voteId)} onChange={() => toggle(vote.voteId)} />
                <span lang="vi">{vote.title}</span>
              </label>
            </li>
          ))}
        </ol>
        {lack === undefined && <ReadyList />}
        {override && (
          <Field
            label={t.override}
            multiline
            rows={2}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
        {lack && <p className={styles.lack}>{lack}</p>}
        {chosen.length === 0 && <p className={styles.lack}>{t.tooFew}</p>}
        <CommandNote command={open} quiet />
      </div>
    </Dialog>
  );
}
