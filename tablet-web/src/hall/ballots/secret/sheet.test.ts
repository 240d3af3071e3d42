import { describe, expect, it } from "vitest";
import type { PollView } from "../../../core/schemas.ts";
import { nextStep } from "./steps.ts";
import { inOrder, remarkOn, toggled } from "./validity.ts";

const mark = (line: string, option = "FOR") => ({ line, option });
const election = { seats: 2, blankValid: false };
const rating = { seats: 0, blankValid: true };

describe("a sheet while it is marked", () => {
  it("has a box a line in an election, which may be taken back", () => {
    const one = toggled(election, [], mark("a"));
    const two = toggled(election, one, mark("b"));
    expect(two).toEqual([mark("a"), mark("b")]);
    expect(toggled(election, two, mark("a"))).toEqual([mark("b")]);
  });

  it("has one option a line elsewhere", () => {
    const one = toggled(rating, [mark("b", "LOW")], mark("a", "HIGH"));
    expect(toggled(rating, one, mark("a", "MEDIUM"))).toEqual([mark("b", "LOW"), mark("a", "MEDIUM")]);
  });

  it("is cast in the order of its lines, whatever the order of marking", () => {
    const lines = ["a", "b", "c"].map(id => ({ id, name: id }));
    expect(inOrder({ lines }, [mark("c"), mark("a")])).toEqual([mark("a"), mark("c")]);
  });

  it("is remarked on when it is over-marked or blank, not when it is fewer than the seats", () => {
    expect(remarkOn(election, [mark("a")])).toBeUndefined();
    expect(remarkOn(election, [mark("a"), mark("b"), mark("c")])).toBe("over");
    expect(remarkOn(election, [])).toBe("blank-invalid");
    expect(remarkOn(rating, [])).toBe("blank");
    expect(remarkOn(rating, [mark("a"), mark("b"), mark("c")])).toBeUndefined();
  });
});

describe("the tellers' next step", () => {
  const at = (phase: string, state = "ISSUING", more = {}) =>
    nextStep({ state, electronic: { phase, definition: "0".repeat(64), boxOver: false, ...more } } as PollView);

  it("follows the phases, one at a time", () => {
    expect(["ISSUE", "CAST", "CLOSING", "TALLIED", "CHECK"].map(phase => at(phase))).toEqual([
      "CAST",
      "CLOSING",
      "TALLIED",
      "CHECK",
      "FINAL",
    ]);
  });

  it("is none while keys are made and when the box is over", () => {
    expect(at("PREPARING")).toBeUndefined();
    expect(at("FINAL", "FINAL", { boxOver: true })).toBeUndefined();
    expect(at("VOID", "VOIDED", { boxOver: true })).toBeUndefined();
    expect(nextStep({ state: "DRAFT" } as PollView)).toBeUndefined();
  });

  it("of a void poll is the end of its box, wherever that stands", () => {
    expect(at("ISSUE", "VOIDED")).toBe("VOID");
    expect(at("CAST", "VOIDED")).toBe("VOID");
  });
});
