import type { Me, MeView, Parts, ScreenView, VoteView } from "../src/core/schemas.ts";
import { attendance, hall, item, items, morning, nineOClock, speaker, vote } from "./hall-fixture.ts";

/** A name of a title that is as long as the contract allows. */
export const longTitle =
  "Nghị quyết ban hành quy định về nguyên tắc, tiêu chí, định mức phân bổ vốn ngân sách trung ương và tỷ lệ vốn đối ứng của ngân sách địa phương thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững và phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi tỉnh Điện Biên";

const started = Date.now();
/** The stage's clock starts at nine. */
export const clockAt = (): number => nineOClock + (Date.now() - started);

export function me(referer = ""): Me {
  const screen = referer.endsWith("/screen");
  return {
    personId: "d1",
    username: screen ? "manhinh" : "chutoa",
    name: screen ? "Màn hình hội trường" : "Lò Văn Muôn",
    title: "Chủ tịch HĐND tỉnh",
    systemAdmin: false,
    bodies: [
      {
        bodyId: "b1",
        bodyName: "Hội đồng nhân dân tỉnh Điện Biên",
        unitId: "u1",
        unitName: "Tỉnh Điện Biên",
        roles: screen ? ["SCREEN"] : ["CHAIR", "DELEGATE"],
      },
    ],
  };
}

const own: MeView = {
  personId: "d1",
  delegate: true,
  received: true,
  hand: false,
  speaking: false,
  seat: "A1",
  group: "Tổ 1",
  sittings: [{ sittingId: "p1", presence: "PRESENT" }],
  ballots: [{ voteId: "v1", eligible: true, choice: null, at: null }],
  room: { place: "OUT", mutes: [] },
};
const queue = [speaker(0), speaker(1), speaker(3), speaker(4)];
const speech = speaker(2, { since: nineOClock - 200_000, until: nineOClock + 100_000 });
const screen = (scene: ScreenView["scene"], voteId?: string): ScreenView => ({
  mode: "AUTOMATIC",
  scene,
  ...(voteId ? { voteId } : {}),
});
const voters = Array.from({ length: 55 }, (_, index) => `d${index + 4}`);
const open = (more: Partial<VoteView> = {}): Partial<Parts> => ({
  voting: { votes: [vote("OPEN", { voters, ...more })] },
  progress: { voteId: "v1", cast: 55, eligible: 58 },
  screen: screen("VOTE", "v1"),
});
const failed: Partial<VoteView> = {
  result: { forCount: 30, againstCount: 21, abstainCount: 5, notVoted: 2, absent: 2, outcome: "FAILED" },
};
const long = items.map(one => (one.itemId === "i31" ? { ...one, title: longTitle } : one));
const many = Array.from({ length: 18 }, (_, index) =>
  item(`n${index}`, String(index + 1), index % 4 === 1 ? longTitle : (items[index % 5]?.title ?? ""), {
    sittingId: "p1",
  }),
);
const calling = morning({ rollCall: "OPEN", checkedIn: 37, code: "482913" }, 0);

/** So many people rated; what the law says of low confidence follows for one of them. */
function ratingOf(people: number): Parts["ballots"]["polls"][number] {
  const option = (code: "HIGH" | "MEDIUM" | "LOW", label: string) => ({ code, label });
  const share = { numerator: 1, denominator: 2, strict: true, base: "BALLOTS_COLLECTED" as const };
  const words = "Có thể xin từ chức; không từ chức thì Hội đồng nhân dân bỏ phiếu tín nhiệm";
  const lowest = { code: "may-resign", words, option: "LOW" as const, share, baseSize: 58, needed: 30 };
  const numbers = Array.from({ length: people }, (_, n) => n + 1);
  return {
    pollId: "tin-nhiem",
    itemId: "i31",
    title: "Lấy phiếu tín nhiệm đối với người giữ chức vụ do Hội đồng nhân dân tỉnh bầu, nhiệm kỳ 2026-2031",
    state: "DECLARED",
    form: "SECRET_PAPER",
    matter: "rating",
    sheet: "RATING",
    options: [option("HIGH", "Tín nhiệm cao"), option("MEDIUM", "Tín nhiệm"), option("LOW", "Tín nhiệm thấp")],
    lines: numbers.map(n => ({
      lineId: `l${n}`,
      name: `Ông Nguyễn Trần Hoàng Phước Bảo ${n}`,
      note: "Trưởng Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh",
    })),
    eligible: 58,
    issued: 58,
    declaredAt: nineOClock - 30_000,
    result: {
      countedAt: nineOClock - 74_000,
      keyedBy: ["p1", "p2"],
      collected: 58,
      valid: 57,
      invalid: 1,
      lines: numbers.map(n => ({
        lineId: `l${n}`,
        marks: { HIGH: 40 - n, MEDIUM: 10, LOW: 8 + n },
        invalid: n % 7 === 0 ? 1 : 0,
        outcome: "RATED",
        findings: n === 2 ? [lowest] : [],
      })),
    },
  };
}

type State = { parts: Parts; me: MeView; lostAfter?: number };
const of = (parts: Parts, more: Partial<State> = {}): State => ({ parts, me: own, ...more });

/** States of a session by name, for the stage and for tests that go over all of them. */
export const states: Record<string, State> = {
  before: of(morning(), { me: { ...own, sittings: [] } }),
  calling: of(
    { ...calling, screen: screen("ROLL_CALL") },
    { me: { ...own, sittings: [{ sittingId: "p1", presence: "NONE" }] } },
  ),
  called: of({ ...morning({ rollCall: "APPROVED", code: "482913" }, 58), screen: screen("ROLL_CALL") }),
  short: of(morning({ rollCall: "APPROVED" }, 38)),
  opened: of(hall({ now: { done: [] }, screen: screen("AGENDA") })),
  debate: of(hall({ floor: { queue }, voting: { votes: [vote("PREPARED")] } })),
  speech: of(hall({ floor: { speech, queue }, screen: screen("SPEAKER") })),
  over: of(
    hall({
      floor: { speech: { ...speech, until: nineOClock - 17_000 }, queue: queue.slice(0, 1) },
      screen: screen("SPEAKER"),
    }),
  ),
  soon: of(
    hall({
      floor: { speech: { ...speech, until: nineOClock + 25_000 }, queue: [] },
      screen: screen("SPEAKER"),
      agenda: { items: long },
    }),
  ),
  ready: of(hall({ voting: { votes: [vote("PREPARED")] } })),
  askable: of(
    hall({
      voting: { votes: [{ ...vote("PREPARED"), askable: true }] },
      points: {
        testRequired: false,
        places: ["Mường Phăng", "Thanh Nưa"].map((name, n) => ({
          pointId: `xa-${n}`,
          unitId: `xa-${n}`,
          name: `Xã ${name}`,
          level: 1,
          personId: `kt-${n}`,
        })),
      },
    }),
  ),
  voting: of(hall(open())),
  closed: of(hall({ voting: { votes: [vote("CLOSED")] } })),
  declared: of(hall({ voting: { votes: [vote("DECLARED")] }, screen: screen("RESULT", "v1") })),
  failed: of(hall({ voting: { votes: [vote("DECLARED", failed)] }, screen: screen("RESULT", "v1") })),
  longvote: of(hall({ ...open({ title: longTitle }), agenda: { items: long } })),
  longfailed: of(
    hall({
      voting: {
        votes: [
          vote("DECLARED", {
            ...failed,
            title: longTitle,
            overrideReason: "Chủ tọa quyết định biểu quyết theo đề nghị của các tổ đại biểu",
          }),
        ],
      },
      screen: screen("RESULT", "v1"),
      agenda: { items: long },
    }),
  ),
  longrating: of(hall({ ballots: { polls: [ratingOf(20)] }, screen: { ...screen("POLL"), pollId: "tin-nhiem" } })),
  longitem: of(hall({ agenda: { items: long } })),
  agenda: of(hall({ screen: screen("AGENDA"), agenda: { items: items.filter(one => !one.hidden) } })),
  longagenda: of(
    hall({
      screen: screen("AGENDA"),
      agenda: { items: many },
      now: { itemId: "n9", since: nineOClock, done: many.slice(0, 9).map(one => one.itemId) },
    }),
  ),
  item: of(hall()),
  idle: of(morning()),
  lost: of(hall({ attendance: attendance(58) }), { lostAfter: 600 }),
};
