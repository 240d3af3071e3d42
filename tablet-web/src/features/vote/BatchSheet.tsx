import { type ReactNode, useId, useState } from "react";
import { exactTime } from "../../core/format.ts";
import type { Receipt } from "../../core/receipt.ts";
import type { Choice, OwnBallot, Problem, ProgressView, VoteView } from "../../core/schemas.ts";
import { ballot as catalogue } from "../../i18n/ballot.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, classes, Icon, ProblemLine, Progress, RunningClock, StateChip } from "../../ui/index.ts";
import styles from "./BatchSheet.module.css";
import { type Choices, counted, cover, decided } from "./batch.ts";
import { choicesOf, iconOf, labelOf } from "./choices.ts";
import sheet from "./VoteSheet.module.css";

export interface BatchSheetProps {
  /** All of one batch, open, in their order. */
  votes: readonly VoteView[];
  ballots: readonly OwnBallot[];
  progress: ProgressView | undefined;
  now: () => number;
  online: boolean;
  /** Sent and not answered yet. */
  pending: Choices | undefined;
  problem: Problem | undefined;
  /** Of recorded ballots by vote. */
  receipts?: Readonly<Record<string, Receipt>>;
  large?: boolean;
  onSend: (choices: Choices) => void;
}

/** Several open votes as a delegate sees them: one choice for all, single changes, one confirmation that says it all again. */
export function BatchSheet(props: BatchSheetProps) {
  const t = useText(catalogue);
  const words = useText(common).result;
  const { votes, progress } = props;
  const [first] = votes;
  if (!first) return null;
  return (
    <section className={classes(sheet.sheet, props.large && sheet.large)} aria-label={t.title}>
      <div className={sheet.top}>
        <h2 className={sheet.title}>{t.many.name(votes.length)}</h2>
        {first.openedAt !== undefined && (
          <RunningClock now={props.now} since={first.openedAt} label={t.running} className={sheet.clock} />
        )}
      </div>
      {first.heldAt !== undefined && (
        <div className={sheet.note} role="status">
          <StateChip tone="warn" icon="clock">
            {t.held}
          </StateChip>
          <b>{first.holdReason}</b>
          <p>{t.heldText}</p>
        </div>
      )}
      <Ballots {...props} held={first.heldAt !== undefined} />
      {progress?.voteId === first.voteId && (
        <Progress
          label={words.progress(progress.cast ?? 0, progress.eligible ?? 0)}
          value={progress.cast ?? 0}
          max={progress.eligible ?? 0}
        />
      )}
    </section>
  );
}

function Ballots(props: BatchSheetProps & { held: boolean }) {
  const t = useText(catalogue);
  const { votes, ballots, pending } = props;
  const own = cover(votes, ballots);
  const [changing, setChanging] = useState(false);
  if (!ballots.some(one => one.eligible && votes.some(vote => vote.voteId === one.voteId))) {
    return (
      <div className={sheet.note}>
        <StateChip tone="warn" icon="info">
          {t.notEligible}
        </StateChip>
        <p>{t.notEligibleText}</p>
      </div>
    );
  }
  if (own.missing === 0 && !changing && !pending && !props.problem) {
    return <Recorded {...props} onChange={() => setChanging(true)} />;
  }
  return (
    <Choosing
      {...props}
      onKeep={own.missing === 0 && !pending ? () => setChanging(false) : undefined}
      onSend={choices => {
        setChanging(false);
        props.onSend(choices);
      }}
    />
  );
}

function Recorded({
  votes,
  ballots,
  receipts = {},
  held,
  onChange,
}: BatchSheetProps & { held: boolean; onChange: () => void }) {
  const t = useText(catalogue);
  const own = cover(votes, ballots);
  const [vote] = votes;
  return (
    <div className={sheet.recorded}>
      <div className={classes(sheet.stamp, sheet.FOR)} role="status">
        <Icon name="check" size={32} />
        <span>
          <b className={sheet.stampChoice}>{t.many.recorded(votes.length)}</b>
          <span className={classes("num", sheet.stampTime)}>
            {t.recorded} {exactTime(own.at)}
          </span>
          {own.lines && (
            <span className={classes("num", sheet.stampTime)}>{t.many.lines(own.lines.first, own.lines.last)}</span>
          )}
        </span>
      </div>
      <List votes={votes}>
        {vote => (
          <span className={classes(styles.own, sheet[own.choices[vote.voteId] ?? ""])}>
            <Icon name={iconOf[own.choices[vote.voteId] ?? "ABSTAIN"]} size={20} />
            {labelOf(vote, own.choices[vote.voteId] ?? "ABSTAIN")}
            <Code receipt={receipts[vote.voteId]} choice={own.choices[vote.voteId]} />
          </span>
        )}
      </List>
      {own.byHand > 0 && <p className={sheet.hint}>{t.many.handled(own.byHand)}</p>}
      {vote?.allowChange && !held && own.byHand < votes.length && <Button onClick={onChange}>{t.many.change}</Button>}
      <p className={sheet.hint}>{vote?.allowChange ? t.mayChange : t.mayNotChange}</p>
    </div>
  );
}

/** The receipt of one of many; said aloud when the journal holds another choice. */
function Code({ receipt, choice }: { receipt: Receipt | undefined; choice: Choice | undefined }) {
  const t = useText(catalogue);
  if (!receipt) return null;
  if (receipt.choice !== choice) return <b role="alert">{t.otherLine}</b>;
  return <span className={classes("num", styles.code)}>{t.code(receipt.seq, receipt.code)}</span>;
}

function Choosing(props: BatchSheetProps & { held: boolean; onKeep: (() => void) | undefined }) {
  const { votes, ballots, pending, problem, online, held, onKeep, onSend } = props;
  const t = useText(catalogue);
  const own = cover(votes, ballots);
  const [picked, setPicked] = useState<Choices>(pending ?? own.choices);
  const [asking, setAsking] = useState(false);
  const shown = pending ?? picked;
  const free = votes.filter(vote => !own.fixed.has(vote.voteId));
  const left = free.filter(vote => shown[vote.voteId] === undefined).length;
  const offered = votes[0] ? choicesOf(votes[0]) : [];
  if (asking && !pending) {
    return (
      <Confirm
        votes={free}
        choices={shown}
        onBack={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onSend(decided(free, shown));
        }}
      />
    );
  }
  return (
    <form
      className={sheet.form}
      onSubmit={event => {
        event.preventDefault();
        if (left === 0 && !pending && !held) setAsking(true);
      }}
    >
      <p className={styles.lead}>{t.many.hint}</p>
      <div className={styles.all}>
        {offered.map(({ choice, label }) => (
          <Button
            key={choice}
            size="large"
            icon={iconOf[choice]}
            disabled={pending !== undefined || held}
            onClick={() => setPicked({ ...shown, ...Object.fromEntries(free.map(vote => [vote.voteId, choice])) })}
          >
            {t.many.all(label)}
          </Button>
        ))}
      </div>
      <List votes={votes}>
        {vote => (
          <Row
            vote={vote}
            picked={own.fixed.has(vote.voteId) ? own.choices[vote.voteId] : shown[vote.voteId]}
            disabled={pending !== undefined || own.fixed.has(vote.voteId)}
            onPick={choice => setPicked({ ...shown, [vote.voteId]: choice })}
          />
        )}
      </List>
      {own.byHand > 0 && <p className={sheet.hint}>{t.many.handled(own.byHand)}</p>}
      {problem && <ProblemLine problem={problem} />}
      {!online && <p className={sheet.waiting}>{pending ? t.many.waiting : t.offline}</p>}
      <div className={styles.foot}>
        <Button
          type="submit"
          tone="primary"
          size="large"
          block
          busy={pending !== undefined}
          disabled={left > 0 || held}
        >
          {pending ? t.many.sending : left > 0 ? t.many.open(left) : t.many.send}
        </Button>
        {onKeep && (
          <Button tone="plain" block onClick={onKeep}>
            {t.keep}
          </Button>
        )}
      </div>
    </form>
  );
}

function Row({
  vote,
  picked,
  disabled,
  onPick,
}: {
  vote: VoteView;
  picked: Choice | undefined;
  disabled: boolean;
  onPick: (choice: Choice) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.row} disabled={disabled}>
      <legend className="visually-hidden">{vote.title}</legend>
      {choicesOf(vote).map(({ choice, label }) => (
        <label key={choice} className={classes(styles.choice, sheet[choice])} title={label}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={choice}
            checked={picked === choice}
            onChange={() => onPick(choice)}
          />
          <Icon name={iconOf[choice]} size={22} />
          <span className={styles.word}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Confirm({
  votes,
  choices,
  onBack,
  onConfirm,
}: {
  votes: readonly VoteView[];
  choices: Choices;
  onBack: () => void;
  onConfirm: () => void;
}) {
  const t = useText(catalogue);
  const [first] = votes;
  const usual = first ? counted(votes, choices)[0]?.choice : undefined;
  const others = votes.filter(vote => choices[vote.voteId] !== usual);
  return (
    <section className={sheet.form} aria-label={t.many.confirmTitle}>
      <h3 className={styles.ask}>{t.many.confirmTitle}</h3>
      <ul className={styles.counts}>
        {first &&
          counted(votes, choices).map(({ choice, n }) => (
            <li key={choice} className={classes("num", styles.count, sheet[choice])}>
              <Icon name={iconOf[choice]} size={28} />
              {t.many.counted(n, labelOf(first, choice))}
            </li>
          ))}
      </ul>
      {others.length > 0 && (
        <List votes={others}>
          {vote => (
            <span className={classes(styles.own, sheet[choices[vote.voteId] ?? ""])}>
              <Icon name={iconOf[choices[vote.voteId] ?? "ABSTAIN"]} size={20} />
              {labelOf(vote, choices[vote.voteId] ?? "ABSTAIN")}
            </span>
          )}
        </List>
      )}
      <Button tone="primary" size="large" block onClick={onConfirm}>
        {t.many.confirm}
      </Button>
      <Button block onClick={onBack}>
        {t.many.back}
      </Button>
    </section>
  );
}

function List({ votes, children }: { votes: readonly VoteView[]; children: (vote: VoteView) => ReactNode }) {
  const t = useText(catalogue);
  return (
    <ol className={styles.list} aria-label={t.many.list}>
      {votes.map(vote => (
        <li key={vote.voteId} className={styles.item}>
          <span className={styles.what} lang="vi">
            {vote.title}
          </span>
          {children(vote)}
        </li>
      ))}
    </ol>
  );
}
