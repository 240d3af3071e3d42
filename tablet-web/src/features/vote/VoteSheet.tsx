import { useId, useState } from "react";
import { exactTime } from "../../core/format.ts";
import type { Choice, OwnBallot, Problem, ProgressView, VoteView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import {
  Button,
  classes,
  Icon,
  type IconName,
  ProblemLine,
  Progress,
  RunningClock,
  StateChip,
} from "../../ui/index.ts";
import styles from "./VoteSheet.module.css";

const options: readonly { choice: Choice; icon: IconName }[] = [
  { choice: "FOR", icon: "check" },
  { choice: "AGAINST", icon: "cross" },
  { choice: "ABSTAIN", icon: "dash" },
];

export interface VoteSheetProps {
  vote: VoteView;
  /** The own ballot as the server has it; undefined for someone who may not vote. */
  ballot: OwnBallot | undefined;
  allowChange: boolean;
  progress: ProgressView | undefined;
  now: () => number;
  online: boolean;
  /** A choice that was sent and not answered yet. */
  pending: { choice: Choice } | undefined;
  problem: Problem | undefined;
  onSend: (choice: Choice) => void;
}

/** An open vote as a delegate sees it: choose, then send; recorded only when the server has said so. */
export function VoteSheet(props: VoteSheetProps) {
  const t = useText(delegate).vote;
  const { vote, progress } = props;
  const words = useText(common);
  const counted = progress?.voteId === vote.voteId ? progress : undefined;
  return (
    <section className={styles.sheet} aria-label={t.title}>
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
    </section>
  );
}

function Ballot(props: VoteSheetProps) {
  const t = useText(delegate).vote;
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
    const held = props.vote.heldAt !== undefined;
    return (
      <Recorded recorded={recorded} allowChange={props.allowChange} held={held} onChange={() => setChanging(true)} />
    );
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
  recorded,
  allowChange,
  held,
  onChange,
}: {
  recorded: { choice: Choice; at: number };
  allowChange: boolean;
  held: boolean;
  onChange: () => void;
}) {
  const t = useText(delegate).vote;
  const choice = useText(common).choice;
  const icon = options.find(option => option.choice === recorded.choice)?.icon ?? "check";
  return (
    <div className={styles.recorded}>
      <div className={classes(styles.stamp, styles[recorded.choice])} role="status">
        <Icon name={icon} size={32} />
        <span>
          <b className={styles.stampChoice}>{choice[recorded.choice]}</b>
          <span className={classes("num", styles.stampTime)}>
            {t.recorded} {exactTime(recorded.at)}
          </span>
        </span>
      </div>
      {allowChange && !held && <Button onClick={onChange}>{t.change}</Button>}
      <p className={styles.hint}>{allowChange ? t.mayChange : t.mayNotChange}</p>
    </div>
  );
}

function Choosing({
  vote,
  recorded,
  allowChange,
  online,
  pending,
  problem,
  onKeep,
  onSend,
}: VoteSheetProps & { recorded: Choice | undefined; onKeep: (() => void) | undefined }) {
  const t = useText(delegate).vote;
  const words = useText(common);
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
        {options.map(option => (
          <label key={option.choice} className={classes(styles.option, styles[option.choice])}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              value={option.choice}
              checked={shown === option.choice}
              onChange={() => setPicked(option.choice)}
            />
            <Icon name={option.icon} size={28} />
            <span>{words.choice[option.choice]}</span>
          </label>
        ))}
      </fieldset>
      {problem && <ProblemLine problem={problem} />}
      {pending && !online && <p className={styles.waiting}>{t.pending(words.choice[pending.choice])}</p>}
      {!pending && !online && <p className={styles.waiting}>{t.offline}</p>}
      <Button type="submit" tone="primary" size="large" block busy={pending !== undefined} disabled={!shown || held}>
        {pending
          ? (online ? t.sending : t.queued)(words.choice[pending.choice])
          : shown
            ? t.send(words.choice[shown])
            : t.pick}
      </Button>
      {onKeep && (
        <Button tone="plain" block onClick={onKeep}>
          {t.keep}
        </Button>
      )}
      <p className={styles.hint}>{allowChange ? t.mayChange : t.mayNotChange}</p>
    </form>
  );
}
