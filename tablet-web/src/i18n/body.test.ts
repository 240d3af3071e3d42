import { describe, expect, it } from "vitest";
import { inBody, textsInBody } from "./body.ts";
import { vi as chair } from "./chair.vi.ts";
import { en as commonEn } from "./common.en.ts";
import { vi as common } from "./common.vi.ts";
import { ruleInWords } from "./rule.ts";
import { vi as secretary } from "./secretary.vi.ts";

const half = { numerator: 1, denominator: 2, strict: true, base: "TOTAL_MEMBERS" } as const;

describe("the words of a body", () => {
  it("are a council's as they were written", () => {
    expect(inBody("COUNCIL", "Số đại biểu có mặt")).toBe("Số đại biểu có mặt");
    expect(textsInBody("COUNCIL", common)).toBe(common);
  });

  it("call a committee's people members, in both languages", () => {
    expect(inBody("COMMITTEE", "Đại biểu có mặt, tổng số đại biểu")).toBe("Thành viên có mặt, tổng số thành viên");
    expect(inBody("COMMITTEE", "Some delegates; Delegates' devices")).toBe("Some members; Members' devices");
    expect(inBody("COMMITTEE", "Một số tổ đại biểu")).toBe("Một số nhóm thành viên");
  });

  it("leave the delegates of a council alone", () => {
    const text = "Đại biểu Hội đồng nhân dân không được biểu quyết thay người khác.";
    expect(inBody("COMMITTEE", text)).toBe(text);
  });

  it("tell the rule and the result", () => {
    expect(ruleInWords(4, 8, half, textsInBody("COMMITTEE", common))).toBe(
      "4/8 thành viên, chưa đạt mức quá nửa tổng số thành viên (cần 5)",
    );
    expect(ruleInWords(5, 8, half, textsInBody("COMMITTEE", commonEn))).toMatch(/members.*all members/);
    expect(textsInBody("COMMITTEE", chair).vote.cast(3, 8)).toBe("3/8 thành viên đã gửi phiếu");
  });

  it("never touch what a person wrote", () => {
    const words = textsInBody("COMMITTEE", secretary);
    expect(words.agenda.removeText("1", "Báo cáo của Đoàn đại biểu Quốc hội")).toContain("Đoàn đại biểu Quốc hội");
    expect(words.agenda.removeText("1", "Báo cáo của Đoàn đại biểu Quốc hội")).not.toContain("\u2060");
  });
});
