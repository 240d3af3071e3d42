import type { VoteView } from "../../core/schemas.ts";

/** The batch to speak of now: open, or closed and not declared; its votes in their order, those voided among them too. */
export function batchOfNow(votes: readonly VoteView[]): readonly VoteView[] {
  const id = votes.find(
    vote => vote.batchId !== undefined && (vote.state === "OPEN" || vote.state === "CLOSED"),
  )?.batchId;
  return id === undefined ? [] : votes.filter(vote => vote.batchId === id);
}

/** Prepared votes that can be opened together: those of items that delegates see. */
export function preparedVotes(votes: readonly VoteView[], hidden: ReadonlySet<string>): readonly VoteView[] {
  return votes.filter(vote => vote.state === "PREPARED" && !hidden.has(vote.itemId));
}
