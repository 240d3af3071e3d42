import { describe, expect, it } from "vitest";
import type { PointView } from "../../core/schemas.ts";
import { attendeesOf, inTree, linesOf, totalsOf, which } from "./figures.ts";

function point(pointId: string, level: number, more: Partial<PointView> = {}): PointView {
  return {
    pointId,
    unitId: pointId,
    name: pointId,
    level,
    state: "ASSIGNED",
    attendees: [],
    expected: 10,
    passed: true,
    tests: [],
    testCount: 0,
    notes: [],
    line: "NEVER",
    ...more,
  };
}

const roll = { present: 8, leaders: [], by: "Kỳ", at: 0, late: false };

describe("points of a conference", () => {
  it("are summed by level", () => {
    const all = [
      point("d1", 1, { roll, line: "IN" }),
      point("c1", 2),
      point("c2", 2, { state: "REFUSED", expected: 0 }),
    ];
    expect(totalsOf(all)).toEqual([
      { level: 1, points: 1, assigned: 1, inRoom: 1, reported: 1, present: 8, expected: 10 },
      { level: 2, points: 2, assigned: 1, inRoom: 0, reported: 0, present: 0, expected: 10 },
    ]);
  });

  it("stand below the point that they belong to", () => {
    const all = [
      point("d1", 1),
      point("d2", 1),
      point("c1", 2, { parentId: "d1" }),
      point("c9", 2, { parentId: "gone" }),
    ];
    expect(inTree(all).map(one => one.pointId)).toEqual(["d1", "c1", "d2", "c9"]);
  });

  it("are found by what is missing", () => {
    expect(which.missing(point("a", 1))).toBe(true);
    expect(which.missing(point("a", 1, { roll }))).toBe(false);
    expect(which.weak(point("a", 1, { passed: false }))).toBe(true);
    expect(which.silent(point("a", 1, { state: "INVITED" }))).toBe(true);
  });

  it("name their people a line each, leaders with an asterisk", () => {
    const text = "* Quàng Văn Mới, Chủ tịch UBND xã\n\n Lường Thị Hoa \n*\n";
    const named = attendeesOf(text);
    expect(named).toEqual([
      { name: "Quàng Văn Mới", position: "Chủ tịch UBND xã", leader: true },
      { name: "Lường Thị Hoa", leader: false },
    ]);
    expect(linesOf([{ name: "Quàng Văn Mới", position: "Chủ tịch UBND xã", leader: true }])).toBe(
      "* Quàng Văn Mới, Chủ tịch UBND xã",
    );
  });
});
