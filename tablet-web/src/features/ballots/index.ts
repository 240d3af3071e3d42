export { type Check, type CountValues, emptyCount, findChecks, placeKey, toNumbers } from "./countChecks.ts";
export { PollBoard, PollFacts } from "./PollBoard.tsx";
export { wallPages } from "./pages.ts";
