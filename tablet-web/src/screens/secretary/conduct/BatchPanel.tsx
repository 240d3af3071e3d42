import { useState } from "react";
import type { VoteView } from "../../../core/schemas.ts";
import { useActions, usePart } from "../../../hall/index.ts";
import { BatchBoard } from "../../../hall/voting/BatchBoard.tsx";
import { BatchDialog } from "../../../hall/voting/BatchDialog.tsx";
import { batchOfNow, preparedVotes } from "../../../hall/voting/batch.ts";
import { EntryDesk } from "../../../hall/voting/EntryDesk.tsx";
import { ballotDesk } from "../../../i18n/ballot-desk.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, classes, Icon, StateChip } from "../../../ui/index.ts";
import { hiddenIds, lackForBatch, missingVoters } from "./logic.ts";
import { RunningVote } from "./RunningVote.tsx";
import type { ConductView } from "./useConduct.ts";
import type { VoteAsk } from "./VoteDialog.tsx";
import styles from "./VotePanel.module.css";

/** Several votes at once: the way to open them, and while they run all that a single vote has. */
export function BatchPanel({ view, onAsk }: { view: ConductView; onAsk: (ask: VoteAsk) => void }) {
  const votes = batchOfNow(view.voting?.votes ?? []);
  if (votes.length > 0) {
    return (
      <div className={styles.together}>
        <Running votes={votes} view={view} onAsk={onAsk} />
      </div>
    );
  }
  return <Opener view={view} />;
}

function Opener({ view }: { view: ConductView }) {
  const t = useText(ballotDesk).batch;
  const why = useText(secretary).vote.why;
  const [asked, setAsked] = useState(false);
  const votes = preparedVotes(view.voting?.votes ?? [], hiddenIds(view.items));
  if (votes.length < 2 || view.openVote || !view.running) return null;
  const lack = lackForBatch(view);
  const words =
    lack === "quorum" ? why.quorum(view.call?.present ?? 0, view.call?.quorumNeeded ?? 0) : lack && why[lack];
  return (
    <div className={styles.together}>
      <Button icon="vote" onClick={() => setAsked(true)}>
        {t.button(votes.length)}
      </Button>
      {asked && <BatchDialog votes={votes} override={false} lack={words} onClose={() => setAsked(false)} />}
    </div>
  );
}

function Running({
  votes,
  view,
  onAsk,
}: {
  votes: readonly VoteView[];
  view: ConductView;
  onAsk: (ask: VoteAsk) => void;
}) {
  const t = useText(ballotDesk).batch;
  const words = useText(secretary).vote;
  const { online } = useActions();
  const running = votes.filter(vote => vote.state === "OPEN");
  const [open] = running;
  const closed = votes.filter(vote => vote.state === "CLOSED");
  const [first] = closed;
  return (
    <article className={classes(styles.vote, open && styles.open)} aria-label={t.name(votes.length)}>
      <div className={styles.head}>
        <p className={styles.title}>{t.name(votes.length)}</p>
        <StateChip tone={open ? (open.heldAt === undefined ? "live" : "warn") : "warn"}>
          {open ? (open.heldAt === undefined ? words.state.OPEN : words.onHold) : words.state.CLOSED}
        </StateChip>
      </div>
      {open && <Open votes={running} vote={open} view={view} onAsk={onAsk} />}
      {!open && first && (
        <div className={styles.actions}>
          <Button
            tone="primary"
            icon="gavel"
            disabled={!online}
            onClick={() => onAsk({ kind: "declare", voteId: first.voteId })}
          >
            {t.declare(closed.length)}
          </Button>
          <span className={styles.quiet}>{words.voidHint}</span>
        </div>
      )}
      <BatchBoard votes={votes} />
    </article>
  );
}

function Open({
  votes,
  vote,
  view,
  onAsk,
}: {
  votes: readonly VoteView[];
  vote: VoteView;
  view: ConductView;
  onAsk: (ask: VoteAsk) => void;
}) {
  const t = useText(ballotDesk).batch;
  const words = useText(secretary).vote;
  const progress = usePart("progress");
  const eligible = progress?.eligible ?? vote.eligible ?? 0;
  const cast = progress?.cast ?? 0;
  return (
    <>
      <RunningVote
        vote={vote}
        cast={cast}
        eligible={eligible}
        label={t.cast}
        close={t.close(votes.length)}
        onAsk={onAsk}
      />
      {cast >= eligible && (
        <p className={styles.allIn}>
          <Icon name="check" size={20} /> {words.allIn}
        </p>
      )}
      <EntryDesk
        votes={votes}
        missing={missingVoters(
          view.rows,
          view.sitting?.sittingId ?? "",
          vote,
          view.session.rules.ballots.substitutesVote,
        )}
        mayEnter
      />
    </>
  );
}
