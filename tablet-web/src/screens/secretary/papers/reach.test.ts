import { describe, expect, it } from "vitest";
import { draftOf, nobodyChosen, reachOf, sees, windowIsBad } from "./reach.ts";

const eight = Date.UTC(2026, 11, 8, 1, 0);
const everyone = draftOf(undefined);

describe("for whom a paper is, as it is typed", () => {
  it("is everyone, always, to begin with", () => {
    expect(reachOf(everyone, eight)).toEqual({ groups: [], persons: [], confidential: false });
  });

  it("comes back as it was saved", () => {
    const reach = {
      groups: ["Tổ 1"],
      persons: [],
      from: eight,
      until: eight + 3_600_000,
      confidential: true,
      watermark: true,
    };
    expect(draftOf(reach)).toMatchObject({ whom: "groups", from: "2026-12-08T08:00", until: "2026-12-08T09:00" });
    expect(reachOf(draftOf(reach), eight - 1)).toEqual(reach);
  });

  it("forgets the groups when persons are meant", () => {
    const draft = { ...everyone, whom: "persons" as const, groups: ["Tổ 1"], persons: ["db04"] };
    expect(reachOf(draft, eight)).toMatchObject({ groups: [], persons: ["db04"] });
  });

  it("needs at least one of those it is for", () => {
    expect(nobodyChosen({ ...everyone, whom: "groups" })).toBe(true);
    expect(reachOf({ ...everyone, whom: "persons" }, eight)).toBeUndefined();
  });

  it("is seen by exactly those who are chosen", () => {
    const member = { personId: "db04", group: "Tổ 1" };
    expect(sees(member, everyone)).toBe(true);
    expect(sees(member, { ...everyone, whom: "groups", groups: ["Tổ 1"] })).toBe(true);
    expect(sees(member, { ...everyone, whom: "groups", groups: ["Tổ 11"], persons: ["db04"] })).toBe(false);
    expect(sees(member, { ...everyone, whom: "persons", persons: ["db04"] })).toBe(true);
    expect(sees(member, { ...everyone, whom: "persons", groups: ["Tổ 1"], persons: ["db05"] })).toBe(false);
  });

  it("ends after it begins, and not in the past", () => {
    expect(windowIsBad({ from: "2026-12-08T09:00", until: "2026-12-08T09:00" }, eight)).toBe(true);
    expect(windowIsBad({ from: "", until: "2026-12-08T07:59" }, eight)).toBe(true);
    expect(windowIsBad({ from: "", until: "2026-12-08T08:01" }, eight)).toBe(false);
  });
});
