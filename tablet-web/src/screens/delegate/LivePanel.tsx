import { lazy, Suspense } from "react";
import { clockTime, exactTime, localDate } from "../../core/format.ts";
import type { MeView, SessionView, SittingView, VoteView } from "../../core/schemas.ts";
import { QueueList, SpeakerCard } from "../../features/floor/index.ts";
import { labelOf } from "../../features/vote/index.ts";
import { OpenVote, useMe, usePart, useSessionClock } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Icon, Progress, ResultBoard, StateChip } from "../../ui/index.ts";
import { CheckInCard } from "./CheckInCard.tsx";
import styles from "./delegate.module.css";
import { FloorActions } from "./FloorActions.tsx";
import type { FullBallot } from "./FullBallot.tsx";

const OutcomeMore = lazy(() => import("../../hall/voting/OutcomeMore.tsx"));
const DelegatePolls = lazy(() => import("../../hall/ballots/DelegatePolls.tsx"));

/** The vote to speak of now: an open one, else the newest of the current item that is closed, declared or voided. */
export function voteOfNow(votes: readonly VoteView[], itemId: string | undefined): VoteView | undefined {
  const open = votes.find(vote => vote.state === "OPEN");
  if (open) return open;
  return votes
    .filter(vote => vote.itemId === itemId && vote.closedAt !== undefined)
    .toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))[0];
}

/** The result to speak of now; after the session all that were declared, newest first. */
function outcomes(session: SessionView, votes: readonly VoteView[], vote: VoteView | undefined): readonly VoteView[] {
  if (session.state === "ENDED") {
    return votes.filter(one => one.state === "DECLARED").toSorted((a, b) => (b.declaredAt ?? 0) - (a.declaredAt ?? 0));
  }
  return vote && vote.state !== "OPEN" ? [vote] : [];
}

/** Secretaries often write the date into the title: then it is not said twice. */
function startOf({ title, startsAt, date }: SittingView): string {
  const day = localDate(date);
  return title.includes(day) ? clockTime(startsAt) : `${clockTime(startsAt)}, ${day}`;
}

/** What happens in the hall now and what one can do about it. */
export function LivePanel({ session, full }: { session: SessionView; full: FullBallot }) {
  const t = useText(delegate);
  const floor = usePart("floor");
  const voting = usePart("voting");
  const nowPart = usePart("now");
  const polls = (usePart("ballots")?.polls.length ?? 0) > 0;
  const me = useMe();
  const now = useSessionClock();
  const vote = voteOfNow(voting?.votes ?? [], nowPart?.itemId);
  const sitting = session.sittings.find(one => one.sittingId === session.openSittingId);
  const next = session.sittings.find(one => one.state === "PLANNED");
  return (
    <div className={styles.live}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.liveBody} aria-label={t.panel.now} tabIndex={0}>
        {vote?.state === "OPEN" &&
          (me?.delegate || mayVote(me, vote) ? <OwnVote vote={vote} full={full} /> : <WatchedVote vote={vote} />)}
        <CheckInCard session={session} />
        {polls && (
          <Suspense>
            <DelegatePolls ended={session.state === "ENDED"} />
          </Suspense>
        )}
        {!sitting && (
          <div className={styles.notice}>
            <Icon name="clock" />
            <div>
              <b>{session.state === "ENDED" ? t.panel.ended : t.panel.noSitting}</b>
              {next && session.state !== "ENDED" && (
                <p className="num">{t.panel.nextSitting(next.title, startOf(next))}</p>
              )}
            </div>
          </div>
        )}
        {outcomes(session, voting?.votes ?? [], vote).map(one => (
          <VoteOutcome key={one.voteId} vote={one} />
        ))}
        {floor?.speech && <SpeakerCard speech={floor.speech} own={floor.speech.personId === me?.personId} now={now} />}
        {floor && sitting && me?.delegate && vote?.state !== "OPEN" && (
          <QueueList queue={floor.queue} me={me?.personId} />
        )}
      </section>
      <PresenceLine session={session} />
      <FloorActions sittingOpen={sitting !== undefined} quiet={vote?.state === "OPEN"} />
    </div>
  );
}

/** A substitute, where the rules let one vote. */
function mayVote(me: MeView | undefined, vote: VoteView): boolean {
  return me?.ballots.some(one => one.voteId === vote.voteId && one.eligible) ?? false;
}

/** The own ballot beside the papers, unless it has the whole screen. */
function OwnVote({ vote, full }: { vote: VoteView; full: FullBallot }) {
  const t = useText(delegate).vote;
  if (full.shown) return <p className={styles.notice}>{t.isFull}</p>;
  return (
    <>
      <OpenVote vote={vote} />
      <Button block icon="up" onClick={full.open}>
        {t.full}
      </Button>
    </>
  );
}

/** An open vote for who has no ballot: what it is about and how many have voted. */
function WatchedVote({ vote }: { vote: VoteView }) {
  const t = useText(delegate).agenda;
  const words = useText(common).result;
  const { cast = 0, eligible = 0 } = usePart("progress") ?? {};
  return (
    <div className={styles.outcome}>
      <h2 className={styles.outcomeTitle}>{t.voting}</h2>
      <p className={styles.outcomeWhat} lang="vi">
        {vote.title}
      </p>
      <Progress label={words.progress(cast, eligible)} value={cast} max={eligible} />
    </div>
  );
}

function VoteOutcome({ vote }: { vote: VoteView }) {
  const t = useText(delegate).vote;
  const words = useText(common);
  const me = useMe();
  const ballot = me?.ballots.find(one => one.voteId === vote.voteId);
  return (
    <div className={styles.outcome}>
      <h2 className={styles.outcomeTitle}>{vote.state === "CLOSED" ? t.closed : words.result.heading}</h2>
      <p className={styles.outcomeWhat} lang="vi">
        {vote.title}
      </p>
      {vote.state === "CLOSED" && <p>{t.closedText}</p>}
      {vote.state === "VOIDED" && <p>{words.result.voided(vote.voidReason ?? "")}</p>}
      {vote.state === "DECLARED" && <ResultBoard vote={vote} size="compact" />}
      {ballot?.eligible && (
        <p className={styles.ownBallot}>
          <Icon name="user" size={18} />
          {ballot.choice && ballot.at !== null ? (
            <span className="num">
              {t.yourBallot(labelOf(vote, ballot.choice))} · {exactTime(ballot.at)}
            </span>
          ) : (
            t.noBallot
          )}
        </p>
      )}
      {vote.state !== "OPEN" && (
        <Suspense>
          <OutcomeMore vote={vote} ballot={ballot} />
        </Suspense>
      )}
    </div>
  );
}

/** Quorum in one line, and how one stands oneself. */
function PresenceLine({ session }: { session: SessionView }) {
  const words = useText(common);
  const attendance = usePart("attendance");
  const me = useMe();
  const sittingId = session.openSittingId ?? attendance?.sittings.find(one => one.rollCall !== "CLOSED")?.sittingId;
  const sitting = attendance?.sittings.find(one => one.sittingId === sittingId);
  const own = me?.sittings.find(one => one.sittingId === sittingId)?.presence;
  if (!attendance || !sitting) return null;
  return (
    <div className={styles.presence}>
      <span className="num">
        {words.quorum.present(
          sitting.rollCall === "OPEN" ? sitting.present + sitting.checkedIn : sitting.present,
          attendance.total,
        )}
      </span>
      {own && me?.delegate && (
        <StateChip
          tone={own === "PRESENT" || own === "CHECKED_IN" ? "good" : "neutral"}
          icon={own === "PRESENT" ? "check" : "user"}
        >
          {words.presence[own]}
        </StateChip>
      )}
    </div>
  );
}
