import { describe, expect, it } from "vitest";
import { readFileName } from "./kind.ts";

describe("a file's name", () => {
  it.each([
    ["Tờ trình về dự thảo Nghị quyết dự toán.pdf", "SUBMISSION"],
    ["125_TTr-UBND.pdf", "SUBMISSION"],
    ["totrinh du toan 2027.pdf", "SUBMISSION"],
    ["Dự thảo Nghị quyết chương trình giám sát.pdf", "DRAFT_RESOLUTION"],
    ["DT NQ dau tu cong.PDF", "DRAFT_RESOLUTION"],
    ["Báo cáo thẩm tra Tờ trình 125.pdf", "VERIFICATION_REPORT"],
    ["88-BCTT-KTNS.pdf", "VERIFICATION_REPORT"],
    ["Báo cáo kinh tế - xã hội.pdf", "REPORT"],
    ["412 BC-UBND.pdf", "REPORT"],
    ["Phụ lục kèm Tờ trình 125.pdf", "ANNEX"],
    ["Chương trình kỳ họp thứ 12.pdf", "PROGRAMME"],
    ["Giấy triệu tập kỳ họp.pdf", "SUMMONS"],
    ["scan0001.pdf", "OTHER"],
  ])("%s is a %s", (name, kind) => {
    expect(readFileName(name).kind).toBe(kind);
  });

  it("written with decomposed marks is read the same", () => {
    expect(readFileName("Tờ trình.pdf".normalize("NFD"))).toEqual({ title: "Tờ trình", kind: "SUBMISSION" });
  });

  it("gives the number as offices write it", () => {
    expect(readFileName("125_TTr-UBND dự toán.pdf").number).toBe("125/TTr-UBND");
    expect(readFileName("Báo cáo 88.BC-HĐND.pdf").number).toBe("88/BC-HĐND");
    expect(readFileName("Kế hoạch 2027.pdf").number).toBeUndefined();
  });

  it("gives a title without underscores and ending", () => {
    expect(readFileName("Báo_cáo__kinh_tế.v2.pdf").title).toBe("Báo cáo kinh tế.v2");
    expect(readFileName(".pdf").title).toBe(".pdf");
  });
});
