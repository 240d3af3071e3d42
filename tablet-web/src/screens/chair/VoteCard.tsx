import { clockTime } from "../../core/format.ts";
import type { ProgressView, VoteView } from "../../core/schemas.ts";
import { BatchBoard } from "../../hall/voting/BatchBoard.tsx";
import { batchOfNow } from "../../hall/voting/batch.ts";
import { EntryDesk } from "../../hall/voting/EntryDesk.tsx";
import { NamesButton } from "../../hall/voting/NamesButton.tsx";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { bindWords } from "../../i18n/bindWords.ts";
import { chair } from "../../i18n/chair.ts";
import { useText } from "../../i18n/language.ts";
import { LiveCount, ResultBoard, RunningClock, StateChip } from "../../ui/index.ts";
import styles from "./desk.module.css";
import type { Desk } from "./nextStep.ts";

/** Missing voters are named from this many on downwards. */
const named = 6;

/** An open vote as the chair sees it: how many ballots are in and who is missing, never how anyone voted. */
export function VoteCard({
  vote,
  desk,
  progress,
  now,
}: {
  vote: VoteView;
  desk: Desk;
  progress: ProgressView | undefined;
  now: () => number;
}) {
  const t = useText(chair).vote;
  const { batch } = useText(ballotDesk);
  const eligible = progress?.eligible ?? vote.eligible ?? 0;
  const cast = progress?.cast ?? 0;
  const missing = eligible - cast;
  const together = batchOfNow(desk.voting.votes).filter(one => one.state === "OPEN");
  const votes = together.length > 0 ? together : [vote];
  const voters = new Set(vote.voters);
  const units = vote.units?.filter(unit => !voters.has(unit.personId));
  const present = (desk.attendance.rows ?? []).filter(
    row =>
      !voters.has(row.personId) &&
      row.sittings.some(one => one.sittingId === desk.session.openSittingId && one.presence === "PRESENT"),
  );
  const names = (units ?? present).map(one => one.name);
  return (
    <section className={styles.card} aria-label={t.title}>
      <div className={styles.cardHead}>
        {vote.heldAt === undefined ? (
          <StateChip tone="live">{t.title}</StateChip>
        ) : (
          <StateChip tone="warn" icon="clock">
            {t.onHold}
          </StateChip>
        )}
        {vote.openedAt !== undefined && (
          <span className={styles.quiet}>
            {t.elapsed} <RunningClock now={now} since={vote.openedAt} label={t.elapsed} className={styles.clock} />
          </span>
        )}
      </div>
      <h2 className={styles.voteTitle} lang="vi">
        {votes.length > 1 ? batch.name(votes.length) : bindWords(vote.title)}
      </h2>
      <p className={`num ${styles.cast}`} aria-live="polite">
        <b>{cast}</b>
        <span aria-hidden="true">/{eligible}</span>
        <span className="visually-hidden">{t.cast(cast, eligible)}</span>
      </p>
      <progress className={styles.bar} value={cast} max={Math.max(eligible, 1)} aria-label={t.cast(cast, eligible)} />
      {vote.heldAt !== undefined && (
        <p className={styles.missing} role="status">
          {t.held(clockTime(vote.heldAt), vote.holdReason ?? "")}
        </p>
      )}
      <p className={styles.missing}>{missing <= 0 ? t.everyone : t.missing(missing)}</p>
      {missing > 0 && missing <= named && names.length <= named && <p className={styles.quiet}>{names.join(", ")}</p>}
      {vote.live ? <LiveCount vote={vote} /> : <p className={styles.quiet}>{t.secret}</p>}
      <EntryDesk votes={votes} missing={[]} mayEnter={false} />
      {votes.length > 1 && <BatchBoard votes={votes} />}
    </section>
  );
}

/** The results of a batch before they are declared, for chair and secretary only. */
export function BatchCard({ votes }: { votes: readonly VoteView[] }) {
  const t = useText(chair).vote;
  const { batch } = useText(ballotDesk);
  return (
    <section className={styles.card} aria-label={t.result}>
      <div className={styles.cardHead}>
        <StateChip tone="warn" icon="hidden">
          {t.result}
        </StateChip>
      </div>
      <h2 className={styles.voteTitle}>{batch.name(votes.length)}</h2>
      <BatchBoard votes={votes} />
      <p className={styles.quiet}>{t.resultHint}</p>
    </section>
  );
}

/** A result before it is declared, for chair and secretary only, or the last one declared for this item. */
export function ResultCard({ vote }: { vote: VoteView }) {
  const t = useText(chair).vote;
  const declared = vote.state === "DECLARED" && vote.declaredAt !== undefined;
  const told = declared ? t.declared(clockTime(vote.declaredAt ?? 0)) : t.result;
  return (
    <section className={styles.card} aria-label={told}>
      <div className={styles.cardHead}>
        {declared ? (
          <StateChip tone="good" icon="check">
            {told}
          </StateChip>
        ) : (
          <StateChip tone="warn" icon="hidden">
            {told}
          </StateChip>
        )}
      </div>
      <h2 className={styles.voteTitle} lang="vi">
        {bindWords(vote.title)}
      </h2>
      <ResultBoard vote={vote} />
      <NamesButton vote={vote} />
      {!declared && <p className={styles.quiet}>{t.resultHint}</p>}
    </section>
  );
}
