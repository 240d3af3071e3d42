import type {
  AttendanceView,
  ItemView,
  Parts,
  RuleSet,
  SessionView,
  Speaker,
  VoteResult,
  VoteView,
} from "../src/core/schemas.ts";

/** 08/12/2026, 09:00 in Viet Nam. */
export const nineOClock = Date.UTC(2026, 11, 8, 2, 0);
const minute = 60_000;

export const rules: RuleSet = {
  ruleSetId: "r1",
  version: 1,
  citation: "Luật Tổ chức chính quyền địa phương",
  validFrom: "2026-07-01",
  totalMembers: 60,
  quorum: { numerator: 2, denominator: 3, strict: false, base: "TOTAL_MEMBERS" },
  pass: { numerator: 1, denominator: 2, strict: true, base: "TOTAL_MEMBERS" },
  allowChange: true,
  speechSeconds: 300,
  ballots: {
    matters: [
      {
        code: "resolution",
        name: "Thông qua nghị quyết",
        sheet: "DECISION",
        forms: ["OPEN"],
        options: [
          { code: "FOR", label: "Tán thành" },
          { code: "AGAINST", label: "Không tán thành" },
          { code: "ABSTAIN", label: "Không biểu quyết" },
        ],
        pass: { numerator: 1, denominator: 2, strict: true, base: "TOTAL_MEMBERS" },
        findings: [],
        tie: "FAILS",
        allowChange: true,
        showLive: false,
        blankValid: false,
        citation: "Khoản 3 Điều 91",
      },
    ],
    totals: [],
    signedBallots: false,
    secretElectronic: false,
    substitutesVote: false,
    tellersLeast: 3,
    secretLeast: 5,
  },
};

export function item(itemId: string, number: string, title: string, more: Partial<ItemView> = {}): ItemView {
  return { itemId, number, title, kind: "REPORT", hidden: false, papers: [], ...more };
}

export const items: readonly ItemView[] = [
  item("i1", "1", "Khai mạc kỳ họp, thông qua chương trình", { kind: "PROCEDURE", sittingId: "p1" }),
  item("i2", "2", "Báo cáo tình hình phát triển kinh tế - xã hội năm 2026 và kế hoạch năm 2027", {
    sittingId: "p1",
    presenter: "Ông Lò Văn Tiến, Phó Chủ tịch UBND tỉnh",
    minutes: 20,
  }),
  item("i3", "3", "Xem xét, thông qua các dự thảo nghị quyết", { kind: "DISCUSSION", sittingId: "p1" }),
  item("i31", "3.1", "Nghị quyết phê chuẩn tổng quyết toán thu, chi ngân sách địa phương năm 2025", {
    kind: "RESOLUTION",
    parentId: "i3",
    sittingId: "p1",
    presenter: "Bà Mùa Thị Hoa, Giám đốc Sở Tài chính",
    minutes: 15,
    resolution: "Nghị quyết phê chuẩn tổng quyết toán thu, chi ngân sách địa phương năm 2025",
  }),
  item("i32", "3.2", "Nghị quyết về kế hoạch đầu tư công năm 2027 của tỉnh Điện Biên", {
    kind: "RESOLUTION",
    parentId: "i3",
    sittingId: "p1",
    resolution: "Nghị quyết về kế hoạch đầu tư công năm 2027 của tỉnh Điện Biên",
  }),
  item("ih", "-", "Công tác nhân sự (dự phòng)", { hidden: true, sittingId: "p1" }),
  item("i4", "4", "Phiên chất vấn và trả lời chất vấn", { kind: "QUESTIONING", sittingId: "p2" }),
  item("i5", "5", "Bế mạc kỳ họp", { kind: "PROCEDURE", sittingId: "p2" }),
];

export const draft: SessionView = {
  sessionId: "s1",
  bodyId: "b1",
  bodyName: "Hội đồng nhân dân tỉnh Điện Biên",
  unitId: "u1",
  unitName: "Tỉnh Điện Biên",
  title: "Kỳ họp thứ 12, HĐND tỉnh khóa XV, nhiệm kỳ 2021 - 2026",
  number: 12,
  kind: "REGULAR",
  bodyKind: "COUNCIL",
  state: "DRAFT",
  sittings: [
    {
      sittingId: "p1",
      title: "Phiên khai mạc",
      date: "2026-12-08",
      startsAt: nineOClock - 60 * minute,
      state: "PLANNED",
    },
    {
      sittingId: "p2",
      title: "Phiên buổi chiều",
      date: "2026-12-08",
      startsAt: nineOClock + 270 * minute,
      state: "PLANNED",
    },
  ],
  rules,
};

const names = [
  ["Lò Thị Thanh", "Phó trưởng Ban Dân tộc", "Tổ 1"],
  ["Giàng A Páo", "Chủ tịch UBND xã Mường Phăng", "Tổ 2"],
  ["Nguyễn Văn Đức", "Giám đốc Sở Kế hoạch và Đầu tư", "Tổ 3"],
  ["Quàng Thị Nguyệt", "Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh", "Tổ 4"],
  ["Vừ A Dính", "Bí thư Đảng ủy xã Tủa Chùa", "Tổ 1"],
] as const;

export function speaker(index: number, more: Partial<Speaker> = {}): Speaker {
  const [name, title, group] = names[index % names.length] ?? names[0];
  return { personId: `d${index + 1}`, name, title, group, since: nineOClock, ...more };
}

export function attendance(
  present: number,
  more: Partial<AttendanceView["sittings"][number]> = {},
  sittingId = "p1",
): AttendanceView {
  const none = { attend: 57, absent: 2, none: 1 };
  const one = (id: string): AttendanceView["sittings"][number] => ({
    sittingId: id,
    rollCall: "CLOSED",
    present: 0,
    checkedIn: 0,
    quorumNeeded: 40,
    quorumMet: false,
    answers: none,
    ...(id === sittingId ? { rollCall: "APPROVED", present, quorumMet: present >= 40, ...more } : {}),
  });
  return {
    total: 60,
    sittings: [one("p1"), one("p2")],
    rows: Array.from({ length: 60 }, (_, index) => ({
      personId: `d${index + 1}`,
      name: names[index % names.length]?.[0] ?? "",
      title: names[index % names.length]?.[1] ?? "",
      group: `Tổ ${1 + Math.floor(index / 15)}`,
      seat: String(index + 1),
      sittings: [{ sittingId, presence: index < present ? "PRESENT" : "NONE" }],
    })),
  };
}

export const counts: VoteResult = {
  forCount: 54,
  againstCount: 2,
  abstainCount: 1,
  notVoted: 1,
  absent: 2,
  outcome: "PASSED",
};

/** What every vote on a resolution says of its ballot. */
export const resolution = {
  matter: "resolution",
  options: rules.ballots.matters[0]?.options ?? [],
  allowChange: true,
  rule: rules.pass,
};

export function vote(state: VoteView["state"], more: Partial<VoteView> = {}): VoteView {
  const opened = { openedAt: nineOClock - 2 * minute, eligible: 58, rule: rules.pass, baseSize: 60, needed: 31 };
  return {
    voteId: "v1",
    itemId: "i31",
    title: items[3]?.title ?? "",
    ...resolution,
    state,
    ...(state === "PREPARED" ? {} : opened),
    ...(state === "CLOSED" || state === "DECLARED" ? { closedAt: nineOClock - minute, result: counts } : {}),
    ...(state === "DECLARED" ? { declaredAt: nineOClock - minute / 2 } : {}),
    ...more,
  };
}

/** The hall at nine: the sitting is open since eight, item 3.1 is current, 58 of 60 are present, nobody speaks. */
export function hall(more: Partial<Parts> = {}): Parts {
  return {
    session: {
      ...draft,
      state: "RUNNING",
      openSittingId: "p1",
      sittings: draft.sittings.map(one =>
        one.sittingId === "p1" ? { ...one, state: "OPEN", openedAt: nineOClock - 58 * minute } : one,
      ),
    },
    agenda: { items: [...items] },
    now: { itemId: "i31", since: nineOClock - 12 * minute, done: ["i1", "i2", "i3"] },
    attendance: attendance(58),
    floor: { queue: [] },
    voting: { votes: [] },
    progress: {},
    ballots: { polls: [] },
    screen: { mode: "AUTOMATIC", scene: "ITEM" },
    stage: { called: [] },
    points: { testRequired: false, places: [] },
    room: {
      state: "NONE",
      lobby: false,
      locked: false,
      broadcast: false,
      microphones: "FREE",
      stage: { pinned: false },
      participants: [],
      waitingCount: 0,
    },
    chat: { messages: [] },
    follow: {},
    checkpoint: {},
    ...more,
  };
}

/** Before the opening: the session is published, sitting p1 planned. */
export function morning(call: Partial<AttendanceView["sittings"][number]> = {}, present = 0): Parts {
  return hall({
    session: { ...draft, state: "PUBLISHED" },
    now: { done: [] },
    attendance: attendance(present, { rollCall: "CLOSED", ...call }),
    screen: { mode: "AUTOMATIC", scene: "IDLE" },
  });
}
