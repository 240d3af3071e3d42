import { describe, expect, it } from "vitest";
import { rules as fixture } from "../../../../test/hall-fixture.ts";
import type { NewRuleSet, RuleSetVersion } from "../../../core/schemas.ts";
import { differences } from "../../../features/rules/differences.ts";
import { vi as common } from "../../../i18n/common.vi.ts";
import { vi as t } from "../../../i18n/rules.vi.ts";
import { draftOf, newMatter, slug, totalOn, withBallots, withMatter } from "./draft.ts";
import { faultAt, faultyBelow, typingFaults } from "./faults.ts";

const version: RuleSetVersion = {
  version: 3,
  state: "IN_FORCE",
  citation: "Luật số 72/2025/QH15",
  validFrom: "2026-04-01",
  quorum: fixture.quorum,
  speechSeconds: 600,
  ballots: fixture.ballots,
};
const draft = draftOf(version, "2026-11-22");
const resolution = fixture.ballots.matters[0];
if (!resolution) throw new Error("the fixture knows resolutions");

function said(after: NewRuleSet): string[] {
  return differences(version, after, { t, common });
}

describe("a draft", () => {
  it("begins as the newest version, from today on, and differs in nothing", () => {
    expect(draft).toMatchObject({ base: 3, validFrom: "2026-11-22" });
    expect(said(draft)).toEqual([]);
  });

  it("of a version that is still to come keeps its day", () => {
    expect(draftOf({ ...version, validFrom: "2027-01-01" }, "2026-11-22").validFrom).toBe("2027-01-01");
  });

  it("counts the total of its own day", () => {
    const totals = [
      { from: "2027-01-01", total: 58 },
      { from: "2026-06-01", total: 59 },
    ];
    expect(totalOn(draft, 60)).toBe(60);
    expect(totalOn({ ...draft, totalMembers: 61 }, 60)).toBe(61);
    expect(totalOn(withBallots(draft, { totals }), 60)).toBe(59);
    expect(totalOn({ ...withBallots(draft, { totals }), validFrom: "2027-03-01" }, 60)).toBe(58);
  });

  it("names a new matter by the letters of its name", () => {
    expect(slug("Bầu Thư ký kỳ họp")).toBe("bau-thu-ky-ky-hop");
    expect(slug("Đề án 06")).toBe("de-an");
    expect(slug("?!")).toBe("khac");
    expect(slug("a".repeat(90))).toHaveLength(40);
  });
});

describe("differences in words", () => {
  it("say the share that a matter needed and needs", () => {
    const pass = { numerator: 2, denominator: 3, strict: false, base: "TOTAL_MEMBERS" } as const;
    expect(said(withMatter(draft, 0, { ...resolution, pass }))).toEqual([
      "Thông qua nghị quyết: quá nửa tổng số đại biểu → ít nhất 2/3 tổng số đại biểu",
    ]);
  });

  it("name matters that came and went", () => {
    const relief = newMatter("Miễn nhiệm", "APPROVAL", t.defaults);
    expect(said(withBallots(draft, { matters: [resolution, relief] }))).toEqual(["Thêm loại việc: Miễn nhiệm"]);
    expect(said(withMatter(draft, 0, undefined))).toEqual(["Bỏ loại việc: Thông qua nghị quyết"]);
  });

  it("say what was switched", () => {
    expect(said(withBallots(draft, { signedBallots: true, tellersLeast: 5 }))).toEqual([
      "Phiếu điện tử phải có chữ ký của máy tính bảng: có",
      "Số thành viên tối thiểu của Ban kiểm phiếu: 5",
    ]);
  });
});

describe("what is wrong while it is typed", () => {
  it("is nothing at first", () => {
    expect(typingFaults(draft)).toEqual([]);
  });

  it("is found at its place", () => {
    const broken = withMatter({ ...draft, totalMembers: 0, validFrom: "" }, 0, {
      ...resolution,
      pass: { ...resolution.pass, numerator: Number.NaN },
    });
    const faults = typingFaults(broken);
    expect(faultAt(faults, "totalMembers")).toBe("NUMBER");
    expect(faultAt(faults, "validFrom")).toBe("DAY");
    expect(faultAt(faults, "ballots.matters.0.pass")).toBe("NUMBER");
    expect(faultyBelow(faults, "ballots.matters.0")).toBe(true);
    expect(faultyBelow(faults, "ballots.matters.1")).toBe(false);
  });
});
