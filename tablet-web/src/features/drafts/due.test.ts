import { describe, expect, it } from "vitest";
import type { AssignmentView } from "../../core/schemas.ts";
import { daysBetween, handedIn, urgencyOf } from "./due.ts";

const asked: AssignmentView = {
  sessionId: "s",
  itemId: "i",
  itemTitle: "Ngân sách",
  unitId: "u",
  unitName: "Sở Tài chính",
  due: "2026-12-01",
  working: 0,
  rejected: 0,
  submitted: 0,
  approved: 0,
  published: 0,
};

describe("what a unit is asked for", () => {
  it("counts days over months and years", () => {
    expect(daysBetween("2026-11-30", "2026-12-01")).toBe(1);
    expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1);
  });

  it("is overdue the day after, not on the day", () => {
    expect(urgencyOf(asked, "2026-12-01")).toBe("soon");
    expect(urgencyOf(asked, "2026-12-02")).toBe("overdue");
    expect(urgencyOf(asked, "2026-11-28")).toBe("soon");
    expect(urgencyOf(asked, "2026-11-27")).toBe("open");
  });

  it("is given once anything is handed in; what only the unit sees does not count", () => {
    expect(urgencyOf({ ...asked, working: 2, rejected: 1 }, "2026-12-02")).toBe("overdue");
    expect(urgencyOf({ ...asked, submitted: 1 }, "2026-12-02")).toBe("given");
    expect(handedIn({ ...asked, submitted: 1, approved: 2, published: 3 })).toBe(6);
  });
});
