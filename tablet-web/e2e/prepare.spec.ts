import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { item as itemId, pdf, runningSession } from "./papers.ts";
import type { Plenum } from "./server.ts";

const item = "1. Chính sách hỗ trợ học sinh bán trú";
const submission = "Tờ trình 512 TTr-STC về kinh phí bán trú";
const annex = "Phụ lục kinh phí bán trú";

test("units prepare papers, their head approves, the secretary publishes", async ({ browser, plenum }) => {
  const session = await runningSession(plenum, []);
  const secretary = await Seat.take(browser, "prepare-secretary", sizes.desktop);
  const preparer = await Seat.take(browser, "prepare-unit", sizes.desktop);
  const head = await Seat.take(browser, "prepare-head", sizes.phone, { hasTouch: true });
  const desk = secretary.page;
  const unit = preparer.page;
  const boss = head.page;

  await test.step("the secretary asks two units for papers until a day", async () => {
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/preparation`, "thuky");
    await expect(desk.getByText("Chưa giao đơn vị nào")).toBeVisible();
    await secretary.shows("empty");
    await desk.getByRole("button", { name: "Giao đơn vị" }).click();
    const dialog = desk.getByRole("dialog", { name: "Giao đơn vị chuẩn bị tài liệu" });
    await dialog.getByRole("checkbox", { name: "Sở Tài chính" }).check();
    await dialog.getByRole("checkbox", { name: "Ban Kinh tế - Ngân sách" }).check();
    await dialog.getByLabel("Yêu cầu").fill("Tờ trình và phụ lục, có ký số");
    await secretary.shows("assign");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.getByText("0/2 đã nộp")).toBeVisible();
  });

  await test.step("who only prepares papers lands at what the own unit is asked for", async () => {
    await preparer.signIn(plenum.url, "cbtaichinh");
    await expect(unit).toHaveURL(/\/prepare$/);
    await expect(card(unit).getByText("Tờ trình và phụ lục, có ký số")).toBeVisible();
    await card(unit)
      .locator('input[type="file"][multiple]')
      .setInputFiles([
        pdf(plenum, "to-trinh-hoc-sinh-ban-tru.pdf", `${submission}.pdf`),
        pdf(plenum, "nghi-quyet-bien-che.pdf", `${annex}.pdf`),
      ]);
    await expect(card(unit).getByText("Đang soạn")).toHaveCount(2);
  });

  await test.step("it says what each paper is, and hands both in", async () => {
    await menu(unit, annex, "Sửa thông tin");
    const dialog = unit.getByRole("dialog", { name: "Thông tin tài liệu" });
    await expect(dialog.getByLabel("Cơ quan ban hành")).toHaveValue("Sở Tài chính");
    await dialog.getByLabel("Số, ký hiệu").fill("512/TTr-STC");
    await dialog.getByLabel("Trích yếu").fill("Kinh phí hỗ trợ học sinh bán trú năm 2027");
    await preparer.shows("edit");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await expect(dialog).toBeHidden();
    await preparer.shows("drafts");
    await unit.setViewportSize(sizes.phone);
    await preparer.shows("drafts-phone");
    await unit.setViewportSize(sizes.desktop);
    await nobodyElseKnows(plenum, session);
    await card(unit).getByRole("button", { name: "Trình duyệt 2 tài liệu" }).click();
    await expect(card(unit).getByText("Chờ duyệt")).toHaveCount(2);
  });

  await test.step("the head reads, approves one and sends the other back with a reason", async () => {
    await head.signIn(plenum.url, "ldtaichinh");
    await expect(boss.getByRole("heading", { name: "Chờ bạn duyệt (2)" })).toBeVisible();
    await head.shows("decide");
    await boss.getByRole("button", { name: annex, exact: true }).first().click();
    await expect(boss.getByRole("dialog", { name: annex }).getByText("/ 5")).toBeVisible();
    await boss.getByRole("button", { name: "Đóng" }).click();
    await boss.getByRole("button", { name: `Duyệt: ${submission}` }).click();
    await boss.getByRole("button", { name: `Trả lại: ${annex}` }).click();
    const dialog = boss.getByRole("dialog", { name: "Trả lại tài liệu" });
    await dialog.getByLabel("Lý do trả lại").fill("Thiếu bảng tổng hợp theo xã");
    await head.shows("reject");
    await dialog.getByRole("button", { name: "Trả lại" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("the preparer reads why, brings another file and hands it in again", async () => {
    await expect(card(unit).getByText("Lý do trả lại: Thiếu bảng tổng hợp theo xã")).toBeVisible();
    await preparer.shows("rejected");
    await card(unit)
      .locator('input[type="file"]:not([multiple]):not([webkitdirectory])')
      .setInputFiles(pdf(plenum, "nghi-quyet-hoc-sinh-ban-tru.pdf", "Phụ lục bản sửa.pdf"));
    await expect(card(unit).getByText("thay tệp")).toBeAttached();
    await card(unit)
      .getByRole("button", { name: `Trình duyệt: ${annex}` })
      .click();
    await boss.reload();
    await boss.getByRole("button", { name: `Duyệt: ${annex}` }).click();
    await expect(boss.getByText("Chờ bạn duyệt")).toBeHidden();
  });

  await test.step("the secretary publishes to a group and to one person, and sees who that is", async () => {
    await expect(desk.getByRole("heading", { name: "Chờ phát hành (2)" })).toBeVisible();
    await secretary.shows("board");
    await desk.setViewportSize(sizes.phone);
    await secretary.shows("board-phone");
    await desk.setViewportSize(sizes.desktop);
    await publish(secretary, submission, async dialog => {
      await dialog.getByText("Một số tổ đại biểu").click();
      await dialog.getByRole("checkbox", { name: "Tổ 2" }).check();
      await expect(dialog.getByText("15 đại biểu được xem")).toBeVisible();
      await secretary.shows("viewers");
    });
    const own = await Client.signIn(plenum.url, "db10");
    const name = (await members(own, session)).find(one => one.personId === own.personId)?.name ?? "";
    await publish(secretary, annex, async dialog => {
      await dialog.getByText("Một số đại biểu").click();
      await dialog.getByPlaceholder("Tìm đại biểu").fill(name);
      await dialog.getByRole("checkbox", { name, exact: true }).check();
      await expect(dialog.getByText("1 đại biểu được xem")).toBeVisible();
    });
    await expect(desk.getByText("Không có tài liệu nào chờ phát hành.")).toBeVisible();
    await expect(desk.getByText("2 đã phát hành")).toBeVisible();
    await expect(desk.getByText("1/2 đã nộp")).toBeVisible();
  });

  await test.step("exactly these delegates have them, with number, issuing body and abstract", async () => {
    const people = ["db10", "db11", "db12", "db13"];
    for (const username of people) {
      const client = await Client.signIn(plenum.url, username);
      const group = (await members(client, session)).find(one => one.personId === client.personId)?.group;
      const state = await (await client.get(`/api/sessions/${session}/state?as=delegate`)).text();
      expect(state.includes(submission), `${username} of ${group}`).toBe(group === "Tổ 2");
      expect(state.includes(annex), username).toBe(username === "db10");
    }
    await desk.getByRole("link", { name: "Chương trình & tài liệu" }).click();
    await desk.getByRole("treeitem").first().click();
    await desk.getByRole("button", { name: `Ai đã mở ${annex}` }).click();
    const dialog = desk.getByRole("dialog", { name: "Đại biểu đã mở tài liệu" });
    await expect(dialog.getByText("0/1 đại biểu đã mở")).toBeVisible();
    const delegate = await Seat.take(browser, "prepare-delegate", sizes.phone, { hasTouch: true });
    await delegate.signIn(`${plenum.url}/sessions/${session}/delegate`, "db10");
    const tabs = delegate.page.getByRole("navigation", { name: "Tài liệu của nội dung 1" }).getByRole("button");
    await tabs.nth(1).click();
    await expect(delegate.page.getByRole("heading", { name: annex })).toBeVisible();
    await delegate.page.getByRole("button", { name: "Cách xem" }).click();
    await delegate.page.getByRole("menuitem", { name: "Thông tin tài liệu" }).click();
    const facts = delegate.page.getByRole("dialog", { name: annex });
    for (const fact of ["512/TTr-STC", "Sở Tài chính", "Kinh phí hỗ trợ học sinh bán trú năm 2027"])
      await expect(facts.getByText(fact, { exact: true })).toBeVisible();
    await delegate.shows("facts");
    expect(delegate.wrong()).toEqual([]);
    await delegate.leave();
    await secretary.shows("published");
    await expect(card(unit).getByText("Đã phát hành")).toHaveCount(2);
  });

  await test.step("a whole batch is published for everyone in one step", async () => {
    const titles = ["Báo cáo số liệu bán trú", "Biểu tổng hợp bán trú"];
    for (const title of titles) await approvedDraft(plenum, session, title);
    await desk.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
    await desk.getByRole("link", { name: "Đơn vị chuẩn bị" }).click();
    await desk.getByRole("button", { name: "Phát hành cả 2 tài liệu" }).click();
    const dialog = desk.getByRole("dialog", { name: "Phát hành cả 2 tài liệu" });
    await secretary.shows("publish-all");
    await dialog.getByRole("button", { name: "Phát hành" }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.getByText("4 đã phát hành")).toBeVisible();
    const state = await (await Client.signIn(plenum.url, "db11")).get(`/api/sessions/${session}/state?as=delegate`);
    const text = await state.text();
    for (const title of titles) expect(text).toContain(title);
  });

  expect([secretary, preparer, head].flatMap(seat => seat.wrong())).toEqual([]);
  for (const seat of [secretary, preparer, head]) await seat.leave();
});

function card(page: Page) {
  return page.getByRole("article", { name: item });
}

async function menu(page: Page, title: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: `Việc khác với ${title}` }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

async function publish(seat: Seat, title: string, choose: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>) {
  const { page } = seat;
  await page.getByRole("button", { name: `Phát hành: ${title}` }).click();
  const dialog = page.getByRole("dialog", { name: "Phát hành tài liệu" });
  await dialog.getByRole("button", { name: "Đổi" }).click();
  const reach = page.getByRole("dialog", { name: "Ai được xem tài liệu" });
  await choose(reach);
  await reach.getByRole("button", { name: "Lưu" }).click();
  await seat.shows("publish");
  await dialog.getByRole("button", { name: "Phát hành" }).click();
  await expect(dialog).toBeHidden();
}

/** A draft of Sở Tài chính that its head has approved. */
async function approvedDraft(plenum: Plenum, session: string, title: string): Promise<void> {
  const draft = randomUUID();
  const path = `/api/sessions/${session}/drafts/${draft}`;
  const facts = { unitId: "11-so-tai-chinh", kind: "REPORT", issuer: "Sở Tài chính", fileName: `${title}.pdf`, title };
  const query = new URLSearchParams({ itemId, ...facts });
  const preparer = await Client.signIn(plenum.url, "cbtaichinh");
  await preparer.put(`${path}?${query}`, pdf(plenum, "nghi-quyet-bien-che.pdf", title).buffer);
  await preparer.post(`${path}/steps`, { step: "SUBMIT", revision: 1 });
  await (await Client.signIn(plenum.url, "ldtaichinh")).post(`${path}/steps`, { step: "APPROVE", revision: 2 });
}

async function members(client: Client, session: string) {
  const answer = await client.get(`/api/sessions/${session}/members`);
  return (await answer.json()) as { personId: string; name: string; group: string }[];
}

/** Neither the agenda, nor search, nor the secretary's own list betrays a draft. */
async function nobodyElseKnows(plenum: Plenum, session: string): Promise<void> {
  for (const [username, as] of [
    ["thuky", "control"],
    ["db10", "delegate"],
  ] as const) {
    const client = await Client.signIn(plenum.url, username);
    for (const path of [
      `/api/sessions/${session}/state?as=${as}`,
      "/api/search?q=kinh%20ph%C3%AD%20b%C3%A1n%20tr%C3%BA",
    ])
      expect(await (await client.get(path)).text(), `${username} ${path}`).not.toContain(annex);
  }
  const secretary = await Client.signIn(plenum.url, "thuky");
  expect(await (await secretary.get(`/api/sessions/${session}/preparation`)).text()).not.toContain(annex);
}
