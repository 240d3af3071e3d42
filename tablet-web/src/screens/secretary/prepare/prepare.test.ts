import { describe, expect, it } from "vitest";
import { resolution } from "../../../../test/hall-fixture.ts";
import type { AttendanceRow, ItemView, PaperView, VoteView } from "../../../core/schemas.ts";
import { readinessOf } from "./readiness.ts";
import { byGroup, fits, mentions, replyFilters } from "./replies.ts";

const paper = { paperId: "p" } as PaperView;
const item = (itemId: string, more: Partial<ItemView> = {}): ItemView => ({
  itemId,
  number: "1",
  title: itemId,
  kind: "REPORT",
  hidden: false,
  papers: [],
  ...more,
});

describe("what is missing before publication", () => {
  const sittings = [
    { sittingId: "s", title: "Phiên sáng", date: "2026-12-08", startsAt: 0, state: "PLANNED" as const },
  ];

  it("names reports and resolutions without papers of their own or below", () => {
    const items = [
      item("with", { papers: [paper] }),
      item("above", { sittingId: "s" }),
      item("below", { parentId: "above", papers: [paper] }),
      item("without"),
      item("hidden", { hidden: true }),
      item("debate", { kind: "DISCUSSION" }),
    ];
    const ready = readinessOf({ sittings }, items, []);
    expect(ready.withoutPapers.map(one => one.itemId)).toEqual(["without"]);
    expect(ready).toMatchObject({ papers: 2, hidden: 1, unplaced: 3, possible: true });
  });

  it("names resolutions without a vote; a voided vote does not count", () => {
    const items = [item("a", { kind: "RESOLUTION" }), item("b", { kind: "RESOLUTION" })];
    const vote = (itemId: string, state: VoteView["state"]): VoteView => ({
      ...resolution,
      voteId: itemId,
      itemId,
      title: "",
      state,
    });
    const ready = readinessOf({ sittings }, items, [vote("a", "PREPARED"), vote("b", "VOIDED")]);
    expect(ready.withoutVote.map(one => one.itemId)).toEqual(["b"]);
  });

  it("is impossible without a sitting or without an item, as the server has it", () => {
    expect(readinessOf({ sittings: [] }, [item("a")], []).possible).toBe(false);
    expect(readinessOf({ sittings }, [], []).possible).toBe(false);
  });
});

describe("the answers of delegates", () => {
  const row = (name: string, group: string, more: Partial<AttendanceRow> = {}): AttendanceRow => ({
    personId: name,
    name,
    title: "",
    group,
    seat: "A1",
    sittings: [],
    ...more,
  });
  const absent = row("Đặng Quốc Thụ", "Tổ 2", {
    receivedAt: 5,
    sittings: [{ sittingId: "s", presence: "NONE", answer: { answer: "ABSENT", reason: "ốm", at: 9 } }],
  });
  const silent = row("Lò Văn Hưởng", "Tổ 1");

  it("fall under their filters, per sitting", () => {
    expect(replyFilters.filter(filter => fits(absent, "s", filter))).toEqual(["all", "absent"]);
    expect(replyFilters.filter(filter => fits(absent, "other", filter))).toEqual(["all", "unanswered"]);
    expect(replyFilters.filter(filter => fits(silent, "s", filter))).toEqual(["all", "unopened", "unanswered"]);
  });

  it("are found without marks, by any words of name, group and seat", () => {
    expect(mentions(absent, "dang thu")).toBe(true);
    expect(mentions(absent, "to 2 quoc")).toBe(true);
    expect(mentions(absent, "hưởng")).toBe(false);
    expect(mentions(absent, " ")).toBe(true);
  });

  it("stand under their groups in the order they come", () => {
    expect(byGroup([silent, absent, silent]).map(([group, rows]) => [group, rows.length])).toEqual([
      ["Tổ 1", 2],
      ["Tổ 2", 1],
    ]);
  });
});
