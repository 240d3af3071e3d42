// @vitest-environment jsdom
import "../../../test/room-dom.ts";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../../../test/dom.ts";
import { FakeMedia, FakePeerConnection } from "../../../test/fake-rtc.ts";
import { hall, nineOClock, speaker, vote } from "../../../test/hall-fixture.ts";
import { LiveRoom } from "../../../test/live-room.tsx";
import { participant, room, sender } from "../../../test/room-fixture.ts";
import { Devices } from "../../core/devices.ts";
import type { MeView, Parts, SessionView } from "../../core/schemas.ts";
import { DevicesProvider } from "../../hall/room/call.tsx";
import { ToastProvider } from "../../ui/index.ts";
import { Kiosk } from "./kiosk/Kiosk.tsx";
import { RoomScreen } from "./RoomScreen.tsx";

const people = [
  participant("ct", { name: "Lò Văn Muôn", moderator: true }),
  participant("d1", { name: "Lò Thị Thanh", group: "Tổ 1" }),
  participant("d2", { name: "Giàng A Páo", group: "Tổ 2" }),
];
const full = room({ participants: people });
const plain: MeView = {
  personId: "d1",
  delegate: true,
  received: true,
  hand: false,
  speaking: false,
  sittings: [{ sittingId: "p1", presence: "PRESENT" }],
  ballots: [],
  room: { place: "OUT", mutes: [] },
};
const inside: MeView = { ...plain, room: { place: "IN", mutes: [] } };
const chair: MeView = { ...inside, personId: "ct" };

let seat: LiveRoom;
let media: FakeMedia;

afterEach(async () => {
  sessionStorage.clear();
  localStorage.clear();
  await seat.close();
  vi.unstubAllGlobals();
});

type Begin = { parts?: Partial<Parts>; me?: MeView; moderator?: boolean; kiosk?: boolean; refuse?: string };

async function open({ parts = {}, me = plain, moderator = false, kiosk = false, refuse }: Begin = {}) {
  media = new FakeMedia();
  media.refuse = () => refuse;
  const memory = { getItem: () => null, setItem: () => undefined };
  const devices = new Devices({ media: media.real, memory });
  const all = hall({ room: full, ...parts });
  const session: SessionView = all.session;
  const view = kiosk ? (
    <Kiosk session={session} />
  ) : (
    <RoomScreen session={session} moderator={moderator} roles={[moderator ? "CHAIR" : "DELEGATE"]} />
  );
  const [opened, drawn] = await LiveRoom.open(
    moderator ? "control" : "delegate",
    <ToastProvider>
      <DevicesProvider given={devices}>{view}</DevicesProvider>
    </ToastProvider>,
    all,
    me,
  );
  seat = opened;
  return { devices, drawn };
}

/** In the room, with the media socket greeted and the others sending. */
async function enter(begin: Begin = {}) {
  sessionStorage.setItem("plenum.room.s1", "in");
  const opened = await open({ me: inside, ...begin });
  await seat.media.take("hello");
  await act(async () => {
    seat.media.send({ t: "welcome", v: 1, now: nineOClock });
    seat.media.send({ t: "people", full: true, people: [sender("ct"), sender("d2", { microphone: false })] });
  });
  await screen.findByRole("toolbar", { name: "Điều khiển" });
  return opened;
}

const change = (parts: Partial<Parts>) =>
  act(async () => seat.server.send({ t: "state", seq: 9, at: nineOClock, full: false, parts }));
const changeMe = (me: MeView) => act(async () => seat.server.send({ t: "me", seq: 9, me }));
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const press = (name: string | RegExp) => userEvent.click(button(name));

/** Sound and pictures flow over a peer of the browser. */
async function flow() {
  const made: FakePeerConnection[] = [];
  class Peer extends FakePeerConnection {
    constructor() {
      super();
      made.push(this);
    }
  }
  vi.stubGlobal("RTCPeerConnection", Peer);
  await act(async () => seat.media.send({ t: "offer", n: 1, sdp: "offer" }));
  await seat.media.take("answer");
  await act(async () => made[0]?.become("connected"));
}

describe("a bridge that fails", () => {
  it("is told of once and calmly: nobody is called lost while one's own line is away", async () => {
    await enter();
    await flow();
    const gone = sender("ct", { connected: false });
    await act(async () => seat.media.send({ t: "people", full: false, people: [gone] }));
    expect(await screen.findByText("Mất tín hiệu", undefined, { timeout: 15_000 })).toBeTruthy();
    await act(async () => seat.media.send({ t: "media", state: "LOST" }));
    expect(await screen.findByText(/^Đang nối lại hình và tiếng/, undefined, { timeout: 15_000 })).toBeTruthy();
    expect(screen.queryByText("Mất tín hiệu")).toBeNull();
  }, 40_000);
});

describe("the lobby", () => {
  it("shows oneself and goes in with one press", async () => {
    const { drawn, devices } = await open();
    expect(await screen.findByText("Phòng họp đang mở")).toBeTruthy();
    await waitFor(() => expect(devices.sent("CAMERA")).toBeDefined());
    expect(devices.sent("MICROPHONE")).toBeUndefined();
    await expectAccessible(drawn.container);
    await press("Vào phòng họp");
    expect(await seat.next()).toEqual({ name: "room.join", data: { as: "PERSON" } });
    await changeMe(inside);
    expect(await screen.findByRole("toolbar", { name: "Điều khiển" })).toBeTruthy();
    expect(await seat.media.take("hello")).toMatchObject({ session: "s1", test: false });
  });

  it("waits where there is a lobby, and can withdraw", async () => {
    await open({ parts: { room: { ...full, lobby: true } } });
    await press("Vào phòng họp");
    await seat.next();
    await changeMe({ ...plain, room: { place: "WAITING", mutes: [] } });
    expect(await screen.findByText("Đang chờ được vào phòng")).toBeTruthy();
    await press("Rút yêu cầu");
    expect(await seat.next()).toEqual({ name: "room.leave", data: {} });
  });

  it("says what to do when the browser forbids camera and microphone, and lets one listen", async () => {
    const { drawn } = await open({ refuse: "NotAllowedError" });
    expect(await screen.findByText(/Trình duyệt chưa cho dùng camera/)).toBeTruthy();
    expect(screen.getByText(/Trình duyệt chưa cho dùng micro/)).toBeTruthy();
    await expectAccessible(drawn.container);
    await press("Vào nghe và xem");
    expect((await seat.next()).name).toBe("room.join");
  });

  it("tells why one may not go in now", async () => {
    await open({ parts: { room: { ...full, locked: true } } });
    expect(await screen.findByText("Phòng họp đang khóa")).toBeTruthy();
    await change({ room: { ...full, state: "CLOSED" } });
    expect(await screen.findByText("Phòng họp đã đóng")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Vào phòng họp" })).toBeNull();
  });

  it("lets a moderator open the room with its settings", async () => {
    const { drawn } = await open({ parts: { room: room({ state: "NONE" }) }, me: chair, moderator: true });
    await userEvent.click(await screen.findByRole("checkbox", { name: "Phòng chờ" }));
    await userEvent.click(screen.getByText("Tập huấn"));
    await expectAccessible(drawn.container);
    await press("Mở phòng họp");
    expect(await seat.next()).toEqual({ name: "room.open", data: { lobby: true, microphones: "FLOOR" } });
  });
});

describe("in the room", () => {
  it("comes back after a reload without passing the lobby", async () => {
    const { drawn } = await enter();
    expect(screen.getByRole("figure", { name: "Giàng A Páo" })).toBeTruthy();
    expect(screen.getByRole("figure", { name: "Lò Thị Thanh (Tôi)" })).toBeTruthy();
    await expectAccessible(drawn.container);
  });

  it("takes a lost place again by itself", async () => {
    await enter();
    await changeMe(plain);
    expect(await seat.next()).toEqual({ name: "room.join", data: { as: "PERSON" } });
  });

  it("goes back to the lobby when asked to leave", async () => {
    await enter();
    await changeMe({ ...plain, room: { place: "REMOVED", mutes: [] } });
    expect(await screen.findByText("Đã được mời ra khỏi phòng")).toBeTruthy();
  });

  it("asks before one leaves", async () => {
    await enter();
    await press("Rời phòng");
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Rời phòng" }));
    expect(await seat.next()).toEqual({ name: "room.leave", data: {} });
  });

  it("explains that the microphone is for who has the floor", async () => {
    const { devices } = await enter({ parts: { room: { ...full, microphones: "FLOOR" } } });
    await press("Bật micro");
    expect(await screen.findByText(/Micro chỉ mở cho người được mời phát biểu/)).toBeTruthy();
    expect(devices.source("MICROPHONE").on).toBe(false);
  });

  it("opens the microphone with one press when given the floor", async () => {
    const { devices, drawn } = await enter({ parts: { room: { ...full, microphones: "FLOOR" } } });
    await change({ floor: { speech: speaker(0, { personId: "d1" }), queue: [] } });
    expect(await screen.findByText("Chủ tọa mời phát biểu")).toBeTruthy();
    await expectAccessible(drawn.container);
    await press("Bật micro và phát biểu");
    await waitFor(() => expect(devices.sent("MICROPHONE")).toBeDefined());
    expect(screen.queryByText("Chủ tọa mời phát biểu")).toBeNull();
  });

  it("says that a moderator has muted, and unmutes at the server first", async () => {
    const { devices } = await enter();
    await changeMe({ ...inside, room: { place: "IN", mutes: [{ source: "MICROPHONE", hold: false }] } });
    expect(await screen.findByText(/Chủ tọa đã tắt micro của bạn/)).toBeTruthy();
    await press("Bật micro");
    const data = { personId: "d1", source: "MICROPHONE" };
    expect(await seat.next()).toEqual({ name: "room.unmute", data });
    await waitFor(() => expect(devices.source("MICROPHONE").on).toBe(true));
  });

  it("does not switch on what a moderator holds", async () => {
    const held = { ...inside, room: { place: "IN" as const, mutes: [{ source: "MICROPHONE" as const, hold: true }] } };
    const { devices } = await enter({ me: held });
    await press("Bật micro");
    expect(await screen.findByText("Chủ tọa đang giữ micro của bạn ở trạng thái tắt.")).toBeTruthy();
    expect(devices.source("MICROPHONE").on).toBe(false);
    expect(seat.server.frames.filter(frame => frame.t === "do")).toEqual([]);
  });

  it("counts unread messages, shows them, and sends one", async () => {
    const { drawn } = await enter();
    const message = { messageId: "m1", personId: "d2", name: "Giàng A Páo", at: nineOClock, removed: false };
    await change({ chat: { messages: [{ ...message, text: "Mường Nhé nghe rõ" }] } });
    await press(/^Tin nhắn.*1 tin chưa đọc/);
    expect(screen.getByText("Mường Nhé nghe rõ")).toBeTruthy();
    expect(screen.queryByText(/chưa đọc/)).toBeNull();
    await userEvent.type(screen.getByRole("textbox", { name: "Viết tin nhắn" }), "Đã rõ{Enter}");
    expect(await seat.next()).toMatchObject({ name: "room.say", data: { text: "Đã rõ" } });
    await expectAccessible(drawn.container);
  });

  it("brings an open vote beside the pictures, and goes on when it is closed", async () => {
    const ballots = [{ voteId: "v1", eligible: true, choice: null, at: null }];
    await enter({ me: { ...inside, ballots } });
    await change({ voting: { votes: [vote("OPEN")] } });
    const panel = await screen.findByRole("complementary", { name: "Biểu quyết" });
    await userEvent.click(await within(panel).findByRole("radio", { name: "Tán thành" }));
    await userEvent.click(within(panel).getByRole("button", { name: "Gửi: Tán thành" }));
    expect(await seat.next()).toEqual({ name: "voting.cast", data: { voteId: "v1", choice: "FOR" } });
    await change({ voting: { votes: [vote("CLOSED")] } });
    expect(screen.queryByRole("complementary", { name: "Biểu quyết" })).toBeNull();
  });

  it("finds people without marks", async () => {
    const more = Array.from({ length: 6 }, (_, at) => participant(`x${at}`));
    await enter({ parts: { room: { ...full, participants: [...people, ...more] } } });
    await press("Người tham dự");
    await userEvent.type(screen.getByRole("searchbox", { name: "Tìm theo tên, tổ" }), "pao");
    const panel = screen.getByRole("complementary", { name: "Người tham dự" });
    expect(within(panel).getAllByRole("listitem")).toHaveLength(1);
    expect(within(panel).getByText("Giàng A Páo")).toBeTruthy();
  });

  it("does with single keys what the buttons do, but not while one types", async () => {
    const user = userEvent.setup();
    const { devices } = await enter();
    await waitFor(() => expect(devices.source("MICROPHONE").track).toBeDefined());
    await user.keyboard("m");
    await waitFor(() => expect(devices.source("MICROPHONE").on).toBe(true));
    await user.keyboard("m");
    await user.keyboard("[Space>]");
    await waitFor(() => expect(devices.source("MICROPHONE").on).toBe(true));
    await user.keyboard("[/Space]");
    await waitFor(() => expect(devices.source("MICROPHONE").on).toBe(false));
    await user.keyboard("h");
    expect(await seat.next()).toEqual({ name: "floor.raise-hand", data: {} });
    await user.keyboard("c");
    await user.type(screen.getByRole("textbox", { name: "Viết tin nhắn" }), "mvhcp");
    expect(devices.source("MICROPHONE").on).toBe(false);
    expect(seat.server.frames.filter(frame => frame.t === "do")).toEqual([]);
  });

  it("asks the bridge for what is on screen and no more", async () => {
    await enter();
    let want = await seat.media.take("want");
    while (Object.keys(want.heights as object).length < 2) want = await seat.media.take("want");
    expect(want).toMatchObject({ heights: { "ct/CAMERA": 360, "d2/CAMERA": 360 }, defaultHeight: 0 });
    await press("Xem lớn: Giàng A Páo");
    // What was asked for while the tiles found their sizes may still be on its way.
    while ((want.heights as Record<string, number>)["d2/CAMERA"] !== 720) want = await seat.media.take("want");
    expect(want).toMatchObject({ selected: ["d2/CAMERA", "ct/CAMERA"] });
    expect(want.heights).toEqual({ "d2/CAMERA": 720, "ct/CAMERA": 180 });
  });

  it("stops when the same person has come with another device", async () => {
    await enter();
    await act(async () => seat.media.current?.close(4013));
    expect(await screen.findByText("Đã vào phòng từ thiết bị khác")).toBeTruthy();
    await press("Chuyển về màn hình này");
    expect(await seat.media.take("hello")).toMatchObject({ session: "s1" });
  });
});

describe("a moderator in the room", () => {
  const asChair: Begin = { me: chair, moderator: true };

  it("lets in who waits", async () => {
    const waiting = [
      { personId: "g1", name: "Trần Quốc Việt", as: "PERSON" as const, since: nineOClock },
      { personId: "g2", name: "Điểm cầu Tủa Chùa", as: "KIOSK" as const, since: nineOClock },
    ];
    const { drawn } = await enter({
      ...asChair,
      parts: { room: { ...full, lobby: true, waitingCount: 2, waiting } },
    });
    expect(screen.getByText("2 người chờ vào phòng", { selector: "b" })).toBeTruthy();
    await press("Xem");
    await press("Cho vào: Trần Quốc Việt");
    expect(await seat.next()).toEqual({ name: "room.admit", data: { personId: "g1" } });
    await press("Từ chối: Điểm cầu Tủa Chùa");
    expect(await seat.next()).toEqual({ name: "room.turn-away", data: { personId: "g2" } });
    await press("Cho tất cả vào");
    expect(await seat.next()).toEqual({ name: "room.admit-all", data: {} });
    await expectAccessible(drawn.container);
  });

  it.each([
    ["Tắt micro", "room.mute", { personId: "d2", source: "MICROPHONE", hold: false }],
    ["Tắt micro và giữ tắt", "room.mute", { personId: "d2", source: "MICROPHONE", hold: true }],
    ["Tắt camera và giữ tắt", "room.mute", { personId: "d2", source: "CAMERA", hold: true }],
    ["Ghim lên khung hình chính", "room.stage", { personId: "d2" }],
  ])("has %s for everyone", async (name, command, data) => {
    await enter(asChair);
    await press("Người tham dự");
    await press("Thao tác với Giàng A Páo");
    const dialog = screen.getByRole("dialog");
    await expectAccessible(dialog);
    await userEvent.click(within(dialog).getByRole("button", { name }));
    expect(await seat.next()).toEqual({ name: command, data });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("removes somebody only after a second word", async () => {
    await enter(asChair);
    await press("Người tham dự");
    await press("Thao tác với Giàng A Páo");
    await press("Mời ra khỏi phòng");
    expect(screen.getByRole("heading", { name: "Mời Giàng A Páo ra khỏi phòng?" })).toBeTruthy();
    await press("Mời ra khỏi phòng");
    expect(await seat.next()).toEqual({ name: "room.remove", data: { personId: "d2" } });
  });

  it("mutes everyone, and gives the floor from the queue", async () => {
    await enter({ ...asChair, parts: { floor: { queue: [speaker(1, { personId: "d2" })] } } });
    await press("Người tham dự");
    await press(/^Mời Giàng A Páo phát biểu/);
    expect(await seat.next()).toEqual({ name: "floor.grant", data: { personId: "d2", seconds: 300 } });
    await press("Tắt và giữ micro tất cả");
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Tắt và giữ micro tất cả" }));
    expect(await seat.next()).toEqual({ name: "room.mute-all", data: { source: "MICROPHONE", hold: true } });
  });
});

describe("a meeting room's computer", () => {
  it("shows the session while the room is closed, and goes in by itself", async () => {
    const { drawn } = await open({ kiosk: true, parts: { room: room({ state: "CLOSED" }) } });
    expect(await screen.findByText(/Màn hình này sẽ tự vào phòng/)).toBeTruthy();
    await expectAccessible(drawn.container);
    await change({ room: full });
    expect(await seat.next()).toEqual({ name: "room.join", data: { as: "KIOSK" } });
    await changeMe(inside);
    expect(await seat.media.take("hello")).toMatchObject({ session: "s1" });
    expect(await screen.findByRole("slider", { name: "Âm lượng" })).toBeTruthy();
    await expectAccessible(drawn.container);
  });
});

describe("a conference of meeting rooms", () => {
  const points = [
    participant("ct", { name: "Lò Văn Muôn", moderator: true }),
    participant("k1", { name: "Điểm cầu Tủa Chùa", as: "KIOSK" }),
    participant("k2", { name: "Điểm cầu Mường Nhé", as: "KIOSK" }),
    participant("d2", { name: "Giàng A Páo" }),
    participant("d3", { name: "Lò Thị Inh" }),
    participant("d4", { name: "Vừ Thị Pà" }),
  ];
  const conference = room({ participants: points, microphones: "CALLED" });
  const point: MeView = { ...inside, personId: "k1", delegate: false, sittings: [] };
  const session = hall().session;

  it("is shown to a point as the director lays it out, with three small pictures at most", async () => {
    await open({ kiosk: true, me: point, parts: { room: conference } });
    await change({ stage: { air: { kind: "STAGE", persons: ["k2"] }, since: nineOClock, called: [] } });
    const large = await screen.findByRole("figure", { name: "Điểm cầu Mường Nhé" });
    const strip = screen.getByRole("region", { name: "Các khung hình nhỏ" });
    expect(strip.contains(large)).toBe(false);
    expect(within(strip).getAllByRole("figure")).toHaveLength(3);
    await change({ stage: { air: { kind: "DIALOGUE", persons: ["k1", "k2"] }, since: nineOClock, called: [] } });
    expect(screen.getAllByRole("figure")).toHaveLength(2);
    expect(screen.getByText("Đang lên hình")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Bật micro và phát biểu" })).toBeTruthy();
  });

  it("lets a point ask for the floor, and tells it when it is next", async () => {
    const sitting = { session: { ...session, openSittingId: "p1" } };
    const { drawn } = await open({ kiosk: true, me: point, parts: { room: conference, ...sitting } });
    await press("Xin phát biểu");
    expect(await seat.next()).toEqual({ name: "floor.raise-hand", data: {} });
    await changeMe({ ...point, hand: true, turn: 1 });
    expect(await screen.findByText("Tiếp theo là lượt phát biểu ở đây")).toBeTruthy();
    await expectAccessible(drawn.container);
    await press(/^Rút đăng ký/);
    expect(await seat.next()).toEqual({ name: "floor.lower-hand", data: {} });
  });

  it("is directed: selected, previewed, taken on air", async () => {
    const { drawn } = await enter({ parts: { room: conference }, me: chair, moderator: true });
    await press("Bàn đạo diễn");
    await userEvent.click(await screen.findByRole("button", { name: "Chọn Điểm cầu Tủa Chùa" }));
    await press("Chọn Điểm cầu Mường Nhé");
    expect(screen.getByRole("button", { name: "Một hình lớn" }).hasAttribute("disabled")).toBe(true);
    await press("Đối thoại");
    const layout = { kind: "DIALOGUE" as const, persons: ["k1", "k2"] };
    expect(await seat.next()).toEqual({ name: "stage.preview", data: layout });
    expect(button("Lên hình").hasAttribute("disabled")).toBe(true);
    await change({ stage: { preview: layout, called: [] } });
    expect(within(screen.getByRole("region", { name: "Xem trước" })).getAllByRole("figure")).toHaveLength(2);
    await expectAccessible(drawn.container);
    await press("Lên hình");
    expect(await seat.next()).toEqual({ name: "stage.air", data: {} });
    await press("Mời thêm Điểm cầu Tủa Chùa cùng nói");
    expect(await seat.next()).toEqual({ name: "stage.call", data: { personId: "k1" } });
  });
});
