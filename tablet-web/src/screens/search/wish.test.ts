import { describe, expect, it } from "vitest";
import { asked, given, years } from "./wish.ts";

describe("what is asked for", () => {
  it("comes from the address and goes back to it", () => {
    const params = new URLSearchParams({
      q: "đất đai",
      session: "ky-hop-3",
      item: "nq2",
      kind: "REPORT",
      year: "2026",
    });
    expect(given(asked(params))).toEqual(Object.fromEntries(params));
  });

  it("asks for all where the address has nonsense", () => {
    expect(asked(new URLSearchParams("kind=x&year=12a"))).toEqual({
      q: "",
      session: "",
      item: "",
      kind: "",
      year: "",
    });
    expect(asked(new URLSearchParams("item=nq2")).item).toBe(""); // an item of no session
    expect(given(asked(new URLSearchParams("kind=x")))).toEqual({});
  });

  it("never asks for more words than the server takes", () => {
    expect(asked(new URLSearchParams({ q: "a".repeat(500) })).q).toHaveLength(200);
  });

  it("offers the last years, the newest first", () => {
    expect(years(Date.UTC(2026, 5, 1)).slice(0, 2)).toEqual(["2026", "2025"]);
  });
});
