import type { VoteView } from "../../../core/schemas.ts";
import { useMe, usePart } from "../../../hall/index.ts";

/** The open vote in which one may vote. */
export function useOpenVote(): VoteView | undefined {
  const open = usePart("voting")?.votes.find(vote => vote.state === "OPEN");
  const eligible = useMe()?.ballots.some(ballot => ballot.voteId === open?.voteId && ballot.eligible) ?? false;
  return eligible ? open : undefined;
}
