import { clockTime } from "../../../core/format.ts";
import type { VoteView } from "../../../core/schemas.ts";
import { CommandNote, useActions, useCommand, useSessionClock } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, Icon, Progress, RunningClock } from "../../../ui/index.ts";
import type { VoteAsk } from "./VoteDialog.tsx";
import styles from "./VotePanel.module.css";

/** How far an open vote is, one or many, with its next step: hold and close, or resume. */
export function RunningVote({
  vote,
  cast,
  eligible,
  label,
  close,
  onAsk,
}: {
  /** Of many the first. */
  vote: VoteView;
  cast: number;
  eligible: number;
  /** What is counted. */
  label: string;
  /** The words of the button that closes it. */
  close: string;
  onAsk: (ask: VoteAsk) => void;
}) {
  const t = useText(secretary).vote;
  const now = useSessionClock();
  const { online } = useActions();
  const resume = useCommand("voting.resume");
  const ask = (kind: VoteAsk["kind"]) => onAsk({ kind, voteId: vote.voteId });
  return (
    <>
      <div className={styles.running}>
        <b className={`num ${styles.figure}`}>
          {cast}
          <small>/{eligible}</small>
        </b>
        <div className={styles.bar}>
          <Progress label={label} value={cast} max={eligible} />
        </div>
        <RunningClock now={now} since={vote.openedAt ?? now()} label={t.running} className={styles.clock} />
        {vote.heldAt === undefined ? (
          <>
            <Button icon="clock" disabled={!online} onClick={() => ask("hold")}>
              {t.hold}
            </Button>
            <Button tone="danger" icon="stop" disabled={!online} onClick={() => ask("close")}>
              {close}
            </Button>
          </>
        ) : (
          <Button
            tone="primary"
            icon="play"
            busy={resume.busy}
            disabled={!online}
            onClick={() => void resume.send({ voteId: vote.voteId })}
          >
            {t.resume}
          </Button>
        )}
      </div>
      {vote.heldAt !== undefined && (
        <p className={styles.lack} role="status">
          <Icon name="clock" size={18} /> {t.held(clockTime(vote.heldAt), vote.holdReason ?? "")}
        </p>
      )}
      <CommandNote command={resume} quiet />
    </>
  );
}
