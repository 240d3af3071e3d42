import { useEffect, useState } from "react";
import { newId } from "../core/ids.ts";
import { asProblem } from "../core/problem.ts";
import type { Choice, Problem, VoteView } from "../core/schemas.ts";
import { VoteSheet } from "../features/vote/index.ts";
import { useLive, useLiveState, useMe, usePart, usePending, useSessionClock } from "./live.tsx";

/** The open vote with the live session's facts; a ballot on its way survives closing and opening of the sheet. */
export function OpenVote({ vote, allowChange }: { vote: VoteView; allowChange: boolean }) {
  const live = useLive();
  const online = useLiveState().kind === "live";
  const me = useMe();
  const progress = usePart("progress");
  const now = useSessionClock();
  const [problem, setProblem] = useState<Problem>();
  const waiting = usePending().find(
    command => command.name === "voting.cast" && (command.data as { voteId: string }).voteId === vote.voteId,
  );
  const choice = waiting && (waiting.data as { choice: Choice }).choice;
  const ballot = me?.ballots.find(one => one.voteId === vote.voteId);
  useEffect(() => {
    // A newer answer of the server outdates what went wrong before.
    if (ballot?.at) setProblem(undefined);
  }, [ballot?.at]);
  const send = async (picked: Choice) => {
    setProblem(undefined);
    try {
      await live.send("voting.cast", { voteId: vote.voteId, choice: picked }, newId());
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <VoteSheet
      key={vote.voteId}
      vote={vote}
      ballot={ballot}
      allowChange={allowChange}
      progress={progress}
      now={now}
      online={online}
      pending={choice && { choice }}
      problem={problem}
      onSend={picked => void send(picked)}
    />
  );
}
