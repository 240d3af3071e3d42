import { describe, expect, it } from "vitest";
import { dayOf } from "../../core/format.ts";
import { stampOf } from "./when.ts";

describe("day and time of Viet Nam", () => {
  it("are seven hours ahead of UTC, wherever the browser is", () => {
    expect(stampOf("2026-12-08", "08:00")).toBe(Date.UTC(2026, 11, 8, 1, 0));
    expect(stampOf("2026-12-08", "06:30:00")).toBe(Date.UTC(2026, 11, 7, 23, 30));
    expect(dayOf(Date.UTC(2026, 11, 7, 17, 0))).toBe("2026-12-08");
    expect(dayOf(Date.UTC(2026, 11, 7, 16, 59))).toBe("2026-12-07");
  });

  it("that are not complete are no stamp", () => {
    expect(stampOf("", "08:00")).toBeUndefined();
    expect(stampOf("2026-12-08", "")).toBeUndefined();
  });
});
