// @vitest-environment jsdom
import "../../../../test/room-dom.ts";
import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../../../../test/dom.ts";
import { FakeMedia } from "../../../../test/fake-rtc.ts";
import { hall, nineOClock, speaker } from "../../../../test/hall-fixture.ts";
import { LiveRoom } from "../../../../test/live-room.tsx";
import { participant, room, sender } from "../../../../test/room-fixture.ts";
import { Devices } from "../../../core/devices.ts";
import type { MeView, RoomView } from "../../../core/schemas.ts";
import { DevicesProvider } from "../../../hall/room/call.tsx";
import { ToastProvider } from "../../../ui/index.ts";
import { WatchScreen } from "./WatchScreen.tsx";

const shown = room({ broadcast: true, participants: [participant("d1"), participant("d2")] });
const guest: MeView = {
  personId: "g1",
  delegate: false,
  received: false,
  hand: false,
  speaking: false,
  sittings: [],
  ballots: [],
  room: { place: "OUT", mutes: [] },
};

let seat: LiveRoom;
let media: FakeMedia;

afterEach(async () => {
  await seat.close();
  vi.unstubAllGlobals();
});

async function open(view: RoomView = shown, me: MeView = guest) {
  media = new FakeMedia();
  const memory = { getItem: () => null, setItem: () => undefined };
  const devices = new Devices({ media: media.real, memory });
  const all = hall({ room: view, floor: { speech: speaker(0), queue: [] } });
  const [opened, drawn] = await LiveRoom.open(
    "guest",
    <ToastProvider>
      <DevicesProvider given={devices}>
        <WatchScreen session={all.session} home="/" />
      </DevicesProvider>
    </ToastProvider>,
    all,
    me,
  );
  seat = opened;
  return drawn.container;
}

const change = (view: RoomView) =>
  act(async () => seat.server.send({ t: "state", seq: 9, at: nineOClock, full: false, parts: { room: view } }));

describe("who watches the room", () => {
  it("comes as one who watches, sees who is on the stage, and is asked for neither microphone nor camera", async () => {
    const page = await open();
    expect(await seat.media.take("hello")).toMatchObject({ watch: true, test: false });
    await act(async () => {
      seat.media.send({ t: "welcome", v: 1, now: nineOClock, kept: false });
      seat.media.send({ t: "people", full: true, people: [sender("d1"), sender("d2")] });
    });
    expect(await screen.findByRole("figure", { name: "Người d1" })).toBeTruthy();
    expect(screen.queryByRole("figure", { name: "Người d2" })).toBeNull();
    expect(screen.queryByRole("toolbar")).toBeNull();
    expect(media.asked).toEqual([]);
    await expectAccessible(page);
  });

  it("is told why there is nothing to see, and it begins by itself", async () => {
    await open({ ...shown, broadcast: false });
    expect(await screen.findByText("Chưa phát trực tiếp")).toBeTruthy();
    await change(shown);
    await seat.media.take("hello");
    await change({ ...shown, broadcast: false });
    expect(await screen.findByText("Chưa phát trực tiếp")).toBeTruthy();
    await change({ ...shown, state: "CLOSED" });
    expect(await screen.findByText("Phòng họp trực tuyến đã đóng")).toBeTruthy();
  });

  it("sees nothing after being sent out of the room", async () => {
    await open(shown, { ...guest, room: { place: "REMOVED", mutes: [] } });
    expect(screen.getByText("Không xem được phòng họp này")).toBeTruthy();
  });

  it("hears that as many watch as can", async () => {
    await open();
    await seat.media.take("hello");
    seat.media.current?.close(4015);
    expect(await screen.findByText("Đã đủ số người xem")).toBeTruthy();
  });
});
