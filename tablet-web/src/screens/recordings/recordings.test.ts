import { describe, expect, it } from "vitest";
import type { RecordingChapter } from "../../core/schemas.ts";
import { current, found, step } from "./chapters.ts";
import { dayOf, endOfDay } from "./days.ts";

const chapters: RecordingChapter[] = [
  { kind: "ITEM", title: "Báo cáo ngân sách", atMs: 0 },
  { kind: "SPEECH", title: "Trần Đình Khoát", atMs: 60_000 },
  { kind: "VOTE", title: "Nghị quyết về ngân sách", atMs: 120_000 },
];

describe("places on a recording", () => {
  it("belong to what began last", () => {
    expect(current(chapters, 0)).toBe(0);
    expect(current(chapters, 119_999)).toBe(1);
    expect(current([], 5)).toBe(-1);
  });

  it("are found without marks, by any part of the title", () => {
    expect(found(chapters, "ngan sach").map(one => one.atMs)).toEqual([0, 120_000]);
    expect(found(chapters, " dinh ").map(one => one.atMs)).toEqual([60_000]);
    expect(found(chapters, "")).toHaveLength(3);
  });

  it("follow each other, and shortly after a beginning the one before comes", () => {
    expect(step(chapters, 30_000, 1)).toBe(60_000);
    expect(step(chapters, 130_000, 1)).toBeUndefined();
    expect(step(chapters, 61_000, -1)).toBe(0);
    expect(step(chapters, 70_000, -1)).toBe(60_000);
  });
});

describe("the day until which a recording is kept", () => {
  it("is a day of Viet Nam, to its last moment", () => {
    expect(dayOf(Date.parse("2027-11-22T18:00:00Z"))).toBe("2027-11-23");
    expect(new Date(endOfDay("2027-11-23")).toISOString()).toBe("2027-11-23T16:59:59.999Z");
    expect(dayOf(endOfDay("2027-11-23"))).toBe("2027-11-23");
  });
});
