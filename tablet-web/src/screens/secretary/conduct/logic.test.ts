import { describe, expect, it } from "vitest";
import { resolution } from "../../../../test/hall-fixture.ts";
import type {
  AttendanceRow,
  ItemView,
  Presence,
  SittingAttendance,
  SittingView,
  VoteView,
} from "../../../core/schemas.ts";
import { sittingOfNow } from "../sitting.ts";
import { lackForVote, lacksForOpening, missingVoters, nextItem, secondsOf } from "./logic.ts";

const item = (itemId: string, more: Partial<ItemView> = {}): ItemView => ({
  itemId,
  number: "1",
  title: itemId,
  kind: "REPORT",
  hidden: false,
  papers: [],
  ...more,
});
const items = [item("a"), item("b", { hidden: true }), item("b1", { parentId: "b" }), item("c"), item("d")];

describe("the next item", () => {
  it("is the first after the current one that is seen and not done", () => {
    expect(nextItem(items, { itemId: "a", done: [] })?.itemId).toBe("c");
    expect(nextItem(items, { itemId: "a", done: ["c"] })?.itemId).toBe("d");
  });

  it("goes back to what was left out before it ends", () => {
    expect(nextItem(items, { itemId: "d", done: ["a"] })?.itemId).toBe("c");
    expect(nextItem(items, { itemId: "d", done: ["a", "c"] })).toBeUndefined();
    expect(nextItem(items, undefined)?.itemId).toBe("a");
  });
});

const call: SittingAttendance = {
  sittingId: "s",
  rollCall: "APPROVED",
  present: 57,
  checkedIn: 0,
  quorumNeeded: 40,
  quorumMet: true,
  answers: { attend: 57, absent: 0, none: 3 },
};
const sitting: SittingView = { sittingId: "s", title: "Phiên sáng", date: "2026-12-08", startsAt: 0, state: "OPEN" };
const vote: VoteView = { ...resolution, voteId: "v", itemId: "a", title: "NQ", state: "PREPARED" };

describe("what is missing", () => {
  it("for opening a sitting, in the order in which it is done", () => {
    expect(lacksForOpening({ ...call, rollCall: "CLOSED", quorumMet: false }, undefined)).toEqual([
      "roll-call",
      "quorum",
    ]);
    expect(lacksForOpening({ ...call, rollCall: "OPEN", quorumMet: false }, "other")).toEqual([
      "other-open",
      "approval",
      "quorum",
    ]);
    expect(lacksForOpening(call, undefined)).toEqual([]);
  });

  it("for opening a vote, the most basic first", () => {
    const all = { sitting, call, now: { itemId: "a", done: [] }, voting: { votes: [vote] } };
    expect(lackForVote(vote, all)).toBeUndefined();
    expect(lackForVote(vote, { ...all, call: { ...call, quorumMet: false } })).toBe("quorum");
    expect(lackForVote(vote, { ...all, now: { done: [] } })).toBe("item");
    expect(lackForVote(vote, { ...all, voting: { votes: [vote, { ...vote, voteId: "w", state: "OPEN" }] } })).toBe(
      "other",
    );
    expect(lackForVote(vote, { ...all, sitting: { ...sitting, state: "PLANNED" } })).toBe("sitting");
  });
});

describe("who has not voted", () => {
  const row = (personId: string, presence: Presence, at: number): AttendanceRow => ({
    personId,
    name: personId,
    title: "",
    group: "Tổ 1",
    seat: "",
    sittings: [{ sittingId: "s", presence, at }],
  });

  it("is who was present when the vote was opened and is not among the voters", () => {
    const rows = [
      row("voted", "PRESENT", 10),
      row("waiting", "PRESENT", 10),
      row("late", "PRESENT", 200),
      row("gone", "LEFT", 200),
      row("went before", "LEFT", 50),
      row("absent", "ABSENT", 10),
      row("never", "NONE", 0),
    ];
    const open: VoteView = { ...vote, state: "OPEN", openedAt: 100, voters: ["voted"] };
    expect(missingVoters(rows, "s", open).map(one => one.personId)).toEqual(["waiting", "gone"]);
  });
});

describe("the sitting of now", () => {
  const planned = (sittingId: string, startsAt: number): SittingView => ({
    ...sitting,
    sittingId,
    startsAt,
    state: "PLANNED",
  });
  const plan = [planned("late", 9), planned("soon", 5)];

  it("is the open one, else the one in roll call, else the next, else the last", () => {
    expect(sittingOfNow({ sittings: [...plan, sitting], openSittingId: "s" }, undefined)?.sittingId).toBe("s");
    const calling = { total: 60, sittings: [{ ...call, sittingId: "late", rollCall: "OPEN" as const }] };
    expect(sittingOfNow({ sittings: plan }, calling)?.sittingId).toBe("late");
    expect(sittingOfNow({ sittings: plan }, undefined)?.sittingId).toBe("soon");
    expect(sittingOfNow({ sittings: plan }, calling, "soon")?.sittingId).toBe("soon");
    expect(sittingOfNow({ sittings: [{ ...sitting, state: "ENDED" }] }, undefined)?.sittingId).toBe("s");
  });
});

describe("minutes as typed", () => {
  it.each([
    ["5", 300],
    ["2,5", 150],
    ["0.5", 30],
    ["60", 3600],
    ["61", undefined],
    ["0", undefined],
    ["ba", undefined],
    ["", undefined],
  ])("%s is %s seconds", (typed, seconds) => {
    expect(secondsOf(typed)).toBe(seconds);
  });
});
