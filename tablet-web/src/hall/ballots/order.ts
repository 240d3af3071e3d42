import type { PollView } from "../../core/schemas.ts";

/** What runs stands above what is over, the newest of each first. */
export function newestRunningFirst<P extends Pick<PollView, "state">>(polls: readonly P[]): P[] {
  return polls.toReversed().toSorted((a, b) => Number(over(a)) - Number(over(b)));
}

function over({ state }: Pick<PollView, "state">): boolean {
  return state === "DECLARED" || state === "VOIDED" || state === "DRAFT";
}
