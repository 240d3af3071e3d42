import { useState } from "react";
import { asProblem } from "../../core/problem.ts";
import type { Choice, Problem, VoteView } from "../../core/schemas.ts";
import { VoteSheet } from "../../features/vote/index.ts";
import {
  CommandNote,
  useCommand,
  useLive,
  useLiveState,
  useMe,
  usePending,
  useSessionClock,
} from "../../hall/index.ts";
import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Icon } from "../../ui/index.ts";
import styles from "./desk.module.css";
import { callOf, type Desk, sittingAtHand } from "./nextStep.ts";

/** The chair is a delegate too: checks in here. Nothing once present, or for a chair who is no member. */
export function OwnCheckIn({ desk }: { desk: Desk }) {
  const t = useText(chair).checkIn;
  const words = useText(common);
  const me = useMe();
  const command = useCommand("attendance.check-in");
  const sitting = sittingAtHand(desk);
  const call = callOf(desk, sitting);
  const presence = me?.sittings.find(one => one.sittingId === sitting?.sittingId)?.presence ?? "NONE";
  if (!me?.delegate || !sitting || !call || call.rollCall === "CLOSED" || presence === "PRESENT") return null;
  return (
    <section className={styles.own} aria-label={t.title}>
      {presence === "CHECKED_IN" ? (
        <p className={styles.recorded} role="status">
          <Icon name="check" /> {t.recorded}
        </p>
      ) : (
        <>
          <h2 className={styles.cardTitle}>{t.title}</h2>
          <Button
            tone="yes"
            size="large"
            block
            icon="check"
            busy={command.busy}
            disabled={!command.online}
            onClick={() => void command.send({ sittingId: sitting.sittingId })}
          >
            {command.busy ? words.command.sending : t.button}
          </Button>
          <CommandNote command={command} quiet />
        </>
      )}
    </section>
  );
}

/** The chair's own ballot in the open vote; a ballot on its way survives a cut of the network. */
export function OwnBallot({ vote, allowChange }: { vote: VoteView; allowChange: boolean }) {
  const t = useText(chair).vote;
  const live = useLive();
  const online = useLiveState().kind === "live";
  const me = useMe();
  const now = useSessionClock();
  const [problem, setProblem] = useState<Problem>();
  const waiting = usePending().find(
    one => one.name === "voting.cast" && (one.data as { voteId: string }).voteId === vote.voteId,
  );
  const sent = waiting && (waiting.data as { choice: Choice }).choice;
  if (!me?.delegate) return null;
  // Clock and progress stand beside it on the chair's own card.
  const { openedAt: _, ...quiet } = vote;
  const cast = async (choice: Choice) => {
    setProblem(undefined);
    try {
      await live.send("voting.cast", { voteId: vote.voteId, choice });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <section className={styles.own} aria-label={t.own}>
      <VoteSheet
        key={vote.voteId}
        vote={quiet}
        ballot={me.ballots.find(one => one.voteId === vote.voteId)}
        allowChange={allowChange}
        progress={undefined}
        now={now}
        online={online}
        pending={sent && { choice: sent }}
        problem={problem}
        onSend={choice => void cast(choice)}
      />
    </section>
  );
}
