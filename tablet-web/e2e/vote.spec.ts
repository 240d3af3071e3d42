import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "./api.ts";
import { confirm } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import type { Plenum } from "./server.ts";

const checker = join(import.meta.dirname, "../../server/src/main/resources/notary/verify.html");

const titles = [
  "Thông qua Nghị quyết về dự toán ngân sách năm 2027",
  "Thông qua Nghị quyết về chính sách học sinh bán trú",
  "Thông qua Nghị quyết về phí tham quan di tích",
  "Thông qua Nghị quyết về kế hoạch đầu tư công",
  "Thông qua Nghị quyết về phân bổ vốn sự nghiệp",
];

type Row = { personId: string; name: string };
type State = { parts: { attendance: { rows: Row[] } } };

/** Five resolutions with a prepared vote each, 58 of 60 present, the first one up. */
async function hallWithFiveVotes(plenum: Plenum): Promise<{ session: string; rows: Row[] }> {
  const secretary = await Client.signIn(plenum.url, "thuky");
  const { sessions } = (await (await secretary.get("/api/sessions")).json()) as { sessions: { bodyId?: string }[] };
  const session = `bieu-quyet-${randomUUID().slice(0, 8)}`;
  const facts = { title: "Kỳ họp chuyên đề về nghị quyết", number: 6, kind: "THEMATIC" };
  await secretary.post("/api/sessions", { sessionId: session, bodyId: sessions[0]?.bodyId, ...facts });
  const sitting = { sittingId: "sang", title: "Phiên họp buổi sáng", date: "2026-12-22", startsAt: 1_797_901_200_000 };
  await secretary.command(session, "sitting.plan", sitting);
  for (const [at, title] of titles.entries()) {
    const item = { itemId: `i${at + 1}`, index: at, title: title.replace("Thông qua ", ""), kind: "RESOLUTION" };
    await secretary.command(session, "agenda.add-item", { ...item, hidden: false });
    await secretary.command(session, "voting.prepare", { voteId: `v${at + 1}`, itemId: `i${at + 1}`, title });
  }
  await secretary.command(session, "session.publish", {});
  await secretary.command(session, "attendance.open-roll-call", { sittingId: "sang" });
  const state = (await (await secretary.get(`/api/sessions/${session}/state?as=control`)).json()) as State;
  const { rows } = state.parts.attendance;
  for (const { personId } of rows.slice(0, 58)) {
    await secretary.command(session, "attendance.mark", { sittingId: "sang", personId, presence: "PRESENT" });
  }
  await secretary.command(session, "attendance.approve", { sittingId: "sang" });
  await secretary.command(session, "sitting.open", { sittingId: "sang" });
  await secretary.command(session, "agenda.open-item", { itemId: "i1" });
  return { session, rows: rows.slice(0, 58) };
}

test("an open vote with an entry by hand, then several votes at once", async ({ browser, plenum }) => {
  const { session, rows } = await hallWithFiveVotes(plenum);
  const first = await Client.signIn(plenum.url, "thuky");
  const second = await Client.signIn(plenum.url, "thuky2");
  const [own, silent] = await Promise.all(["db44", "db45"].map(name => Client.signIn(plenum.url, name)));
  const nameOf = (id: string | undefined) => rows.find(row => row.personId === id)?.name ?? "";
  const secretary = await Seat.take(browser, "vote-secretary", sizes.desktop);
  const clerk = await Seat.take(browser, "vote-clerk", sizes.desktop);
  const a = await Seat.take(browser, "vote-tablet", sizes.landscape, { hasTouch: true });
  const b = await Seat.take(browser, "vote-phone", sizes.phone, { hasTouch: true });
  const wall = await Seat.take(browser, "vote-wall", sizes.wall);
  await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/conduct`, "thuky");
  await clerk.signIn(`${plenum.url}/sessions/${session}/secretary/conduct`, "thuky2");
  const begun = await first.post(`/api/sessions/${session}/pairings`, { personId: own?.personId });
  const { code } = (await begun.json()) as { code: string };
  await a.signIn(`${plenum.url}/pair?s=${session}#${code}`, "db44");
  await a.page.getByRole("button", { name: "Ghép máy này" }).click();
  await a.page.getByRole("link", { name: "Vào kỳ họp" }).click();
  await b.signIn(`${plenum.url}/sessions/${session}/delegate`, "db45");
  await wall.signIn(`${plenum.url}/sessions/${session}/screen`, "manhinh");
  const desk = secretary.page;
  let receiptCode = "";
  const ballot = a.page.getByRole("dialog", { name: "Phiếu biểu quyết" });

  await test.step("the ballot takes the whole screen, says what is sent, and gives a receipt", async () => {
    await desk.getByRole("button", { name: "Mở biểu quyết" }).click();
    const ready = desk.getByRole("dialog").getByRole("region", { name: "Máy của người có mặt" });
    await expect(ready.getByText("Sẵn sàng biểu quyết 2/58")).toBeVisible();
    await ready.getByText("Chưa sẵn sàng: 56 người").click();
    await expect(ready.getByRole("listitem")).toHaveCount(56);
    await secretary.shows("open-dialog");
    await confirm(desk, "Mở biểu quyết");
    await expect(ballot.getByText(titles[0] ?? "")).toBeVisible();
    await a.shows("ballot");
    await ballot.getByText("Không biểu quyết", { exact: true }).click();
    await ballot.getByRole("button", { name: "Gửi: Không biểu quyết" }).click();
    await expect(ballot.getByText("Phiếu đã ghi nhận")).toBeVisible();
    const receipt = ballot.getByText(/^Biên nhận: mục số \d+ .* · mã [0-9a-f]{4} [0-9a-f]{4}$/);
    const before = (await receipt.textContent()) ?? "";
    await ballot.getByRole("button", { name: "Đổi lựa chọn" }).click();
    await ballot.getByText("Tán thành", { exact: true }).click();
    await ballot.getByRole("button", { name: "Gửi: Tán thành" }).click();
    await expect(receipt).not.toHaveText(before);
    receiptCode = /mã (\S+ \S+)$/.exec((await receipt.textContent()) ?? "")?.[1] ?? "";
    await a.shows("recorded");
    await ballot.getByRole("button", { name: "Về tài liệu" }).click();
    await expect(ballot).toBeHidden();
  });

  await test.step("on hold no ballot goes out", async () => {
    await desk.getByRole("button", { name: "Tạm dừng" }).click();
    await desk.getByRole("dialog").getByRole("textbox").fill("Mất điện trong hội trường");
    await confirm(desk, "Tạm dừng");
    await expect(b.page.getByText("Mất điện trong hội trường")).toBeVisible();
    await b.shows("held");
    await desk.getByRole("button", { name: "Tiếp tục" }).click();
    await expect(b.page.getByText("Mất điện trong hội trường")).toBeHidden();
  });

  await test.step("one clerk enters a ballot by hand, another countersigns, the member's tablet says so", async () => {
    await desk.getByRole("button", { name: "Ghi hộ phiếu" }).click();
    const entry = desk.getByRole("dialog", { name: "Ghi hộ phiếu của đại biểu" });
    await entry.getByLabel("Đại biểu", { exact: true }).selectOption(silent?.personId ?? "");
    await entry.getByText("Tán thành", { exact: true }).click();
    await entry.getByLabel("Lý do ghi hộ").fill("Máy tính bảng hết pin");
    await secretary.shows("entry-dialog");
    await entry.getByRole("button", { name: /^Ghi: / }).click();
    await expect(entry).toBeHidden();
    await expect(desk.getByText("Chờ thư ký khác hoặc chủ tọa xác nhận")).toBeVisible();
    await expect(b.page.getByText(/đang ghi hộ: tán thành/)).toBeVisible();
    await b.shows("entered");
    const waiting = clerk.page.getByRole("region", { name: "Phiếu ghi hộ chờ xác nhận (1)" });
    await expect(waiting.getByText(nameOf(silent?.personId))).toBeVisible();
    await clerk.shows("countersign");
    await waiting.getByRole("button", { name: "Xác nhận: tán thành" }).click();
    await expect(b.page.getByText("Phiếu đã được ghi hộ")).toBeVisible();
    await b.shows("by-hand");
    await expect(silent?.command(session, "voting.cast", { voteId: "v1", choice: "AGAINST" })).rejects.toThrow(
      "voting:entered-by-hand",
    );
  });

  await test.step("with thirty-one of sixty it passes, and the wall says the rule in words", async () => {
    const others = rows.filter(row => row.personId !== own?.personId && row.personId !== silent?.personId);
    for (const { personId } of others.slice(0, 29)) {
      const data = { voteId: "v1", personId, choice: "FOR" };
      await first.command(session, "voting.enter", { ...data, reason: "Diễn tập ghi hộ" });
      await second.command(session, "voting.countersign", data);
    }
    await expect(wall.page.getByText("31/58")).toBeVisible();
    await wall.shows("open");
    await desk.getByRole("button", { name: "Đóng biểu quyết" }).click();
    await confirm(desk, "Đóng biểu quyết");
    await desk.getByRole("button", { name: "Công bố kết quả" }).click();
    await confirm(desk, "Công bố kết quả");
    await expect(wall.page.getByText(/31\/60 đại biểu.*quá nửa tổng số đại biểu \(cần 31\)/)).toBeVisible();
    await wall.shows("passed");
  });

  await test.step("the list by name says how each ballot came, on the desk and on the tablet", async () => {
    await a.page.getByRole("button", { name: `Danh sách biểu quyết: ${titles[0]}` }).click();
    const list = a.page.getByRole("dialog", { name: "Danh sách biểu quyết" });
    await list.getByLabel("Tìm theo tên").fill(nameOf(own?.personId));
    const line = list.getByRole("listitem").filter({ hasText: nameOf(own?.personId) });
    await expect(line).toContainText("đã ký");
    await list.getByLabel("Tìm theo tên").fill("");
    await list.getByRole("radio", { name: "ghi hộ 30" }).check();
    await expect(list.getByRole("listitem")).toHaveCount(30);
    await a.shows("names");
    await list.getByRole("button", { name: "Đóng" }).click();
    await desk.getByRole("button", { name: `Danh sách biểu quyết: ${titles[0]}` }).click();
    await expect(desk.getByRole("dialog").getByRole("listitem")).toHaveCount(31);
    await desk.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
    await expect(desk.getByRole("dialog")).toBeHidden();
  });

  await test.step("one is withdrawn, three are opened at once", async () => {
    await first.command(session, "voting.withdraw", { voteId: "v5", reason: "Cơ quan trình đề nghị rút" });
    await desk.getByRole("button", { name: "Biểu quyết nhiều nội dung (3)" }).click();
    await secretary.shows("batch-dialog");
    await confirm(desk, "Mở 3 lượt biểu quyết");
    await expect(ballot.getByRole("heading", { name: "Biểu quyết 3 nội dung" })).toBeVisible();
    await a.shows("batch");
    await ballot.getByRole("button", { name: "Tán thành tất cả", exact: true }).click();
    await ballot
      .getByRole("group", { name: titles[2] ?? "" })
      .getByText("Không tán thành")
      .click();
    await ballot.getByRole("button", { name: "Xem lại và gửi" }).click();
    await expect(ballot.getByText("2 tán thành")).toBeVisible();
    await expect(ballot.getByText("1 không tán thành")).toBeVisible();
    await a.shows("batch-confirm");
    await ballot.getByRole("button", { name: "Xác nhận gửi" }).click();
    await expect(ballot.getByText("Đã ghi nhận 3 phiếu")).toBeVisible();
    await a.shows("batch-recorded");
    await expect(b.page.getByRole("heading", { name: "Biểu quyết 3 nội dung" })).toBeVisible();
    await b.shows("batch");
    await wall.shows("batch-open");
  });

  await test.step("the batch is closed and declared with one tap each, every item with its own result", async () => {
    await desk.getByRole("button", { name: "Đóng 3 lượt biểu quyết" }).click();
    await confirm(desk, "Đóng biểu quyết");
    await secretary.shows("batch-closed");
    await desk.getByRole("button", { name: "Công bố 3 kết quả" }).click();
    await confirm(desk, "Công bố kết quả");
    await expect(wall.page.getByRole("heading", { name: "0 thông qua, 3 không thông qua" })).toBeVisible();
    await wall.shows("batch-result");
    const journal = await first.journal(session);
    const cast = journal.filter(line => line.type === "voting.ballot-cast" && line.by === own?.personId);
    expect(cast.map(line => `${line.data.voteId} ${line.data.choice}`)).toEqual([
      "v1 ABSTAIN",
      "v1 FOR",
      "v2 FOR",
      "v3 AGAINST",
      "v4 FOR",
    ]);
    const turns = cast.map(line => (line.data.signature as { turn: number } | undefined)?.turn);
    expect(turns, "each signed by the paired tablet").toEqual([1, 2, 1, 1, 1]);
    expect(journal.filter(line => line.type === "voting.countersigned")).toHaveLength(30);
  });

  await test.step("an earlier result is pinned to the wall, until the wall follows the session again", async () => {
    const scene = desk.getByLabel("Chọn cảnh");
    await scene.selectOption({ label: `Kết quả: ${titles[0]}` });
    await expect(wall.page.getByText(titles[0] ?? "")).toBeVisible();
    await expect(wall.page.getByText("Thông qua", { exact: true })).toBeVisible();
    await expect(wall.page.getByRole("heading", { name: "0 thông qua, 3 không thông qua" })).toBeHidden();
    await wall.shows("pinned");
    await secretary.shows("pinned");
    await scene.selectOption({ label: "Tự động theo diễn biến" });
    await expect(wall.page.getByRole("heading", { name: "0 thông qua, 3 không thông qua" })).toBeVisible();
  });

  await test.step("the receipt finds the ballot in the exported journal, without the server", async () => {
    const answer = await first.get(`/api/sessions/${session}/journal/export`);
    const zip = { name: "nhat-ky.zip", mimeType: "application/zip", buffer: Buffer.from(await answer.arrayBuffer()) };
    const stranger = await Seat.take(browser, "vote-stranger", sizes.desktop);
    await stranger.page.goto(pathToFileURL(checker).href);
    await stranger.page.locator("#receipt").fill(receiptCode);
    await stranger.page.locator("#file").setInputFiles(zip);
    const result = stranger.page.getByRole("status");
    await expect(result).toContainText("ĐÚNG: nhật ký nguyên vẹn");
    await expect(result).toContainText("tán thành / for");
    await expect(result).toContainText(titles[0] ?? "");
    await stranger.shows("found");
    await stranger.page.locator("#receipt").fill("0000 0000");
    await stranger.page.locator("#receipt").blur();
    await expect(result).toContainText("không có mục của biên nhận này");
    await stranger.leave();
  });

  for (const seat of [secretary, clerk, a, b, wall]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});
