import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Client, type JournalEntry, signInAll } from "./api.ts";
import {
  ballotsOf,
  castBallot,
  codeOnWall,
  confirm,
  cuts,
  each,
  figure,
  guestWatches,
  pageDrawn,
  stateAs,
  step,
  takeSeats,
} from "./hall.ts";
import { expect, picture, test } from "./house.ts";
import {
  addItem,
  agendaRow,
  createSession,
  dropSitting,
  moveByKeyboard,
  planSitting,
  section,
  uploadSlowly,
} from "./secretary.ts";
import type { Plenum } from "./server.ts";
import { Wire } from "./wire.ts";

const title = "Kỳ họp chuyên đề thứ tư, HĐND tỉnh Điện Biên khóa XVI";
const morning = "Phiên họp buổi sáng";
const afternoon = "Phiên họp buổi chiều";
const opening = "Khai mạc kỳ họp; thông qua chương trình làm việc";
const report = "Báo cáo kết quả giám sát công tác phòng, chống thiên tai năm 2026";
const resolution = "Nghị quyết về chính sách hỗ trợ học sinh bán trú trên địa bàn tỉnh";
const draft = "Dự thảo nghị quyết về chính sách hỗ trợ học sinh bán trú";
const rule = "52/60 đại biểu, quá nửa tổng số đại biểu (cần 31)";
const speaker = "Cà Thị Minh Nguyệt";

const tablets = { a: "db04", b: "db08", c: "db42" };
/** 54 who are present and vote through the API. db59 and db60 stay away. */
const others = Array.from({ length: 57 }, (_, at) => `db${String(at + 2).padStart(2, "0")}`).filter(
  name => !Object.values(tablets).includes(name),
);
/** With the chair and two tablets for and one against: 52 for, 4 against, 2 abstentions. */
const choices = others.map((_, at) => (at < 3 ? "AGAINST" : at < 5 ? "ABSTAIN" : "FOR"));

test("a session from the first draft to the minutes", async ({ browser, plenum }) => {
  test.setTimeout(600_000);
  const wire = await Wire.lay();
  const hall = await takeSeats(browser, wire);
  const { secretary, chair, wall } = hall;
  const desk = secretary.page;
  let session = "";
  let sitting = "";
  let vote = "";
  let clients: Client[] = [];

  await test.step("the secretary makes a session with two sittings", async () => {
    await secretary.signIn(plenum.url, "thuky");
    await expect(desk.getByRole("heading", { name: "Kỳ họp", exact: true })).toBeVisible();
    await secretary.shows("sessions");
    session = await createSession(desk, title);
    await planSitting(desk, morning, "2026-12-21", "08:00");
    await planSitting(desk, afternoon, "2026-12-21", "14:00");
    await secretary.shows("information");
  });

  await test.step("builds the agenda and puts it in order by keyboard", async () => {
    await section(desk, "Chương trình & tài liệu");
    await addItem(desk, morning, { title: opening, kind: "PROCEDURE", presenter: "Chủ tọa kỳ họp", minutes: 15 });
    await addItem(desk, morning, {
      title: "Thông qua nghị quyết hỗ trợ học sinh bán trú",
      kind: "RESOLUTION",
      presenter: "Ngô Văn Bính, Giám đốc Sở Giáo dục và Đào tạo",
      minutes: 45,
      resolution,
    });
    await addItem(desk, morning, { title: report, kind: "REPORT", presenter: "Ban Văn hóa - Xã hội", minutes: 30 });
    await moveByKeyboard(desk, report, "ArrowUp");
    await expect(desk.getByRole("treeitem")).toHaveText([/^1.*Khai mạc/, /^2.*giám sát/, /^3.*bán trú/]);
  });

  await test.step("uploads two papers and sees them arrive", async () => {
    await agendaRow(desk, "bán trú").click();
    const steps = await uploadSlowly(desk, [
      { from: join(plenum.papers, "nghi-quyet-hoc-sinh-ban-tru.pdf"), as: `${draft}.pdf` },
      {
        from: join(plenum.papers, "to-trinh-hoc-sinh-ban-tru.pdf"),
        as: "Tờ trình 412-TTr-UBND về hỗ trợ học sinh bán trú.pdf",
      },
    ]);
    expect(new Set(steps).size).toBeGreaterThan(3);
    await expect(desk.getByText("412/TTr-UBND")).toBeVisible();
  });

  await test.step("prepares the vote and publishes", async () => {
    await desk.getByRole("button", { name: "Chuẩn bị biểu quyết" }).click();
    const dialog = desk.getByRole("dialog", { name: "Chuẩn bị biểu quyết" });
    await dialog.getByRole("button", { name: "Chuẩn bị biểu quyết" }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.getByText(`Thông qua ${resolution}`)).toBeVisible();
    await secretary.shows("agenda");
    await desk.getByRole("button", { name: "Công bố kỳ họp" }).click();
    await expect(desk.getByText("Mọi nghị quyết đã có biểu quyết chuẩn bị sẵn")).toBeVisible();
    await secretary.shows("publish");
    await desk.getByRole("button", { name: "Công bố cho đại biểu" }).click();
    await expect(desk.getByRole("dialog")).toBeHidden();
    const { parts } = await stateAs(await Client.signIn(plenum.url, "thuky"), session, "control");
    sitting = parts.session.sittings.find(one => one.title === morning)?.sittingId ?? "";
    vote = parts.voting.votes[0]?.voteId ?? "";
  });

  await test.step("delegates, chair and the big screen find it", async () => {
    await hall.a.signIn(plenum.url, tablets.a);
    await expect(hall.a.page.getByRole("link", { name: title })).toBeVisible();
    await hall.a.shows("sessions");
    await hall.a.page.getByRole("link", { name: title }).click();
    await hall.b.signIn(`${plenum.url}/sessions/${session}`, tablets.b);
    await hall.c.signIn(`${plenum.url}/sessions/${session}`, tablets.c);
    await chair.signIn(`${plenum.url}/sessions/${session}`, "chutoa");
    await expect(chair.page.getByRole("heading", { name: "Chọn màn hình" })).toBeVisible();
    await chair.shows("door");
    await chair.page.getByRole("link", { name: /Chủ tọa/ }).click();
    await wall.signIn(`${plenum.url}/sessions/${session}/screen`, "manhinh");
    await expect(wall.page.getByRole("heading", { name: title })).toBeVisible();
    await wall.shows("idle");
    await expect(chair.page.getByRole("button", { name: "Mở điểm danh" })).toBeVisible();
    await chair.shows("before");
  });

  await test.step("delegates answer the summons, one with a reason to be away", async () => {
    for (const seat of [hall.a, hall.b, hall.c]) {
      await expect(seat.page.getByText("Đã xác nhận nhận giấy mời và tài liệu")).toBeVisible();
      const answer = seat.page.getByRole("group", { name: `Trả lời tham dự: ${morning}` });
      await answer.getByText("Sẽ tham dự").click();
      await expect(answer.getByRole("radio", { name: "Sẽ tham dự" })).toBeChecked();
    }
    const page = hall.b.page;
    await page
      .getByRole("group", { name: `Trả lời tham dự: ${afternoon}` })
      .getByText("Báo vắng")
      .click();
    await page.getByLabel("Lý do vắng mặt").fill("Đi công tác cơ sở tại xã Sín Thầu");
    await hall.b.shows("absence");
    await page.getByRole("button", { name: "Gửi báo vắng" }).click();
    await expect(page.getByText("Lý do: Đi công tác cơ sở")).toBeVisible();
    for (const seat of [hall.a, hall.b, hall.c]) await seat.shows("prepare");
  });

  await test.step("the secretary sees receipts and answers", async () => {
    await section(desk, "Giấy mời & trả lời");
    await expect(desk.getByText("Đã mở 3/60")).toBeVisible();
    await desk.getByLabel("Phiên họp", { exact: true }).selectOption({ index: 1 });
    await expect(desk.getByText("Đi công tác cơ sở tại xã Sín Thầu")).toBeVisible();
    await secretary.shows("replies");
  });

  await test.step("a delegate reads the draft", async () => {
    const page = hall.a.page;
    await page.getByRole("button", { name: draft }).click();
    await expect(page.getByRole("region", { name: "Tài liệu", exact: true })).toBeVisible();
    await pageDrawn(page);
    await hall.a.shows("reader");
  });

  await test.step("the roll call opens: one checks in by button, one by code, one by the QR code's link", async () => {
    await section(desk, "Điều hành");
    await desk.getByRole("button", { name: "Mở điểm danh" }).click();
    const code = await codeOnWall(wall.page);
    await wall.shows("roll-call");
    await hall.b.page.getByRole("button", { name: "Mời điểm danh" }).click();
    await hall.b.shows("check-in");
    await hall.a.page.getByRole("button", { name: "Có mặt", exact: true }).click();
    await expect(hall.a.page.getByText("Đã ghi nhận có mặt")).toBeVisible();
    await hall.b.page.getByRole("button", { name: "Nhập mã" }).click();
    await hall.b.page.getByLabel("Mã điểm danh 6 số").fill(code);
    await hall.b.page.getByRole("button", { name: "Gửi mã" }).click();
    await expect(hall.b.page.getByText("Đã ghi nhận có mặt")).toBeVisible();
    await hall.b.page.getByRole("button", { name: "Đóng", exact: true }).click();
    await hall.c.page.goto(`${plenum.url}/check-in?s=${session}&p=${sitting}#${code}`);
    await expect(hall.c.page.getByText("Đã ghi nhận có mặt")).toBeVisible();
    await hall.c.shows("checked-in");
    await hall.c.page.getByRole("link", { name: "Vào kỳ họp" }).click();
    await chair.page.getByRole("button", { name: "Tôi có mặt" }).click();
    await expect(chair.page.getByText("Đã ghi nhận có mặt, chờ thư ký chốt")).toBeVisible();
  });

  await test.step("54 more check in through the API, and the secretary approves 58 of 60", async () => {
    clients = await signInAll(plenum.url, others);
    await each(clients, client => client.command(session, "attendance.check-in", { sittingId: sitting }));
    await expect(wall.page.getByText("Đủ số đại biểu, chờ thư ký chốt danh sách")).toBeVisible();
    await secretary.shows("roll-call");
    await chair.shows("roll-call");
    await desk.getByRole("button", { name: "Chốt 58 đại biểu đã báo" }).click();
    await expect(desk.getByRole("main").getByText("58/60").first()).toBeVisible();
    await expect(chair.page.getByText("Có mặt 58/60", { exact: true })).toBeVisible();
    await expect(wall.page.getByText("Đủ điều kiện tiến hành phiên họp")).toBeVisible();
    await expect(figure(wall.page, "58/60")).toBeVisible();
    await wall.shows("quorum");
  });

  await test.step("the chair opens the sitting and the resolution's item", async () => {
    await step(chair.page, "Khai mạc phiên họp");
    await chair.shows("confirm-opening");
    await confirm(chair.page, "Khai mạc phiên họp");
    await expect(wall.page.getByRole("heading", { name: "Chương trình" })).toBeVisible();
    await wall.shows("agenda");
    await step(chair.page, "Mở nội dung 1");
    await step(chair.page, "Sang nội dung 2");
    await step(chair.page, "Sang nội dung 3");
    await expect(wall.page.getByText("Nội dung 3 · Nghị quyết")).toBeVisible();
    await wall.shows("item");
    await expect(hall.a.page.getByText("Đang theo chủ tọa")).toBeVisible();
    await pageDrawn(hall.a.page);
    for (const seat of [hall.a, hall.b, hall.c]) await seat.shows("live");
    await secretary.shows("conduct");
  });

  await test.step("the server is killed and comes back; every screen comes back by itself", async () => {
    const before = await said(plenum, session);
    for (const seat of Object.values(hall)) seat.allow(...cuts);
    await plenum.kill();
    await expect(hall.a.page.getByText("Mất kết nối từ")).toBeVisible();
    await expect(wall.page.getByText("Đang kết nối lại…")).toBeVisible();
    await expect(hall.a.page.getByRole("button", { name: "Xin phát biểu" })).toBeDisabled();
    await hall.a.shows("offline");
    await chair.shows("offline");
    await wall.shows("offline");
    await plenum.restart();
    for (const { page } of Object.values(hall)) {
      await expect(page.getByText(/Mất kết nối từ|Đang kết nối lại…/)).toBeHidden({ timeout: 60_000 });
    }
    await expect(hall.a.page.getByText("Có mặt 58/60")).toBeVisible();
    for (const seat of Object.values(hall)) seat.allow();
    expect(await said(plenum, session)).toEqual(before);
  });

  await test.step("a delegate asks for the floor, speaks, and the big screen shows the clock", async () => {
    await hall.b.page.getByRole("button", { name: "Xin phát biểu" }).click();
    await expect(hall.b.page.getByRole("button", { name: "Rút đăng ký" })).toBeVisible();
    await expect(desk.getByText("Đăng ký: 1")).toBeVisible();
    await chair.shows("queue");
    await step(chair.page, `Mời ${speaker}`);
    await expect(wall.page.getByText("Đang phát biểu")).toBeVisible();
    await expect(wall.page.getByRole("heading", { name: speaker })).toBeVisible();
    await expect(wall.page.getByRole("timer")).toHaveText(/^\d{1,2}:\d{2}$/);
    await expect(hall.b.page.getByRole("button", { name: "Kết thúc phát biểu" })).toBeVisible();
    await wall.shows("speaker");
    await chair.shows("speech");
    await secretary.shows("speech");
    await step(chair.page, "Kết thúc phát biểu");
    await expect(wall.page.getByText("Đang phát biểu")).toBeHidden();
  });

  await test.step("the chair opens the vote; two delegates vote on their tablets", async () => {
    await step(chair.page, "Mở biểu quyết");
    await chair.shows("confirm-vote");
    await confirm(chair.page, "Mở biểu quyết");
    for (const seat of [hall.a, hall.b, hall.c]) {
      await expect(seat.page.getByRole("heading", { name: "Mời biểu quyết" })).toBeVisible();
      await seat.shows("vote");
    }
    await guestWatches(browser, plenum, session);
    await castBallot(hall.a.page, "Tán thành");
    await castBallot(hall.b.page, "Không tán thành");
    await hall.a.shows("voted");
  });

  await test.step("the cable of a third is cut in mid-vote: pending, never recorded, then recorded once", async () => {
    const page = hall.c.page;
    await page.getByText("Tán thành", { exact: true }).click();
    hall.c.allow(...cuts);
    wire.cut();
    const recorded = page.getByText("Phiếu đã ghi nhận");
    await page.getByRole("button", { name: "Gửi: Tán thành" }).click();
    await expect(page.getByRole("button", { name: "Đang gửi: Tán thành…" })).toBeVisible();
    await expect(page.getByText("Chưa gửi được: Tán thành. Sẽ tự gửi lại khi có mạng.")).toBeVisible();
    expect(await recorded.count()).toBe(0);
    await hall.c.shows("cut");
    await expect(figure(wall.page, "2/58")).toBeVisible();
    expect(await ballotsOf(plenum, session, tablets.c)).toEqual([]);
    wire.mend();
    await expect(recorded).toBeVisible({ timeout: 60_000 });
    hall.c.allow();
    await hall.c.shows("voted");
    expect(await ballotsOf(plenum, session, tablets.c)).toHaveLength(1);
  });

  await test.step("54 vote through the API; no screen and no answer has counts by choice", async () => {
    await each(clients, (client, at) =>
      client.command(session, "voting.cast", { voteId: vote, choice: choices[at] ?? "" }),
    );
    await expect(figure(wall.page, "57/58")).toBeVisible();
    await expect(chair.page.getByText("57/58 đại biểu đã gửi phiếu").first()).toBeVisible();
    for (const { page } of [secretary, chair, wall]) {
      await expect(page.getByRole("region", { name: "Kết quả biểu quyết" })).toHaveCount(0);
    }
    for (const { page } of [secretary, wall]) await expect(page.getByText("Không tán thành")).toHaveCount(0);
    const { parts } = await stateAs(await Client.signIn(plenum.url, "thuky"), session, "control");
    expect(parts.voting.votes[0]).not.toHaveProperty("result");
    expect(parts.voting.votes[0]).not.toHaveProperty("ballots");
    await wall.shows("vote");
    await chair.shows("vote");
    await secretary.shows("vote");
  });

  await test.step("the vote is held with a reason that all see, and goes on with every ballot kept", async () => {
    await step(chair.page, "Tạm dừng biểu quyết");
    const dialog = chair.page.getByRole("dialog");
    await dialog.getByLabel("Lý do").fill("Mất điện trong hội trường");
    await dialog.getByRole("button", { name: "Tạm dừng biểu quyết" }).click();
    await expect(wall.page.getByText("Tạm dừng biểu quyết")).toBeVisible();
    await expect(secretary.page.getByText(/Tạm dừng lúc .*Mất điện trong hội trường/)).toBeVisible();
    await expect(hall.a.page.getByText("Mất điện trong hội trường").first()).toBeVisible();
    for (const seat of [chair, wall, secretary, hall.a]) await seat.shows("vote-held");
    await secretary.page.getByRole("button", { name: "Tiếp tục" }).click();
    await expect(figure(wall.page, "57/58")).toBeVisible();
    await expect(chair.page.getByRole("button", { name: "Đóng biểu quyết" }).first()).toBeVisible();
  });

  await test.step("the chair is asked before closing while one ballot is missing, votes, closes and declares", async () => {
    await step(chair.page, "Đóng biểu quyết");
    await expect(chair.page.getByRole("dialog").getByText("Đã có 57/58 phiếu.")).toBeVisible();
    await chair.shows("confirm-close");
    await chair.page.getByRole("dialog").getByRole("button", { name: "Hủy" }).click();
    await castBallot(chair.page, "Tán thành");
    await step(chair.page, "Đóng biểu quyết");
    await expect(chair.page.getByRole("button", { name: "Công bố kết quả" })).toBeVisible();
    await expect(wall.page.getByText("Đã đóng biểu quyết, chờ công bố kết quả")).toBeVisible();
    await expect(wall.page.getByText("52/60")).toHaveCount(0);
    await chair.shows("closed");
    await wall.shows("closed");
    await secretary.shows("closed");
    await step(chair.page, "Công bố kết quả");
  });

  await test.step("every screen shows the result with the rule in words", async () => {
    await hall.b.shows("result-bar");
    for (const { page } of [hall.b, hall.c]) await page.getByRole("button", { name: "Xem kết quả" }).click();
    for (const seat of Object.values(hall)) {
      const board = seat.page.getByRole("region", { name: "Kết quả biểu quyết" });
      await expect(board.getByText(rule)).toBeVisible();
      await expect(board.locator("dd").filter({ hasText: /^\d+$/ })).toHaveText(["52", "4", "2", "0", "2"]);
      await seat.shows("result");
    }
    await expect(hall.b.page.getByText("Phiếu của tôi: Không tán thành")).toBeVisible();
    expect(await ballotsOf(plenum, session)).toHaveLength(58);
  });

  await test.step("the chair ends the sitting, the secretary drops the afternoon and ends the session", async () => {
    await step(chair.page, "Kết thúc phiên họp");
    await confirm(chair.page, "Kết thúc phiên họp");
    await section(desk, "Thông tin");
    await dropSitting(desk, afternoon);
    await section(desk, "Kết thúc & biên bản");
    await desk.getByRole("button", { name: "Kết thúc kỳ họp" }).click();
    await confirm(desk, "Kết thúc kỳ họp");
    await expect(desk.getByText("Kỳ họp đã kết thúc.")).toBeVisible();
    await expect(wall.page.getByText("Kỳ họp đã kết thúc")).toBeVisible();
    await wall.shows("ended");
    await chair.shows("ended");
    await expect(hall.a.page.getByText(rule)).toBeVisible();
    await hall.a.shows("ended");
    await hall.c.page.getByRole("button", { name: "Phiên họp" }).click();
    await expect(hall.c.page.getByText(rule)).toBeVisible();
    await hall.c.shows("ended");
  });

  await test.step("the secretary generates the minutes, whose text has the figures", async () => {
    await desk.getByRole("button", { name: "Lập biên bản" }).click();
    await expect(desk.getByText("Bản 1", { exact: true })).toBeVisible();
    await secretary.shows("minutes");
    const downloading = desk.waitForEvent("download");
    await desk.getByRole("button", { name: "Tải về biên bản bản 1" }).click();
    const file = await (await downloading).path();
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" })
      .normalize("NFC")
      .replace(/\s+/g, " ");
    expect(text).toMatch(/Số đại biểu 52 4 2 0/);
    for (const said of [title, "có mặt 58/60", "52/60 đại biểu tán thành", "THÔNG QUA", resolution, speaker]) {
      expect(text).toContain(said);
    }
    execFileSync("pdftoppm", ["-png", "-r", "70", file, picture("minutes-page").replace(/\.png$/, "")]);
    await section(desk, "Nhật ký");
    await expect(desk.getByText(speaker).first()).toBeVisible();
    await secretary.shows("journal");
  });

  expect(Object.values(hall).flatMap(seat => seat.wrong())).toEqual([]);
  for (const seat of Object.values(hall)) await seat.leave();
  wire.close();
});

/** The journal's lines but for checkpoints, of which a start makes one when lines were left unsigned. */
async function said(plenum: Plenum, session: string): Promise<JournalEntry[]> {
  const journal = await (await Client.signIn(plenum.url, "thuky")).journal(session);
  return journal.filter(line => line.type !== "checkpoint.signed");
}
