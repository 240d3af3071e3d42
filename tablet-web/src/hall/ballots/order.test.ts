import { expect, it } from "vitest";
import { newestRunningFirst } from "./order.ts";

it("puts the newest running ballot first, and what is over below", () => {
  const polls = [
    { pollId: "a", state: "DECLARED" },
    { pollId: "b", state: "COUNTING" },
    { pollId: "c", state: "VOIDED" },
    { pollId: "d", state: "CASTING" },
  ] as const;
  expect(newestRunningFirst(polls).map(poll => poll.pollId)).toEqual(["d", "b", "c", "a"]);
});
