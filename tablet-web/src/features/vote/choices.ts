import type { Choice, VoteView } from "../../core/schemas.ts";
import type { IconName } from "../../ui/index.ts";

/** A choice is known by its sign and its word, never by its colour alone. */
export const iconOf: Record<Choice, IconName> = { FOR: "check", AGAINST: "cross", ABSTAIN: "dash" };

/** What the ballot offers, in the words of the vote's matter. */
export function choicesOf(vote: Pick<VoteView, "options">): readonly { choice: Choice; label: string }[] {
  return vote.options.flatMap(({ code, label }) => (isChoice(code) ? [{ choice: code, label }] : []));
}

export function labelOf(vote: Pick<VoteView, "options">, choice: Choice): string {
  return vote.options.find(option => option.code === choice)?.label ?? choice;
}

function isChoice(code: string): code is Choice {
  return code in iconOf;
}
