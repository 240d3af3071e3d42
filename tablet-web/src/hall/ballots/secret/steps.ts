import type { BoxPhase, PollView } from "../../../core/schemas.ts";

export type Step = Exclude<BoxPhase, "PREPARING" | "ISSUE">;

/** The way of a poll that nobody gives up. */
export const way: readonly BoxPhase[] = ["ISSUE", "CAST", "CLOSING", "TALLIED", "CHECK", "FINAL"];

/** What the tellers are to approve now; undefined when nothing is. A void poll's box still waits for its end. */
export function nextStep(poll: PollView): Step | undefined {
  const { electronic, state } = poll;
  if (!electronic?.definition || electronic.boxOver || electronic.phase === "PREPARING") return undefined;
  if (state === "VOIDED") return "VOID";
  return way[way.indexOf(electronic.phase) + 1] as Step | undefined;
}

/** Whose approvals of a step wait for another. */
export function approversOf(poll: PollView, to: Step): readonly { personId: string; name: string }[] {
  return poll.electronic?.approvals?.filter(one => one.to === to) ?? [];
}
