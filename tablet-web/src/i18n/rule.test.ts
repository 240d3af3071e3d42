import { describe, expect, it } from "vitest";
import type { Share } from "../core/schemas.ts";
import { en } from "./common.en.ts";
import { vi } from "./common.vi.ts";
import { ruleInWords, shareInWords, votesNeeded } from "./rule.ts";

const share = (
  numerator: number,
  denominator: number,
  strict: boolean,
  base: Share["base"] = "TOTAL_MEMBERS",
): Share => ({
  numerator,
  denominator,
  strict,
  base,
});
const half = share(1, 2, true);

describe("the rule in words", () => {
  it("is read as the council says it", () => {
    expect(ruleInWords(31, 60, half, vi)).toBe("31/60 đại biểu, quá nửa tổng số đại biểu (cần 31)");
    expect(ruleInWords(31, 60, half, en)).toBe("31/60 delegates, more than half of all delegates (31 needed)");
  });

  it("tells what is not met as not met", () => {
    expect(ruleInWords(30, 60, half, vi, 31, "Tán thành")).toBe(
      "30/60 đại biểu tán thành, chưa đạt mức quá nửa tổng số đại biểu (cần 31)",
    );
    expect(ruleInWords(30, 60, half, en)).toBe("30/60 delegates, not more than half of all delegates (31 needed)");
  });

  it("counts ballots where the base is ballots, by the label that voters read", () => {
    expect(ruleInWords(39, 58, share(2, 3, false, "BALLOTS_COLLECTED"), vi, undefined, "Tín nhiệm thấp")).toBe(
      "39/58 phiếu tín nhiệm thấp, ít nhất 2/3 số phiếu thu về (cần 39)",
    );
  });

  it("names other shares and bases", () => {
    expect(shareInWords(share(2, 3, false), vi)).toBe("ít nhất 2/3 tổng số đại biểu");
    expect(shareInWords(share(2, 3, true, "PRESENT"), vi)).toBe("quá 2/3 số đại biểu có mặt");
    expect(shareInWords(share(1, 2, false), vi)).toBe("ít nhất một nửa tổng số đại biểu");
  });

  it("needs one more than half of an even number, and the larger half of an odd one", () => {
    expect(votesNeeded(half, 60)).toBe(31);
    expect(votesNeeded(half, 61)).toBe(31);
    expect(votesNeeded(share(2, 4, true), 60)).toBe(31);
  });

  it("needs exactly two thirds where at least two thirds are asked", () => {
    expect(votesNeeded(share(2, 3, false), 60)).toBe(40);
    expect(votesNeeded(share(2, 3, false), 61)).toBe(41);
    expect(votesNeeded(share(2, 3, true), 60)).toBe(41);
  });

  it("trusts the server's number over its own", () => {
    expect(ruleInWords(40, 60, half, vi, 32)).toContain("(cần 32)");
  });
});
