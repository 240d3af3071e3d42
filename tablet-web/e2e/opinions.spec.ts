import { readFileSync } from "node:fs";
import { Client } from "./api.ts";
import { cuts } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { runningSession } from "./papers.ts";

const item = "Chính sách hỗ trợ học sinh bán trú";

test("opinions on an item, with and without a network, and who has given none", async ({ browser, plenum }) => {
  const session = await runningSession(plenum, [
    { file: "to-trinh-hoc-sinh-ban-tru.pdf", title: "Tờ trình về học sinh bán trú" },
  ]);
  const a = await Seat.take(browser, "opinions-tablet", sizes.landscape, { hasTouch: true });
  const b = await Seat.take(browser, "opinions-phone", sizes.phone, { hasTouch: true, allowed: cuts });
  const secretary = await Seat.take(browser, "opinions-secretary", sizes.desktop);

  await test.step("a delegate says what to change, and changes the word", async () => {
    await a.signIn(`${plenum.url}/sessions/${session}/delegate`, "db24");
    await a.page.getByRole("button", { name: "Lịch họp và tham dự" }).click();
    await a.page.getByRole("button", { name: `Gửi ý kiến: ${item}` }).click();
    const dialog = a.page.getByRole("dialog", { name: "Ý kiến về nội dung 1" });
    await dialog.getByText("Ý kiến khác", { exact: true }).click();
    await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(dialog.getByText("Hãy ghi rõ ý kiến.")).toBeVisible();
    await a.shows("empty");
    await dialog.getByLabel("Về").selectOption({ index: 1 });
    await dialog.getByLabel("Nội dung ý kiến").fill("Đề nghị nâng mức hỗ trợ tiền ăn.");
    await a.shows("dialog");
    await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(a.page.getByText(/^Ý kiến khác · đã gửi/)).toBeVisible();
    await a.page.getByRole("button", { name: `Sửa ý kiến: ${item}` }).click();
    await expect(dialog.getByLabel("Nội dung ý kiến")).toHaveValue("Đề nghị nâng mức hỗ trợ tiền ăn.");
    await dialog.getByLabel("Nội dung ý kiến").fill("Đề nghị nâng mức hỗ trợ tiền ăn lên 20%.");
    await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(dialog).toBeHidden();
    await a.shows("given");
  });

  await test.step("another writes without a network; it goes out by itself, once", async () => {
    await b.signIn(`${plenum.url}/sessions/${session}/delegate`, "db19");
    await b.page.getByRole("button", { name: "Lịch họp và tham dự" }).click();
    await expect(b.page.getByRole("button", { name: `Gửi ý kiến: ${item}` })).toBeVisible();
    await b.page.context().setOffline(true);
    await b.page.getByRole("button", { name: `Gửi ý kiến: ${item}` }).click();
    const dialog = b.page.getByRole("dialog", { name: "Ý kiến về nội dung 1" });
    await dialog.getByText("Không nhất trí", { exact: true }).click();
    await dialog.getByLabel("Nội dung ý kiến").fill("Chưa rõ nguồn kinh phí.");
    await b.shows("dialog");
    await dialog.getByRole("button", { name: "Gửi", exact: true }).click();
    await expect(b.page.getByText(/^Chờ mạng từ/)).toBeVisible();
    await b.shows("waits");
    await b.page.context().setOffline(false);
    await expect(b.page.getByText(/^Không nhất trí · đã gửi/)).toBeVisible();
    await expect(b.page.getByText(/^Chờ mạng từ/)).toBeHidden();
  });

  await test.step("the secretary sees both, who has given none, and takes the table along", async () => {
    const desk = secretary.page;
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/delegates`, "thuky");
    await desk.getByRole("button", { name: "Ý kiến", exact: true }).click();
    const board = desk.getByRole("dialog", { name: "Ý kiến của đại biểu theo nội dung" });
    await expect(board.getByText("2/60 đại biểu đã gửi")).toBeVisible();
    await expect(board.getByText("0 nhất trí, 1 không nhất trí, 1 ý kiến khác")).toBeVisible();
    await expect(board.getByText("Đề nghị nâng mức hỗ trợ tiền ăn lên 20%.")).toBeVisible();
    await secretary.shows("board");
    await board.getByText("Chỉ xem người chưa gửi").click();
    await expect(board.getByRole("listitem")).toHaveCount(58);
    const saved = desk.waitForEvent("download");
    await board.getByRole("button", { name: "Tải bảng ý kiến (CSV)" }).click();
    const sheet = readFileSync(await (await saved).path(), "utf8");
    expect(sheet).toContain('"Đề nghị nâng mức hỗ trợ tiền ăn lên 20%."');
    expect(sheet.trimEnd().split("\r\n")).toHaveLength(61);
  });

  await test.step("nobody else reads them, and a closed item takes no more", async () => {
    const other = await Client.signIn(plenum.url, "db23");
    expect((await other.get(`/api/sessions/${session}/opinions/board`)).status).toBe(403);
    expect(await (await other.get(`/api/sessions/${session}/opinions`)).json()).toEqual([]);
    await (await Client.signIn(plenum.url, "chutoa")).command(session, "agenda.close-item", {});
    await expect(a.page.getByRole("button", { name: `Sửa ý kiến: ${item}` })).toBeHidden();
    await expect(a.page.getByText(/^Ý kiến khác · đã gửi/)).toBeVisible();
  });

  for (const seat of [a, b, secretary]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});
