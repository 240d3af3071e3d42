import { useId, useState } from "react";
import { exactTime } from "../../core/format.ts";
import type { Receipt } from "../../core/receipt.ts";
import type { Choice, OwnBallot, Problem, ProgressView, VoteView } from "../../core/schemas.ts";
import { ballot as catalogue } from "../../i18n/ballot.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import {
  Button,
  classes,
  Icon,
  LiveCount,
  ProblemLine,
  Progress,
  RunningClock,
  StateChip,
  Voters,
} from "../../ui/index.ts";
import { choicesOf, iconOf, labelOf } from "./choices.ts";
import styles from "./VoteSheet.module.css";

export interface VoteSheetProps {
  vote: VoteView;
  /** The own ballot as the server has it; undefined for someone who may not vote. */
  ballot: OwnBallot | undefined;
  progress: ProgressView | undefined;
  now: () => number;
  online: boolean;
  /** A choice that was sent and not answered yet. */
  pending: { choice: Choice } | undefined;
  problem: Problem | undefined;
  /** Of the recorded ballot; undefined until the journal's line has come. */
  receipt?: Receipt | undefined;
  /** The whole screen is its. */
  large?: boolean;
  onSend: (choice: Choice) => void;
}

/** An open vote as a delegate sees it: choose, then send; recorded only when the server has said so. */
export function VoteSheet(props: VoteSheetProps) {
  return (
    <Voters vote={props.vote}>
      <Sheet {...props} />
    </Voters>
  );
}

function Sheet(props: VoteSheetProps) {
  const t = useText(catalogue);
  const { vote, progress } = props;
  const words = useText(common);
  const counted = progress?.voteId === vote.voteId ? progress : undefined;
  return (
    <section className={classes(styles.sheet, props.large && styles.large)} aria-label={t.title}>
      <div className={styles.top}>
        <h2 className={styles.title}>{t.title}</h2>
        {vote.openedAt !== undefined && (
          <RunningClock now={props.now} since={vote.openedAt} label={t.running} className={styles.clock} />
        )}
      </div>
      <p className={styles.what} lang="vi">
        {vote.title}
      </p>
      {vote.heldAt !== undefined && (
        <div className={styles.note} role="status">
          <StateChip tone="warn" icon="clock">
            {t.held}
          </StateChip>
          <b>{vote.holdReason}</b>
          <p>{t.heldText}</p>
        </div>
      )}
      <Ballot {...props} />
      {counted && (
        <Progress
          label={words.result.progress(counted.cast ?? 0, counted.eligible ?? 0)}
          value={counted.cast ?? 0}
          max={counted.eligible ?? 0}
        />
      )}
      <LiveCount vote={vote} />
    </section>
  );
}

function Ballot(props: VoteSheetProps) {
  const t = useText(catalogue);
  const { ballot, pending } = props;
  const [changing, setChanging] = useState(false);
  const recorded = ballot?.choice && ballot.at !== null ? { choice: ballot.choice, at: ballot.at } : undefined;
  if (!ballot?.eligible) {
    return (
      <div className={styles.note}>
        <StateChip tone="warn" icon="info">
          {t.notEligible}
        </StateChip>
        <p>{t.notEligibleText}</p>
      </div>
    );
  }
  if (recorded && !changing && !pending && !props.problem) {
    const { vote, receipt } = props;
    return <Recorded {...{ vote, ballot, receipt, recorded }} onChange={() => setChanging(true)} />;
  }
  return (
    <Choosing
      {...props}
      recorded={recorded?.choice}
      onKeep={recorded && !pending ? () => setChanging(false) : undefined}
      onSend={choice => {
        setChanging(false);
        props.onSend(choice);
      }}
    />
  );
}

function Recorded({
  vote,
  ballot,
  receipt,
  recorded,
  onChange,
}: {
  vote: VoteView;
  ballot: OwnBallot;
  receipt: Receipt | undefined;
  recorded: { choice: Choice; at: number };
  onChange: () => void;
}) {
  const t = useText(catalogue);
  const { byHand } = ballot;
  const may = vote.allowChange && byHand === undefined;
  const mine = receipt?.seq === ballot.seq ? receipt : undefined;
  return (
    <div className={styles.recorded}>
      <div className={classes(styles.stamp, styles[recorded.choice])} role="status">
        <Icon name={iconOf[recorded.choice]} size={32} />
        <span>
          <b className={styles.stampChoice}>{labelOf(vote, recorded.choice)}</b>
          <span className={classes("num", styles.stampTime)}>
            {byHand ? t.byHand : t.recorded} {exactTime(recorded.at)}
          </span>
          {ballot.seq !== undefined && (
            <span className={classes("num", styles.stampTime)}>{t.receipt(ballot.seq, mine?.code)}</span>
          )}
        </span>
      </div>
      {mine && mine.choice !== recorded.choice && (
        <p className={styles.waiting} role="alert">
          {t.otherLine}
        </p>
      )}
      {may && vote.heldAt === undefined && <Button onClick={onChange}>{t.change}</Button>}
      <p className={styles.hint}>
        {byHand
          ? t.byHandText(byHand.clerkName, byHand.countersignerName, byHand.reason)
          : vote.allowChange
            ? t.mayChange
            : t.mayNotChange}
      </p>
    </div>
  );
}

function Choosing({
  vote,
  ballot,
  recorded,
  online,
  pending,
  problem,
  onKeep,
  onSend,
}: VoteSheetProps & { recorded: Choice | undefined; onKeep: (() => void) | undefined }) {
  const t = useText(catalogue);
  const name = useId();
  const [picked, setPicked] = useState<Choice | undefined>(pending?.choice ?? recorded);
  const held = vote.heldAt !== undefined;
  const shown = pending?.choice ?? picked;
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (picked && !pending && !held) onSend(picked);
      }}
    >
      <fieldset className={styles.options} disabled={pending !== undefined}>
        <legend className="visually-hidden">{t.choices}</legend>
        {choicesOf(vote).map(({ choice, label }) => (
          <label key={choice} className={classes(styles.option, styles[choice])}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              value={choice}
              checked={shown === choice}
              onChange={() => setPicked(choice)}
            />
            <Icon name={iconOf[choice]} size={28} />
            <span lang="vi">{label}</span>
          </label>
        ))}
      </fieldset>
      {ballot?.entered && (
        <p className={styles.waiting} role="status">
          {t.entered(ballot.entered.clerkName, labelOf(vote, ballot.entered.choice))} {t.enteredText}
        </p>
      )}
      {problem && <ProblemLine problem={problem} />}
      {pending && !online && <p className={styles.waiting}>{t.pending(labelOf(vote, pending.choice))}</p>}
      {!pending && !online && <p className={styles.waiting}>{t.offline}</p>}
      <Button type="submit" tone="primary" size="large" block busy={pending !== undefined} disabled={!shown || held}>
        {pending
          ? (online ? t.sending : t.queued)(labelOf(vote, pending.choice))
          : shown
            ? t.send(labelOf(vote, shown))
            : t.pick}
      </Button>
      {onKeep && (
        <Button tone="plain" block onClick={onKeep}>
          {t.keep}
        </Button>
      )}
      <p className={styles.hint}>{vote.allowChange ? t.mayChange : t.mayNotChange}</p>
    </form>
  );
}
