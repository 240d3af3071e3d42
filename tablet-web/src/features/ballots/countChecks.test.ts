import { describe, expect, it } from "vitest";
import type { PollView } from "../../core/schemas.ts";
import { emptyCount, findChecks, placeKey, placesOf, toNumbers } from "./countChecks.ts";

const lines = [
  { lineId: "a", name: "Ông A" },
  { lineId: "b", name: "Bà B" },
];
const election: PollView = {
  pollId: "p",
  itemId: "i",
  title: "Bầu",
  state: "COUNTING",
  form: "SECRET_PAPER",
  matter: "election",
  sheet: "ELECTION",
  options: [{ code: "FOR", label: "Đồng ý" }],
  seats: 1,
  blankValid: false,
  lines,
  issued: 58,
};
const rating: PollView = {
  ...election,
  sheet: "RATING",
  options: [
    { code: "HIGH", label: "Cao" },
    { code: "MEDIUM", label: "Vừa" },
    { code: "LOW", label: "Thấp" },
  ],
};

/** Numbers in the order in which they are keyed. */
function typed(poll: PollView, ...numbers: number[]) {
  return Object.fromEntries(placesOf(poll).map((place, at) => [place, String(numbers[at] ?? "")]));
}

describe("a count while it is typed", () => {
  it("is quiet while it is empty, and is not sent", () => {
    expect(findChecks(election, emptyCount(election))).toEqual([]);
    expect(toNumbers(election, emptyCount(election))).toBeUndefined();
  });

  it("is right when sheets and votes add up", () => {
    const values = typed(election, 58, 56, 2, 45, 11);
    expect(findChecks(election, values)).toEqual([]);
    expect(toNumbers(election, values)).toMatchObject({
      collected: 58,
      lines: [{ marks: { FOR: 45 } }, { invalid: 0 }],
    });
  });

  it("tells more sheets than were handed out, and sums that are wrong", () => {
    expect(findChecks(election, typed(election, 59, 56, 2, 45, 11))).toEqual([
      { kind: "collected", issued: 58 },
      { kind: "sheets" },
    ]);
  });

  it("tells votes beyond the valid sheets and beyond the seats, and too few", () => {
    expect(findChecks(election, typed(election, 58, 56, 2, 57, 0))[0]).toMatchObject({ kind: "over", lineId: "a" });
    expect(findChecks(election, typed(election, 58, 56, 2, 45, 12))).toEqual([{ kind: "marks", sum: 57, most: 56 }]);
    expect(findChecks(election, typed(election, 58, 56, 2, 45, 10))).toEqual([{ kind: "few", sum: 55, valid: 56 }]);
    const blank = { ...election, blankValid: true };
    expect(findChecks(blank, typed(blank, 58, 56, 2, 45, 10))).toEqual([]);
  });

  it("adds up each line of a rating with the marks that are invalid there", () => {
    const values = typed(rating, 58, 58, 0, 10, 18, 30, 0, 40, 12, 5, 0);
    expect(findChecks(rating, values)).toEqual([{ kind: "line", lineId: "b", sum: 57, valid: 58 }]);
    expect(findChecks(rating, { ...values, [placeKey("INVALID", "b")]: "1" })).toEqual([]);
  });
});
