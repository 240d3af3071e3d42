// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { expectAccessible } from "../../../test/dom.ts";
import { resolution, rules } from "../../../test/hall-fixture.ts";
import { inHousehold } from "../../../test/live-room.tsx";
import { LiveServer } from "../../../test/live-server.ts";
import { LiveConnection } from "../../core/live.ts";
import type { Parts, SessionView, VoteView } from "../../core/schemas.ts";
import { GivenLive } from "../../hall/index.ts";
import { LivePanel } from "./LivePanel.tsx";

const share = { numerator: 1, denominator: 2, strict: true, base: "TOTAL_MEMBERS" } as const;
const session: SessionView = {
  sessionId: "s1",
  bodyId: "b",
  bodyName: "Hội đồng nhân dân tỉnh Điện Biên",
  unitId: "u",
  unitName: "Tỉnh Điện Biên",
  title: "Kỳ họp thứ 12",
  number: 12,
  kind: "REGULAR",
  bodyKind: "COUNCIL",
  state: "RUNNING",
  sittings: [{ sittingId: "m", title: "Phiên sáng", date: "2026-12-08", startsAt: 0, state: "OPEN" }],
  openSittingId: "m",
  rules,
};
const attendance: Parts["attendance"] = {
  total: 60,
  sittings: [
    {
      sittingId: "m",
      rollCall: "APPROVED",
      present: 57,
      checkedIn: 0,
      quorumNeeded: 40,
      quorumMet: true,
      answers: { attend: 57, absent: 0, none: 3 },
    },
  ],
};
const open: VoteView = {
  ...resolution,
  voteId: "v1",
  itemId: "i1",
  title: "Thông qua Nghị quyết",
  state: "OPEN",
  openedAt: Date.now(),
  eligible: 57,
  rule: share,
  baseSize: 60,
  needed: 31,
};
const quiet = {
  attendance,
  floor: { queue: [] },
  voting: { votes: [] },
  now: { itemId: "i1", done: [] },
  progress: {},
};
const present = { sittings: [{ sittingId: "m", presence: "PRESENT" }] };

let server: LiveServer;
let live: LiveConnection;

beforeEach(async () => {
  server = await LiveServer.start();
  live = new LiveConnection({
    url: server.url,
    session: "s1",
    as: "delegate",
    tokens: { token: async () => "t", refresh: async () => "t", subscribe: () => () => undefined },
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    pauses: { backoffMin: 5, backoffMax: 20 },
  });
  live.start();
  await server.take("hello");
});

afterEach(async () => {
  live.stop();
  await server.stop();
});

function panel() {
  return render(
    inHousehold(
      <GivenLive connection={live}>
        <LivePanel session={session} full={{ shown: undefined, open() {}, close() {} }} />
      </GivenLive>,
    ),
  );
}

async function show(parts: object, me: object, seq = 1): Promise<void> {
  await act(async () => {
    server.greet(seq, parts);
    server.me(seq, me);
    await new Promise<void>(seen => {
      const off = live.subscribe("me", () => {
        if (live.me()?.sittings.length !== 0) {
          off();
          seen();
        }
      });
    });
  });
}

describe("the delegate's live panel", () => {
  it("casts a ballot that survives a cut of the network, once and with one id", async () => {
    panel();
    const eligible = { ...present, ballots: [{ voteId: "v1", eligible: true, choice: null, at: null }] };
    await show({ ...quiet, voting: { votes: [open] } }, eligible);
    await userEvent.click(await screen.findByRole("radio", { name: "Tán thành" }));
    await userEvent.click(screen.getByRole("button", { name: "Gửi: Tán thành" }));
    const first = await server.take("do");
    await act(async () => server.current?.terminate());
    await server.take("hello");
    expect(screen.queryByText(/Phiếu đã ghi nhận/)).toBeNull();
    await act(async () => server.greet(1, {}, false));
    expect(await server.take("do")).toEqual(first);
    await act(async () => {
      server.me(2, {
        ...present,
        ballots: [{ voteId: "v1", eligible: true, choice: "FOR", at: Date.UTC(2026, 11, 8, 2, 42, 31) }],
      });
      server.send({ t: "done", id: first.id, seq: 2 });
    });
    expect(await screen.findByText("Phiếu đã ghi nhận 09:42:31")).toBeTruthy();
  });

  it("asks for the floor, and shows the own place only when the server has it", async () => {
    panel();
    await show(quiet, present);
    await userEvent.click(screen.getByRole("button", { name: "Xin phát biểu" }));
    const frame = await server.take("do");
    expect(frame).toMatchObject({ name: "floor.raise-hand", data: {} });
    expect(screen.getByRole("button", { name: "Đang gửi…" })).toBeTruthy();
    const speaker = { personId: "p1", name: "Giàng Thị Dơ", title: "Đại biểu", group: "Tổ 2", since: 1 };
    await act(async () => {
      server.send({ t: "state", seq: 2, at: 2, full: false, parts: { floor: { queue: [speaker] } } });
      server.me(2, { ...present, hand: true });
      server.send({ t: "done", id: frame.id, seq: 2 });
    });
    expect(await screen.findByText("Thứ tự của tôi: 1")).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Rút đăng ký" })).toBeTruthy();
  });

  it("does not offer the floor to someone who is not present", async () => {
    panel();
    await show(quiet, { sittings: [{ sittingId: "m", presence: "NONE" }] });
    expect(screen.getByRole("button", { name: "Xin phát biểu" }).hasAttribute("disabled")).toBe(true);
    expect(screen.getByRole("button", { name: "Có mặt" })).toBeTruthy();
  });

  it("checks in with the six digits of the screen, and tells when they are wrong", async () => {
    panel();
    const rollCall = { total: 60, sittings: [{ ...attendance.sittings[0], rollCall: "OPEN" }] };
    await show({ ...quiet, attendance: rollCall }, { sittings: [{ sittingId: "m", presence: "NONE" }] });
    await userEvent.click(screen.getByRole("button", { name: "Nhập mã" }));
    await userEvent.type(screen.getByLabelText("Mã điểm danh 6 số"), "12a3456");
    await userEvent.click(screen.getByRole("button", { name: "Gửi mã" }));
    const frame = await server.take("do");
    expect(frame).toMatchObject({ name: "attendance.check-in", data: { sittingId: "m", code: "123456" } });
    const problem = { type: "x", code: "attendance:wrong-code", title: "Mã điểm danh không đúng", status: 409 };
    await act(async () => server.send({ t: "refused", id: frame.id, problem }));
    expect((await screen.findByRole("alert")).textContent).toContain("Mã điểm danh không đúng");
  });

  it("shows a result only once it is declared, with the own ballot", async () => {
    const { container } = panel();
    const closed = { ...open, state: "CLOSED", closedAt: 5 };
    const ballots = [{ voteId: "v1", eligible: true, choice: "FOR", at: 3 }];
    await show({ ...quiet, voting: { votes: [closed] } }, { ...present, ballots });
    expect(screen.getByText("Đã đóng biểu quyết")).toBeTruthy();
    expect(screen.queryByText("Thông qua")).toBeNull();
    const result = { forCount: 52, againstCount: 2, abstainCount: 1, notVoted: 2, absent: 3, outcome: "PASSED" };
    const declared = { ...closed, state: "DECLARED", declaredAt: 6, result };
    await act(async () =>
      server.send({ t: "state", seq: 2, at: 2, full: false, parts: { voting: { votes: [declared] } } }),
    );
    expect(await screen.findByText("Thông qua")).toBeTruthy();
    expect(screen.getByText(/Phiếu của tôi: Tán thành/)).toBeTruthy();
    await expectAccessible(container);
  });
});
