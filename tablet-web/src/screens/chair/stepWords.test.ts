import { describe, expect, it } from "vitest";
import { hall, morning, speaker, vote } from "../../../test/hall-fixture.ts";
import type { Parts, ProgressView } from "../../core/schemas.ts";
import { en } from "../../i18n/chair.en.ts";
import { vi } from "../../i18n/chair.vi.ts";
import { en as commonEn } from "../../i18n/common.en.ts";
import { vi as commonVi } from "../../i18n/common.vi.ts";
import { nextStep, otherSteps } from "./nextStep.ts";
import { orderOf } from "./order.ts";
import { asksFirst, questionOf, type Telling, wordsOf } from "./stepWords.ts";

const tell = (desk: Parts, progress?: ProgressView): Telling => ({ desk, progress, t: vi, words: commonVi });
const voting = (state: "PREPARED" | "OPEN" | "CLOSED") => hall({ voting: { votes: [vote(state)] } });

/** State, words on the large button, the sentence above it. */
const sentences: readonly [Parts, string, string][] = [
  [morning({ rollCall: "OPEN", checkedIn: 52 }), "Chờ thư ký chốt điểm danh", "52/60 đại biểu đã báo có mặt."],
  [
    morning({ rollCall: "APPROVED" }, 58),
    "Khai mạc phiên họp",
    "Phiên khai mạc: có mặt 58/60 đại biểu, đủ điều kiện tiến hành.",
  ],
  [
    morning({ rollCall: "APPROVED" }, 39),
    "Khai mạc khi chưa đủ điều kiện",
    "Mới có 39 đại biểu có mặt, cần 40. Chờ thêm đại biểu, hoặc khai mạc và ghi rõ lý do.",
  ],
  [hall({ now: { done: [] } }), "Mở nội dung 1", "Khai mạc kỳ họp, thông qua chương trình"],
  [
    hall({ floor: { queue: [speaker(0), speaker(1), speaker(2)] } }),
    "Mời Lò Thị Thanh",
    "Phó trưởng Ban Dân tộc · Tổ 1. Còn 2 đại biểu chờ phát biểu.",
  ],
  [hall({ floor: { speech: speaker(1), queue: [] } }), "Kết thúc phát biểu", "Giàng A Páo đang phát biểu."],
  [voting("CLOSED"), "Công bố kết quả", "Kết quả hiện trên màn hình lớn và máy của mọi đại biểu."],
];

describe("the words of the next step", () => {
  it.each(sentences)("%# %s", (desk, title, text) => {
    expect(wordsOf(nextStep(desk), tell(desk))).toMatchObject({ title, text });
  });

  it("are there in English too, for every step", () => {
    for (const [desk] of sentences) {
      const telling: Telling = { desk, progress: undefined, t: en, words: commonEn };
      for (const step of [nextStep(desk), ...otherSteps(desk)]) {
        expect(wordsOf(step, telling).title).toMatch(/^[A-Z][ -~]+/);
      }
    }
  });
});

describe("what is asked first", () => {
  const desk = voting("OPEN");
  const close = nextStep(desk);

  it("is not the closing of a vote in which every ballot is in", () => {
    expect(asksFirst(close, tell(desk, { voteId: "v1", cast: 57, eligible: 58 }))).toBe(true);
    expect(asksFirst(close, tell(desk, { voteId: "v1", cast: 58, eligible: 58 }))).toBe(false);
    expect(asksFirst(close, tell(desk))).toBe(true);
  });

  it("is a reason wherever the rules are set aside or ballots are lost", () => {
    const reasons = [
      ...otherSteps(morning({ rollCall: "OPEN" })).map(step => questionOf(step, tell(morning({ rollCall: "OPEN" })))),
      ...otherSteps(desk).map(step => questionOf(step, tell(desk))),
    ];
    expect(reasons.map(question => question?.reason)).toEqual([true, true, true]);
    expect(reasons[0]?.texts).toContain("Thư ký chưa chốt điểm danh.");
  });

  it("is nothing where a step can be taken back or goes on by itself", () => {
    for (const parts of [hall({ floor: { queue: [speaker(0)] } }), voting("CLOSED"), hall({ now: { done: [] } })]) {
      expect(asksFirst(nextStep(parts), tell(parts))).toBe(false);
    }
  });
});

describe("the order of a step", () => {
  it("carries the reason only where one was given", () => {
    const { rules } = hall().session;
    const open = nextStep(voting("PREPARED"));
    expect(orderOf(open, rules)).toEqual({ name: "voting.open", data: { voteId: "v1" } });
    expect(orderOf(open, rules, "Bão lũ")).toEqual({
      name: "voting.open",
      data: { voteId: "v1", overrideReason: "Bão lũ" },
    });
    expect(orderOf({ kind: "wait", for: "vote" }, rules)).toBeUndefined();
  });
});
