/** One chunk: what a delegate votes with. */
export { BatchSheet } from "./BatchSheet.tsx";
export { VoteSheet } from "./VoteSheet.tsx";
