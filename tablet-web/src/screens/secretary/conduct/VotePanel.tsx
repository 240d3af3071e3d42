import { useState } from "react";
import { clockTime } from "../../../core/format.ts";
import type { VoteView } from "../../../core/schemas.ts";
import { useActions, usePart } from "../../../hall/index.ts";
import { EntryDesk } from "../../../hall/voting/EntryDesk.tsx";
import { NamesButton } from "../../../hall/voting/NamesButton.tsx";
import { ReadyList } from "../../../hall/voting/ReadyList.tsx";
import { ballotDesk } from "../../../i18n/ballot-desk.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { shareInWords } from "../../../i18n/rule.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, classes, Icon, LiveCount, ResultBoard, StateChip, Voters } from "../../../ui/index.ts";
import { lackForVote, missingVoters } from "./logic.ts";
import { RunningVote } from "./RunningVote.tsx";
import type { ConductView } from "./useConduct.ts";
import type { VoteAsk } from "./VoteDialog.tsx";
import styles from "./VotePanel.module.css";

/** One vote with its next step; what is missing for that step stands beside it. */
export function VotePanel({ vote, view, onAsk }: { vote: VoteView; view: ConductView; onAsk: (ask: VoteAsk) => void }) {
  const t = useText(secretary).vote;
  const words = useText(common);
  const desk = useText(ballotDesk);
  const at = vote.declaredAt ?? vote.closedAt ?? vote.openedAt;
  return (
    <article className={classes(styles.vote, vote.state === "OPEN" && styles.open)}>
      <div className={styles.head}>
        <p className={styles.title}>{vote.title}</p>
        <StateChip
          tone={
            vote.state === "OPEN"
              ? vote.heldAt === undefined
                ? "live"
                : "warn"
              : vote.state === "CLOSED"
                ? "warn"
                : vote.state === "DECLARED"
                  ? "good"
                  : vote.state === "VOIDED"
                    ? "bad"
                    : "info"
          }
        >
          {vote.heldAt === undefined ? t.state[vote.state] : t.onHold}
          {at !== undefined && vote.state !== "OPEN" && <span className="num"> {clockTime(at)}</span>}
        </StateChip>
      </div>
      {vote.state === "PREPARED" && <Prepared vote={vote} view={view} onAsk={onAsk} />}
      {vote.state === "OPEN" && (
        <Voters vote={vote}>
          <Open vote={vote} view={view} onAsk={onAsk} />
        </Voters>
      )}
      {vote.state === "CLOSED" && (
        <div className={styles.actions}>
          <Button tone="primary" icon="gavel" onClick={() => onAsk({ kind: "declare", voteId: vote.voteId })}>
            {t.declare}
          </Button>
          <span className={styles.quiet}>{t.voidHint}</span>
        </div>
      )}
      {(vote.state === "CLOSED" || vote.state === "DECLARED") && (
        <>
          <ResultBoard vote={vote} />
          <NamesButton vote={vote} />
        </>
      )}
      {vote.state === "WITHDRAWN" && <p className={styles.quiet}>{desk.withdraw.done(vote.withdrawReason ?? "")}</p>}
      {vote.state === "VOIDED" && vote.voidReason && (
        <p className={styles.quiet}>{words.result.voided(vote.voidReason)}</p>
      )}
    </article>
  );
}

function Prepared({ vote, view, onAsk }: { vote: VoteView; view: ConductView; onAsk: (ask: VoteAsk) => void }) {
  const t = useText(secretary).vote;
  const words = useText(common);
  const desk = useText(ballotDesk);
  const { online } = useActions();
  const lack = lackForVote(vote, view);
  const why = {
    sitting: t.why.sitting,
    item: t.why.item,
    other: t.why.other,
    quorum: t.why.quorum(view.call?.present ?? 0, view.call?.quorumNeeded ?? 0),
  };
  const id = `why-${vote.voteId}`;
  return (
    <>
      <p className={styles.quiet}>{t.rule(shareInWords(vote.rule, words))}</p>
      {!lack && <ReadyList />}
      <div className={styles.actions}>
        <Button
          tone="primary"
          icon="vote"
          disabled={lack !== undefined || !online}
          aria-describedby={lack ? id : undefined}
          onClick={() => onAsk({ kind: "open", voteId: vote.voteId })}
        >
          {t.open}
        </Button>
        <Button
          tone="plain"
          icon="close"
          disabled={!online}
          onClick={() => onAsk({ kind: "withdraw", voteId: vote.voteId })}
        >
          {desk.withdraw.action}
        </Button>
        <Button tone="plain" icon="trash" onClick={() => onAsk({ kind: "drop", voteId: vote.voteId })}>
          {t.drop}
        </Button>
        {lack && (
          <span id={id} className={styles.lack}>
            <Icon name="info" size={18} />
            {why[lack]}
          </span>
        )}
      </div>
    </>
  );
}

function Open({ vote, view, onAsk }: { vote: VoteView; view: ConductView; onAsk: (ask: VoteAsk) => void }) {
  const t = useText(secretary).vote;
  const progress = usePart("progress");
  const [all, setAll] = useState(false);
  const eligible = progress?.eligible ?? vote.eligible ?? 0;
  const cast = progress?.cast ?? vote.voters?.length ?? 0;
  const missing = missingVoters(
    view.rows,
    view.sitting?.sittingId ?? "",
    vote,
    view.session.rules.ballots.substitutesVote,
  );
  const shown = all ? missing : missing.slice(0, 24);
  return (
    <>
      <RunningVote vote={vote} cast={cast} eligible={eligible} label={t.cast} close={t.close} onAsk={onAsk} />
      <EntryDesk votes={[vote]} missing={missing} mayEnter />
      {cast >= eligible ? (
        <p className={styles.allIn}>
          <Icon name="check" size={20} /> {t.allIn}
        </p>
      ) : (
        <div className={styles.missing}>
          <p className={styles.missingHead}>{t.remaining(eligible - cast)}</p>
          <ul className={styles.names}>
            {shown.map(row => (
              <li key={row.personId}>
                {row.name} <span className={styles.quiet}>{row.seat}</span>
              </li>
            ))}
            {missing.length > shown.length && (
              <li>
                <button type="button" className={styles.more} onClick={() => setAll(true)}>
                  +{missing.length - shown.length}
                </button>
              </li>
            )}
          </ul>
        </div>
      )}
      <LiveCount vote={vote} />
    </>
  );
}
