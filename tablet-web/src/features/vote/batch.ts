import type { Choice, OwnBallot, VoteView } from "../../core/schemas.ts";

/** A choice by vote. */
export type Choices = Readonly<Record<string, Choice>>;

/** How far the own ballots cover the votes of a batch. */
export interface Cover {
  choices: Choices;
  /** Votes whose ballot can't be changed any more. */
  fixed: ReadonlySet<string>;
  missing: number;
  byHand: number;
  /** When the newest was recorded. */
  at: number;
  lines: { first: number; last: number } | undefined;
}

export function cover(votes: readonly VoteView[], ballots: readonly OwnBallot[]): Cover {
  const own = votes.flatMap(vote => {
    const ballot = ballots.find(one => one.voteId === vote.voteId);
    return ballot?.choice ? [{ vote, ballot, choice: ballot.choice }] : [];
  });
  const lines = own.flatMap(one => one.ballot.seq ?? []);
  return {
    choices: Object.fromEntries(own.map(one => [one.vote.voteId, one.choice])),
    fixed: new Set(
      own.filter(one => one.ballot.byHand !== undefined || !one.vote.allowChange).map(one => one.vote.voteId),
    ),
    missing: votes.length - own.length,
    byHand: own.filter(one => one.ballot.byHand !== undefined).length,
    at: Math.max(0, ...own.map(one => one.ballot.at ?? 0)),
    lines: lines.length > 0 ? { first: Math.min(...lines), last: Math.max(...lines) } : undefined,
  };
}

/** The choices on these votes only. */
export function decided(votes: readonly VoteView[], choices: Choices): Choices {
  return Object.fromEntries(
    votes.flatMap(vote => {
      const choice = choices[vote.voteId];
      return choice ? [[vote.voteId, choice] as const] : [];
    }),
  );
}

/** How many of each choice, the most frequent first. */
export function counted(votes: readonly VoteView[], choices: Choices): readonly { choice: Choice; n: number }[] {
  const all: readonly Choice[] = ["FOR", "AGAINST", "ABSTAIN"];
  return all
    .map(choice => ({ choice, n: votes.filter(vote => choices[vote.voteId] === choice).length }))
    .filter(one => one.n > 0)
    .toSorted((a, b) => b.n - a.n);
}
