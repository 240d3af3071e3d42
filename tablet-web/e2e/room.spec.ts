import playwright from "../playwright.config.ts";
import { Client } from "./api.ts";
import { breaks, meetingFlags, Participant } from "./conference.ts";
import { stateAs } from "./hall.ts";
import { test as base, expect, Seat, sizes } from "./house.ts";
import { Plenum } from "./server.ts";
import { UdpNetwork } from "./udp.ts";

const demo = "ky-hop-3-2026";
const usual = playwright.use?.launchOptions ?? {};

/** A server of its own, whose media go over a network that can be cut. */
const test = base.extend<object, { network: UdpNetwork }>({
  network: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
    async ({}, use) => {
      const network = await UdpNetwork.lay();
      await use(network);
      network.close();
    },
    { scope: "worker" },
  ],
  plenum: [
    async ({ network }, use) => {
      const plenum = await Plenum.start({ port: network.port, address: network.address });
      await use(plenum);
      await plenum.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  launchOptions: [{ ...usual, args: [...(usual.args ?? []), ...meetingFlags] }, { scope: "worker" }],
});

// In the player's page: it plays what Chromium itself has decoded.
const length = (player: HTMLVideoElement) => player.duration || 0;
const seconds = (player: HTMLVideoElement) => {
  const { played } = player;
  return Array.from({ length: played.length }, (_, i) => played.end(i) - played.start(i)).reduce((a, b) => a + b, 0);
};
const decoded = (player: HTMLVideoElement & { webkitAudioDecodedByteCount?: number }) => ({
  picture: player.videoWidth > 0 && player.getVideoPlaybackQuality().totalVideoFrames > 1,
  sound: (player.webkitAudioDecodedByteCount ?? 0) > 0,
  trouble: player.error?.message ?? null,
});

/** A sitting is open and enough delegates are present: the floor can be given. */
async function openSitting(secretary: Client): Promise<void> {
  const { parts } = await stateAs(secretary, demo, "control");
  if (parts.session.openSittingId !== undefined) return;
  const sittingId = parts.session.sittings[0]?.sittingId ?? "";
  await secretary.command(demo, "attendance.open-roll-call", { sittingId });
  for (let n = 4; n < 48; n++) {
    const personId = `db${String(n).padStart(2, "0")}`;
    await secretary.command(demo, "attendance.mark", { sittingId, personId, presence: "PRESENT" });
  }
  await secretary.command(demo, "attendance.approve", { sittingId });
  await secretary.command(demo, "sitting.open", { sittingId });
}

test("a sitting in the online room", async ({ browser, plenum, network }) => {
  test.setTimeout(300_000);
  const room = `${plenum.url}/sessions/${demo}/room`;
  const secretary = await Seat.take(browser, "room-secretary", sizes.desktop, { allowed: breaks });
  const chair = await Participant.come(browser, "room-chair", sizes.desktop);
  const a = await Participant.come(browser, "room-landscape", sizes.landscape);
  const b = await Participant.come(browser, "room-portrait", sizes.portrait);
  const late = await Participant.come(browser, "room-phone", sizes.phone);
  const desk = secretary.page;

  await test.step("the secretary opens the room from the desk", async () => {
    await openSitting(await Client.signIn(plenum.url, "thuky"));
    await secretary.signIn(`${plenum.url}/sessions/${demo}/secretary`, "thuky");
    await desk.getByRole("button", { name: "Phòng họp trực tuyến" }).click();
    await secretary.shows("closed");
    await desk.getByRole("button", { name: "Mở phòng họp" }).click();
    await expect(desk.getByRole("button", { name: "Đóng phòng họp" })).toBeVisible();
    await secretary.shows("open");
    await desk.getByRole("button", { name: "Đóng", exact: true }).click();
  });

  await test.step("chair and delegates find it on their screens, look at themselves and join", async () => {
    await chair.signIn(`${plenum.url}/sessions/${demo}/chair`, "chutoa");
    await chair.page.getByRole("link", { name: /^Vào phòng họp trực tuyến/ }).click();
    await a.signIn(`${plenum.url}/sessions/${demo}/delegate`, "db04");
    await a.page.getByRole("link", { name: /^Vào phòng họp trực tuyến/ }).click();
    await expect(a.page.getByText("Đã nghe thấy tiếng")).toBeVisible();
    await a.seat.shows("lobby");
    await b.signIn(room, "db08");
    for (const one of [chair, a, b]) await one.join();
  });

  await test.step("all see each other, in the size that the tile needs, and nothing is lost", async () => {
    await chair.sees("db04", 360);
    await chair.sees("db08", 360);
    await a.sees("chutoa");
    await b.sees("db04");
    for (const one of [chair, a, b]) expect((await one.counters()).lost).toBe(0);
    await chair.seat.shows("grid");
    await chair.page.setViewportSize(sizes.wall);
    await chair.sees("db04");
    await chair.seat.shows("wall-grid");
    await chair.page.setViewportSize(sizes.desktop);
    await b.seat.shows("grid");
  });

  await test.step("a larger tile gets a larger picture, a smaller one a smaller", async () => {
    await chair.page.getByRole("button", { name: /^Xem lớn: Trần Đình Khoát/ }).click();
    await chair.sees("db04", 720, "CAMERA", 45_000);
    await chair.sees("db08", 180);
    await chair.seat.shows("stage");
    await chair.page.setViewportSize(sizes.wall);
    await chair.sees("db04");
    await chair.seat.shows("wall-stage");
    await chair.page.setViewportSize(sizes.desktop);
    await chair.page.getByRole("button", { name: "Hiện dạng lưới" }).click();
    await chair.sees("db04", 360);
  });

  await test.step("one speaks and is heard; muted by the chair one is not", async () => {
    await a.press("Bật micro");
    await chair.hears();
    await b.hears();
    await expect(a.picture("db04").getByText("Micro tắt")).toHaveCount(0);
    await chair.press(/^Người tham dự/);
    await chair.page.getByRole("button", { name: "Thao tác với Trần Đình Khoát" }).click();
    await chair.seat.shows("actions");
    await chair.page.getByRole("button", { name: "Tắt micro", exact: true }).last().click();
    await expect(a.page.getByText(/Chủ tọa đã tắt micro của bạn/)).toBeVisible();
    await b.hearsNothing();
    await a.press("Bật micro");
    await b.hears();
    await chair.page.getByRole("button", { name: "Thao tác với Trần Đình Khoát" }).click();
    await chair.page.getByRole("button", { name: "Tắt micro và giữ tắt" }).click();
    await b.hearsNothing();
    await a.press("Bật micro");
    await expect(a.page.getByText("Chủ tọa đang giữ micro của bạn ở trạng thái tắt.").first()).toBeVisible();
    await b.hearsNothing();
    await chair.page.getByRole("button", { name: "Thao tác với Trần Đình Khoát" }).click();
    await chair.page.getByRole("button", { name: "Cho bật micro" }).click();
    await expect(a.page.getByText("Chủ tọa đã cho bật lại micro.")).toBeVisible();
    await chair.seat.shows("people");
  });

  await test.step("a guest waits in the lobby, is let in, and sees a frame at once", async () => {
    await desk.getByRole("button", { name: /^Quản lý phòng họp trực tuyến/ }).click();
    await desk.getByText("Phòng chờ", { exact: true }).click();
    await late.signIn(room, "khach1");
    await late.page.getByRole("button", { name: "Vào phòng họp", exact: true }).click();
    await expect(late.page.getByText("Đang chờ được vào phòng")).toBeVisible();
    await late.page.getByRole("button", { name: "Kiểm tra đường truyền" }).click();
    await expect(late.page.getByText("Độ trễ")).toBeVisible();
    await expect(late.page.getByText(/^(Tốt|Tạm được):/)).toBeVisible();
    await late.seat.shows("waiting");
    await expect(chair.page.getByRole("region", { name: "Chờ vào phòng (1)" })).toBeVisible();
    await desk.getByRole("button", { name: /^Cho vào/ }).click();
    await late.flows();
    await late.sees("chutoa");
    expect(await late.firstFrame()).toBeLessThan(1_000);
    await desk.getByRole("button", { name: "Đóng", exact: true }).click();
    await late.seat.shows("grid");
  });

  await test.step("given the floor, one press opens the microphone, and everyone sees the speaker large", async () => {
    await a.press("Xin phát biểu");
    await chair.page.getByRole("button", { name: /^Mời Trần Đình Khoát phát biểu/ }).click();
    await expect(a.page.getByText("Chủ tọa mời phát biểu")).toBeVisible();
    await a.seat.shows("invited");
    await a.page.getByRole("button", { name: "Bật micro và phát biểu" }).click();
    await b.hears();
    await expect(b.picture("db04").getByText("Đang phát biểu")).toBeVisible();
    await expect
      .poll(async () => ((await b.picture("db04").boundingBox())?.width ?? 0) > sizes.portrait.width / 2)
      .toBe(true);
    await b.seat.shows("floor");
  });

  await test.step("a shared screen comes before the speaker", async () => {
    await b.press("Chia sẻ màn hình");
    await a.sees("db08", undefined, "SCREEN");
    await a.seat.shows("share");
    await b.page.getByRole("status").getByRole("button", { name: "Dừng chia sẻ" }).click();
    await expect(a.picture("db08", "SCREEN")).toHaveCount(0);
  });

  await test.step("messages reach everyone", async () => {
    await late.press(/^Tin nhắn/);
    await late.page.getByLabel("Viết tin nhắn").fill("Điểm cầu nghe rõ");
    await late.page.getByRole("button", { name: "Gửi", exact: true }).click();
    await a.press(/^Tin nhắn.*1 tin chưa đọc/);
    await expect(a.page.getByRole("log").getByText("Điểm cầu nghe rõ")).toBeVisible();
    await a.seat.shows("chat");
    await late.seat.shows("chat");
    await a.press(/^Tin nhắn/);
    await late.press(/^Tin nhắn/);
  });

  await test.step("whose network was cut for 5 seconds is back by itself", async () => {
    network.cut(await a.ports());
    await a.page.waitForTimeout(5_000);
    network.mend();
    await a.sees("chutoa", undefined, "CAMERA", 10_000);
    await a.flows(10_000);
    await chair.sees("db04");
    await b.hears();
  });

  await test.step("the server is killed; all are back by themselves with picture and sound", async () => {
    await plenum.kill();
    await plenum.restart();
    const back = Date.now();
    await Promise.all([
      ...[chair, a, b, late].map(one => one.flows(10_000)),
      chair.sees("db04", undefined, "CAMERA", 10_000),
      b.hears(10_000),
    ]);
    expect(Date.now() - back).toBeLessThan(10_000);
    await a.seat.shows("after-restart");
  });

  await test.step("who is asked to leave is out, and knows why", async () => {
    if (!(await chair.page.getByRole("complementary", { name: "Người tham dự" }).isVisible())) {
      await chair.press(/^Người tham dự/);
    }
    await chair.page.getByRole("button", { name: /^Thao tác với Cà Thị Minh Nguyệt/ }).click();
    await chair.page.getByRole("button", { name: "Mời ra khỏi phòng" }).click();
    await chair.page.getByRole("dialog").getByRole("button", { name: "Mời ra khỏi phòng" }).click();
    await expect(b.page.getByText("Đã được mời ra khỏi phòng")).toBeVisible();
    await b.seat.shows("removed");
    await expect(chair.picture("db08")).toHaveCount(0);
  });

  await test.step("the chair closes the room for all", async () => {
    await chair.page.getByRole("button", { name: "Thêm", exact: true }).click();
    await chair.page.getByRole("menuitem", { name: "Quản lý phòng" }).click();
    await chair.page.getByRole("button", { name: "Đóng phòng họp" }).click();
    await chair.page.getByRole("dialog").last().getByRole("button", { name: "Đóng phòng họp" }).click();
    for (const one of [a, late]) await expect(one.page.getByText("Phòng họp đã đóng")).toBeVisible();
  });

  for (const seat of [secretary, chair.seat, a.seat, b.seat, late.seat]) expect(seat.wrong()).toEqual([]);
});

test("a meeting room's computer is in the room whenever it is open", async ({ browser, plenum }) => {
  const chair = await Client.signIn(plenum.url, "chutoa");
  const kiosk = await Participant.come(browser, "room-kiosk", sizes.wall);
  await kiosk.signIn(`${plenum.url}/sessions/${demo}/room?kiosk=1`, "phonghop");
  await expect(kiosk.page.getByText(/Màn hình này sẽ tự vào phòng/)).toBeVisible();
  await kiosk.seat.shows("closed");
  for (const time of ["first", "second"]) {
    await chair.command(demo, "room.open", { lobby: false, microphones: "FLOOR" });
    await expect(kiosk.page.getByRole("button", { name: "Tắt camera" })).toBeVisible();
    await expect.poll(() => kiosk.page.evaluate(() => window.meeting.connected())).toBe(true);
    await kiosk.seat.shows(time);
    await chair.command(demo, "room.close", {});
    await expect(kiosk.page.getByText(/Màn hình này sẽ tự vào phòng/)).toBeVisible();
  }
  expect(kiosk.seat.wrong()).toEqual([]);
});

test("a conference of meeting rooms is directed", async ({ browser, plenum }) => {
  test.setTimeout(240_000);
  const address = `${plenum.url}/sessions/${demo}/room`;
  const chair = await Client.signIn(plenum.url, "chutoa");
  await openSitting(await Client.signIn(plenum.url, "thuky"));
  await chair.command(demo, "room.open", { lobby: false, microphones: "CALLED" });
  const director = await Participant.come(browser, "stage-director", sizes.desktop);
  const first = await Participant.come(browser, "stage-first", sizes.wall);
  const second = await Participant.come(browser, "stage-second", sizes.desktop);
  const wall = await Participant.come(browser, "stage-wall", sizes.wall);
  const guest = await Participant.come(browser, "stage-guest", sizes.desktop);
  const onAir = (kind: string) => `[data-air="${kind}"]`;
  const monitor = (name: string) => director.page.getByRole("region", { name, exact: true });

  await test.step("two points are in the room by themselves, the director comes to the desk", async () => {
    await first.signIn(`${address}?kiosk=1`, "phonghop");
    await second.signIn(`${address}?kiosk=1`, "khach2");
    await director.signIn(address, "thuky");
    await director.page.getByRole("button", { name: "Vào phòng họp", exact: true }).click();
    await director.page.getByRole("button", { name: "Bàn đạo diễn" }).click();
    await expect(director.page.getByRole("region", { name: "Trong phòng (3)" })).toBeVisible();
  });

  await test.step("the director begins to record, and everybody in the room is told", async () => {
    await director.page.getByRole("button", { name: "Bắt đầu ghi hình" }).click();
    for (const one of [director, first, second]) {
      await expect(one.page.getByRole("status").filter({ hasText: "Đang ghi hình" })).toBeVisible();
    }
    await director.seat.shows("recording");
  });

  await test.step("a dialogue is previewed at the desk alone, then everybody sees it", async () => {
    await director.page.getByRole("button", { name: /^Chọn Điểm cầu xã Mường Phăng/ }).click();
    await director.page.getByRole("button", { name: /^Chọn Nguyễn Thị Thúy Vân/ }).click();
    await director.page.getByRole("button", { name: "Đối thoại" }).click();
    await expect(monitor("Xem trước").locator("figure")).toHaveCount(2);
    await expect(first.page.locator(onAir("DIALOGUE"))).toHaveCount(0);
    await director.seat.shows("preview");
    await director.page.getByRole("button", { name: "Lên hình", exact: true }).click();
    for (const point of [first, second]) {
      await expect(point.page.locator(`${onAir("DIALOGUE")} figure`)).toHaveCount(2);
      await expect(point.page.getByText("Đang lên hình")).toBeVisible();
    }
    await first.page.getByRole("button", { name: "Bật micro và phát biểu" }).click();
    await first.seat.shows("dialogue");
  });

  await test.step("the hall's big screen shows what is on air, and a guest watches it: neither is in the room", async () => {
    await wall.signIn(`${plenum.url}/sessions/${demo}/screen`, "manhinh");
    await wall.sees("phonghop");
    await wall.sees("khach2");
    await wall.hears();
    await wall.seat.shows("stage");
    await guest.signIn(`${plenum.url}/sessions/${demo}/watch`, "khach1");
    await expect(guest.page.getByText("Chưa phát trực tiếp")).toBeVisible();
    await guest.seat.shows("off");
    await chair.command(demo, "room.start-broadcast", {});
    await guest.sees("phonghop");
    await guest.hears();
    await guest.seat.shows("watch");
    await guest.page.setViewportSize(sizes.phone);
    await guest.seat.shows("watch-phone");
    await expect(first.page.getByText("Đang phát trực tiếp")).toBeVisible();
    const { room } = (await stateAs(chair, demo, "control")).parts;
    expect(room.participants.map(one => one.personId).sort()).toEqual(["khach2", "phonghop", "thuky"]);
    expect(room.waitingCount).toBe(0);
    await chair.command(demo, "room.stop-broadcast", {});
    await expect(guest.page.getByText("Chưa phát trực tiếp")).toBeVisible();
    await chair.command(demo, "stage.free", {});
    await expect(wall.page.locator("[data-air]")).toHaveCount(0);
    for (const one of [wall, guest]) await one.page.close();
  });

  await test.step("a tour through the points goes on air, and nobody of them is heard any more", async () => {
    await director.page.getByRole("button", { name: "Luân phiên" }).click();
    await director.page.getByRole("button", { name: "Lên hình", exact: true }).click();
    for (const point of [first, second]) await expect(point.page.locator(onAir("ROTATION"))).toBeVisible();
    await expect(first.page.getByRole("button", { name: "Bật micro", exact: true })).toBeVisible();
  });

  await test.step("a point asks for the floor, is told to be next, is called and comes on air", async () => {
    await second.page.getByRole("button", { name: "Xin phát biểu" }).click();
    await expect(second.page.getByText("Tiếp theo là lượt phát biểu ở đây")).toBeVisible();
    await second.seat.shows("next");
    const call = director.page.getByRole("complementary", { name: "Phát biểu" }).getByRole("button", { name: /^Mời / });
    await call.click();
    const called = Date.now();
    await expect(first.page.locator(`${onAir("STAGE")} figure[data-person="khach2"]`).first()).toBeVisible();
    test.info().annotations.push({ type: "on stage after", description: `${Date.now() - called} ms` });
    await expect(second.page.getByText("Chủ tọa mời phát biểu")).toBeVisible();
    await second.page.getByRole("button", { name: "Bật micro và phát biểu" }).click();
    await director.seat.shows("speech");
    await director.page.setViewportSize(sizes.wall);
    await director.seat.shows("speech-wide");
  });

  await test.step("interrupted by the director, the point is silent; without a layout each chooses again", async () => {
    await director.page.getByRole("button", { name: "Ngắt phát biểu" }).click();
    await expect(second.page.getByRole("button", { name: "Bật micro", exact: true })).toBeVisible();
    await director.page.getByRole("button", { name: "Thôi bố cục chung" }).click();
    for (const point of [first, second]) await expect(point.page.locator("[data-air]")).toHaveCount(0);
  });

  await test.step("recorded is what was on the stage, and it is watched from the second speaker on", async () => {
    await director.page.getByRole("button", { name: "Thêm", exact: true }).click();
    await director.page.getByRole("menuitem", { name: "Quản lý phòng" }).click();
    await director.seat.shows("recording-desk");
    await director.page.getByRole("button", { name: "Kết thúc ghi hình" }).click();
    await director.page.getByRole("dialog").last().getByRole("button", { name: "Kết thúc ghi hình" }).click();
    await expect(first.page.getByRole("status").filter({ hasText: "Đang ghi hình" })).toHaveCount(0);
    const desk = director.page;
    await desk.goto(`${plenum.url}/sessions/${demo}/recordings`);
    await desk.getByRole("link", { name: "Xem Bản ghi 1" }).click({ timeout: 60_000 });
    const player = desk.locator("video");
    await expect.poll(() => player.evaluate(length)).toBeGreaterThan(1);
    const speech = desk.getByRole("button", { name: /Phát biểu.*Nguyễn Thị Thúy Vân/ });
    await desk.getByRole("searchbox").fill("thuy van");
    await speech.click();
    await expect.poll(() => player.evaluate(seconds), { timeout: 30_000 }).toBeGreaterThan(1);
    await expect(speech).toHaveAttribute("aria-current", "true");
    await expect.poll(() => player.evaluate(decoded)).toEqual({ picture: true, sound: true, trouble: null });
    await desk.getByRole("searchbox").fill("");
    await director.seat.shows("playback");
    await desk.setViewportSize(sizes.phone);
    await director.seat.shows("playback-phone");
    await desk.setViewportSize(sizes.desktop);
    const guest = await Client.signIn(plenum.url, "khach1");
    expect(await (await guest.get(`/api/sessions/${demo}/recordings`)).json()).toEqual([]);
    await desk.getByText("Công khai với khách mời", { exact: true }).click();
    await desk.getByRole("button", { name: "Lưu thay đổi" }).click();
    await expect(desk.getByText("Đã lưu.")).toBeVisible();
    expect(await (await guest.get(`/api/sessions/${demo}/recordings`)).json()).toHaveLength(1);
    await desk.getByRole("button", { name: "Xóa bản ghi" }).click();
    await desk.getByRole("dialog").getByRole("button", { name: "Xóa bản ghi" }).click();
    await expect(desk.getByText("Chưa có bản ghi hình nào")).toBeVisible();
  });

  for (const one of [director, first, second, wall, guest]) expect(one.seat.wrong()).toEqual([]);
});
