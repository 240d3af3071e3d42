import { Suspense, useEffect, useState } from "react";
import type { Commands } from "../core/commands.ts";
import { newId } from "../core/ids.ts";
import { asProblem } from "../core/problem.ts";
import type { Choice, Problem, VoteView } from "../core/schemas.ts";
import { BatchSheet, VoteSheet } from "../features/vote/index.ts";
import { Loading } from "../ui/index.ts";
import { useLive, useLiveState, useMe, usePart, usePending, useSessionClock } from "./live.tsx";
import { useSigning } from "./useSigning.ts";
import { useReceipts } from "./voting/useReceipts.ts";

type Chosen = { voteId: string; choice: Choice };

interface OpenVoteProps {
  /** The open vote; of a batch its first. */
  vote: VoteView;
  /** The whole screen is its. */
  large?: boolean;
  /** Clock and progress stand beside it already. */
  quiet?: boolean;
}

/** The own ballot in what is open, with the live session's facts; on its way it survives closing and opening of the sheet. */
export function OpenVote(props: OpenVoteProps) {
  return (
    <Suspense fallback={<Loading />}>
      {props.vote.batchId === undefined ? <Single {...props} /> : <Many {...props} batchId={props.vote.batchId} />}
    </Suspense>
  );
}

function Single({ vote, large = false, quiet = false }: OpenVoteProps) {
  const online = useLiveState().kind === "live";
  const me = useMe();
  const progress = usePart("progress");
  const now = useSessionClock();
  const ballot = me?.ballots.find(one => one.voteId === vote.voteId);
  const receipt = useReceipts(ballot ? [ballot] : [])[vote.voteId];
  const { problem, signing, send } = useSending(ballot?.at ?? 0, false);
  const waiting = usePending().find(
    command => command.name === "voting.cast" && (command.data as { voteId: string }).voteId === vote.voteId,
  );
  const choice = waiting ? (waiting.data as { choice: Choice }).choice : signing[0]?.choice;
  const { openedAt: _, ...timeless } = vote;
  return (
    <VoteSheet
      key={vote.voteId}
      vote={quiet ? timeless : vote}
      ballot={ballot}
      progress={quiet ? undefined : progress}
      now={now}
      online={online}
      pending={choice && { choice }}
      problem={problem}
      receipt={receipt}
      large={large}
      onSend={picked => void send([{ voteId: vote.voteId, choice: picked }])}
    />
  );
}

function Many({ vote, batchId, large = false, quiet = false }: OpenVoteProps & { batchId: string }) {
  const online = useLiveState().kind === "live";
  const me = useMe();
  const progress = usePart("progress");
  const now = useSessionClock();
  const voting = usePart("voting");
  const votes = voting?.votes.filter(one => one.batchId === batchId && one.state === "OPEN") ?? [vote];
  const ballots = me?.ballots ?? [];
  const receipts = useReceipts(ballots.filter(one => votes.some(({ voteId }) => voteId === one.voteId)));
  const newest = Math.max(0, ...ballots.map(one => one.at ?? 0));
  const { problem, signing, send } = useSending(newest, true);
  const waiting = usePending().find(
    command =>
      command.name === "voting.cast-many" &&
      (command.data as Commands["voting.cast-many"]).ballots.some(one => votes.some(v => v.voteId === one.voteId)),
  );
  const sent = waiting ? (waiting.data as Commands["voting.cast-many"]).ballots : signing;
  const pending = sent.length > 0 ? Object.fromEntries(sent.map(one => [one.voteId, one.choice] as const)) : undefined;
  return (
    <BatchSheet
      key={batchId}
      votes={votes}
      ballots={ballots}
      progress={quiet ? undefined : progress}
      now={now}
      online={online}
      pending={pending}
      problem={problem}
      receipts={receipts}
      large={large}
      onSend={choices => void send(Object.entries(choices).map(([voteId, choice]) => ({ voteId, choice })))}
    />
  );
}

/** Signs and sends ballots, all or none; a newer answer of the server outdates what went wrong before. */
function useSending(
  recordedAt: number,
  batch: boolean,
): {
  problem: Problem | undefined;
  /** On their way to the outbox. */
  signing: readonly Chosen[];
  send: (ballots: readonly Chosen[]) => Promise<void>;
} {
  const live = useLive();
  const { sign, forget } = useSigning();
  const [problem, setProblem] = useState<Problem>();
  const [signing, setSigning] = useState<readonly Chosen[]>([]);
  useEffect(() => {
    if (recordedAt > 0) setProblem(undefined);
  }, [recordedAt]);
  const send = async (ballots: readonly Chosen[]) => {
    setProblem(undefined);
    setSigning(ballots);
    try {
      const signed = await sign(ballots).finally(() => setSigning([]));
      const [only] = signed;
      if (batch) await live.send("voting.cast-many", { ballots: signed }, newId());
      else if (only) await live.send("voting.cast", only, newId());
    } catch (error) {
      const why = asProblem(error);
      setProblem(why);
      if (why.code === "keys:key-not-paired") await forget().catch(() => undefined);
    }
  };
  return { problem, signing, send };
}
