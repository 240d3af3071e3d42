import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import playwright from "../playwright.config.ts";
import { Client } from "./api.ts";
import { meetingFlags, Participant } from "./conference.ts";
import { test as base, expect, Seat, sizes } from "./house.ts";
import { pdf } from "./pdf.ts";
import type { Plenum } from "./server.ts";

const usual = playwright.use?.launchOptions ?? {};
const test = base.extend<object>({
  launchOptions: [{ ...usual, args: [...(usual.args ?? []), ...meetingFlags] }, { scope: "worker" }],
});

const title = "Hội nghị trực tuyến về phòng, chống rét cho cây trồng, vật nuôi";
const own = "Xã Mường Phăng";
const other = "Phường Mường Thanh";

/** A published conference of the People's Committee that has invited nobody yet. */
async function conference(plenum: Plenum): Promise<string> {
  const secretary = await Client.signIn(plenum.url, "thukyub");
  const session = `hoi-nghi-${randomUUID().slice(0, 8)}`;
  await secretary.post("/api/sessions", {
    sessionId: session,
    bodyId: "ubnd-11",
    title,
    number: 21,
    kind: "THEMATIC",
  });
  const sitting = { sittingId: "sang", title: "Sáng, trực tuyến", date: "2026-12-23", startsAt: 1_797_987_600_000 };
  await secretary.command(session, "sitting.plan", sitting);
  await secretary.command(session, "agenda.add-item", {
    itemId: "i1",
    index: 0,
    title: "Khai mạc",
    kind: "PROCEDURE",
    hidden: false,
  });
  await secretary.command(session, "session.publish", {});
  return session;
}

/** Until the echo has brought the picture back: a machine with much to do may need more than one attempt. */
async function tryTheLine(page: Page): Promise<void> {
  const line = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Đường truyền/ }) });
  await expect(async () => {
    await line.getByRole("button", { name: /^Kiểm tra/ }).click();
    await expect(line.getByRole("button", { name: "Kiểm tra lại" })).toBeVisible();
    await expect(line.getByText("Tốc độ nhận")).toBeVisible({ timeout: 100 });
    await expect(line.getByText(/^0 kbit\/s$/)).toHaveCount(0, { timeout: 100 });
  }).toPass({ timeout: 120_000 });
}

test("units are invited to a conference, try their points and are counted", async ({ browser, plenum }) => {
  test.setTimeout(300_000);
  const session = await conference(plenum);
  const secretary = await Seat.take(browser, "points-secretary", sizes.desktop);
  const board = await Seat.take(browser, "points-board", sizes.wall);
  const unit = await Seat.take(browser, "points-unit", sizes.phone, { hasTouch: true });
  const point = await Participant.come(browser, "points-technician", sizes.desktop);
  const row = (name: string) => board.page.getByRole("listitem").filter({ hasText: name });

  await test.step("the secretary invites all units below with one tap", async () => {
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/points`, "thukyub");
    await expect(secretary.page.getByText("Chưa mời điểm cầu nào")).toBeVisible();
    await secretary.page.getByRole("button", { name: "Mời điểm cầu" }).click();
    await secretary.page.getByRole("button", { name: "Chọn cả 45 đơn vị" }).click();
    await secretary.shows("invite");
    await secretary.page.getByRole("button", { name: "Mời 45 đơn vị" }).click();
    await expect(secretary.page.getByRole("row", { name: /^Đơn vị trực thuộc 45 0 0 0/ })).toBeVisible();
  });

  await test.step("a unit names who looks after its point, another does not come", async () => {
    await unit.signIn(`${plenum.url}/points`, "qtmuongphang");
    const card = unit.page.getByRole("article", { name: `${own}, ${title}` });
    await card.getByRole("button", { name: "Phân công" }).click();
    const dialog = unit.page.getByRole("dialog");
    await dialog.getByLabel("Cán bộ phụ trách kỹ thuật").selectOption("ktmuongphang");
    await dialog.getByLabel("Điện thoại liên hệ").fill("0215 555 0325");
    await dialog.getByLabel("Dự kiến số người dự").fill("18");
    await dialog.getByLabel(/^Người dự/).fill("* Quàng Văn Mới, Chủ tịch UBND xã\nLường Thị Hoa");
    await unit.shows("assign");
    await dialog.getByRole("button", { name: "Phân công", exact: true }).click();
    await expect(card.getByText("Đã phân công")).toBeVisible();
    await unit.shows("assigned");
    const neighbour = await Client.signIn(plenum.url, "qtmuongthanh");
    const assignment = { technicianId: "ktmuongthanh", attendees: [], expected: 20 };
    await neighbour.replace(`/api/sessions/${session}/points/11-03334/assignment`, { id: randomUUID(), ...assignment });
  });

  await test.step("at the central point the technician asks for a trial and says what is enough", async () => {
    await board.signIn(`${plenum.url}/sessions/${session}/points`, "kythuat");
    await board.page.getByText("Chỉ điểm cầu chạy thử đạt mới được vào phòng họp").click();
    await board.page.getByRole("button", { name: "Ngưỡng chạy thử" }).click();
    const dialog = board.page.getByRole("dialog");
    await dialog.getByLabel("Đạt: tốc độ mỗi chiều từ (kbit/s)").fill("1");
    await dialog.getByLabel("Đạt có điều kiện từ (kbit/s)").fill("1");
    await dialog.getByLabel("Đạt: độ trễ đến (ms)").fill("60000");
    await dialog.getByLabel("Đạt có điều kiện đến (ms)").fill("60000");
    await dialog.getByLabel("Đạt: mất gói đến (%)").fill("100");
    await dialog.getByLabel("Đạt có điều kiện đến (%)").fill("100");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("the point's technician tries everything: green, and counts who is there", async () => {
    const { page, seat } = point;
    await point.signIn(`${plenum.url}/points`, "ktmuongphang");
    const card = page.getByRole("article", { name: `${own}, ${title}` });
    await card.getByRole("button", { name: "Chạy thử, vào phòng họp" }).click();
    await expect(page.getByText("Đã nghe thấy tiếng")).toBeVisible();
    await expect(page.getByRole("button", { name: "Vào phòng họp" })).toBeDisabled();
    await page.getByRole("button", { name: "Nghe thử" }).click();
    await page.getByRole("button", { name: "Nghe rõ" }).click();
    await tryTheLine(page);
    await page.getByRole("button", { name: "Gửi kết quả chạy thử" }).click();
    await expect(page.getByRole("heading", { name: "Điểm cầu sẵn sàng" })).toBeVisible();
    await seat.shows("green");
    await page.getByRole("button", { name: "Điểm danh", exact: true }).click();
    const roll = page.getByRole("dialog");
    await roll.getByLabel("Số người có mặt").fill("17");
    await seat.shows("roll");
    await roll.getByRole("button", { name: "Gửi điểm danh" }).click();
    await expect(page.getByText(/^Đã điểm danh 17\/18 người/)).toBeVisible();
  });

  await test.step("a point that failed stays outside until the central technician accepts it, with a reason", async () => {
    const technician = await Client.signIn(plenum.url, "ktmuongthanh");
    await technician.command(session, "point.test", {
      pointId: "11-03334",
      camera: "NONE",
      microphone: "DENIED",
      loudspeaker: "OK",
      upKbps: 400,
      downKbps: 900,
      roundTripMs: 80,
      lossPermille: 12,
    });
    const control = await Client.signIn(plenum.url, "thukyub");
    await control.command(session, "room.open", { lobby: false, microphones: "CALLED" });
    await expect(technician.command(session, "room.join", { as: "KIOSK" })).rejects.toThrow("point:test-first");
    await expect(row(other).getByText("Chưa đạt")).toBeVisible();
    await expect(row(own).getByText("Đạt", { exact: true })).toBeVisible();
    await board.shows("board");
    await row(other).getByRole("button").click();
    const dialog = board.page.getByRole("dialog");
    await dialog.getByLabel("Lý do, cách tham gia").fill("Mượn micro hội trường, dự bằng tiếng");
    await board.shows("verdict");
    await dialog.getByRole("button", { name: "Ghi kết luận" }).click();
    await expect(dialog.getByText(/^Đã ghi nhận/)).toBeVisible();
    await dialog.getByRole("button", { name: "Đóng" }).click();
    await expect(row(other).getByText("Đạt có điều kiện")).toBeVisible();
    await expect(row(other).getByText("Mượn micro hội trường, dự bằng tiếng")).toBeVisible();
  });

  await test.step("the point comes into the room; board and totals by level say so", async () => {
    const control = await Client.signIn(plenum.url, "thukyub");
    await point.page.getByRole("button", { name: "Vào phòng họp" }).click();
    await expect(row(own).getByText("Trong phòng họp")).toBeVisible();
    await control.command(session, "point.report", { pointId: "11-03334", present: 19, leaders: ["Đỗ Thị Ngân Hà"] });
    await expect(secretary.page.getByRole("row", { name: "Đơn vị trực thuộc 45 2 1 2 36/38" })).toBeVisible();
    await secretary.page.getByRole("button", { name: /^Chưa trả lời/ }).click();
    await secretary.page.getByRole("button", { name: /^Tất cả/ }).click();
    await secretary.shows("totals");
    await board.page.setViewportSize(sizes.phone);
    await board.shows("phone");
  });

  await test.step("each unit has one answer in a vote: from its point's computer, counted and named as units", async () => {
    const { page } = secretary;
    const control = await Client.signIn(plenum.url, "thukyub");
    const chair = await Client.signIn(plenum.url, "ubct");
    const wall = await Seat.take(browser, "points-wall", sizes.wall);
    await wall.signIn(`${plenum.url}/sessions/${session}/screen`, "manhinhub");
    await control.command(session, "attendance.open-roll-call", { sittingId: "sang" });
    await control.command(session, "attendance.approve", { sittingId: "sang" });
    await chair.command(session, "sitting.open", { sittingId: "sang", overrideReason: "Hội nghị trực tuyến" });
    await chair.command(session, "agenda.open-item", { itemId: "i1" });
    const question = "Thời điểm đưa gia súc về chuồng";
    const vote = { voteId: "y-kien", itemId: "i1", title: question, matter: "consultation" };
    await control.command(session, "voting.prepare", vote);
    await page.goto(`${plenum.url}/sessions/${session}/secretary/conduct`);
    await page.getByRole("button", { name: "Mở biểu quyết" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Từng đơn vị").click();
    await secretary.shows("ask-units");
    await dialog.getByRole("button", { name: "Mở biểu quyết" }).click();
    const sheet = point.page.getByRole("complementary", { name: "Biểu quyết" });
    await expect(sheet.getByText(question)).toBeVisible();
    await point.seat.shows("unit-vote");
    await sheet.getByText("Đồng ý", { exact: true }).click();
    await sheet.getByRole("button", { name: "Gửi: Đồng ý" }).click();
    await expect(wall.page.getByText("đơn vị đã biểu quyết")).toBeVisible();
    await expect(wall.page.getByText("1/2", { exact: true })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: other })).toBeVisible();
    await wall.shows("units-vote");
    await control.command(session, "voting.close", { voteId: "y-kien" });
    await control.command(session, "voting.declare", { voteId: "y-kien" });
    await expect(wall.page.getByText("1/2 đơn vị").first()).toBeVisible();
    await wall.shows("units-result");
    await page.goto(`${plenum.url}/sessions/${session}/secretary/points`);
    expect(wall.wrong()).toEqual([]);
  });

  await test.step("the director's stage has the paper's page; on a weak line it comes as one small picture", async () => {
    const control = await Client.signIn(plenum.url, "thukyub");
    const facts = { itemId: "i1", title: "Ke hoach chong ret", kind: "REPORT", fileName: "ke-hoach.pdf" };
    await control.upload(session, "ke-hoach", facts, pdf([["Ke hoach phong, chong ret"], ["Phan cong"]]));
    await control.command(session, "follow.start", { paperId: "ke-hoach", page: 1 });
    await control.command(session, "stage.layout", { kind: "STAGE_PAPER" });
    const { page, seat } = point;
    const stage = page.getByRole("region", { name: "Tài liệu đang trình chiếu" });
    await expect(stage.locator("[data-drawn='1']")).toBeVisible();
    await seat.shows("stage-paper");
    const sent = page.waitForResponse(/\/papers\/ke-hoach\/images\/1/);
    await page.getByRole("button", { name: "Đường truyền yếu: chỉ nghe và xem trang" }).click();
    const response = await sent;
    expect((await response.body()).length).toBeLessThanOrEqual(60_000);
    await expect(page.getByText("Đang nghe và xem trang tài liệu")).toBeVisible();
    await expect(stage.getByRole("img", { name: "Ke hoach chong ret, trang 1" })).toBeVisible();
    await control.command(session, "follow.turn", { page: 2 });
    await expect(stage.getByRole("img", { name: "Ke hoach chong ret, trang 2" })).toBeVisible();
    await expect(page.locator("video")).toHaveCount(0);
    await expect(row(own).getByText("Trong phòng họp")).toBeVisible();
    await seat.shows("weak-line");
    await page.getByRole("button", { name: "Nhận lại hình" }).click();
    await expect(stage.locator("[data-drawn='2']")).toBeVisible();
  });

  await test.step("the report tells how each point took part, is printed and goes into a spreadsheet", async () => {
    const { page } = secretary;
    await page.getByRole("link", { name: "Báo cáo điểm cầu" }).click();
    const reported = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
    await expect(reported(own)).toContainText("17/18");
    await expect(reported(own)).toContainText("Kỹ thuật: Quàng Văn Thuận");
    await expect(reported(other)).toContainText("Mượn micro hội trường, dự bằng tiếng");
    await expect(reported(other)).toContainText("Không vào");
    await secretary.shows("report");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "In báo cáo" })).toBeHidden();
    await secretary.shows("report-printed");
    await page.emulateMedia({ media: null });
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải về (CSV)" }).click();
    expect(await readFile(await (await saved).path(), "utf8")).toContain(`"${own}","1","Tham gia"`);
    await page.setViewportSize(sizes.phone);
    await secretary.shows("report-phone");
  });

  for (const seat of [secretary, board, unit, point.seat]) expect(seat.wrong()).toEqual([]);
});
