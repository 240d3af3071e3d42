import { lazy } from "react";

export { choicesOf, iconOf, labelOf } from "./choices.ts";

const code = () => import("./sheets.ts");

/** One vote. Its code comes with the first ballot, or before by `fetchBallots`. */
export const VoteSheet = lazy(() => code().then(module => ({ default: module.VoteSheet })));

/** Several votes at once. */
export const BatchSheet = lazy(() => code().then(module => ({ default: module.BatchSheet })));

/** Brings the ballots while nobody waits for them. */
export async function fetchBallots(): Promise<void> {
  await code();
}
