import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { pageDrawn } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { runningSession } from "./papers.ts";

const title = "Báo cáo về học sinh bán trú";

test("every reader has the own name on the pages, once the unit allows it", async ({ browser, plenum }) => {
  const session = await runningSession(plenum, [{ file: "to-trinh-hoc-sinh-ban-tru.pdf", title }]);
  const admin = await Seat.take(browser, "unit-admin", sizes.desktop);
  const secretary = await Seat.take(browser, "watermark-secretary", sizes.desktop);
  const delegate = await Seat.take(browser, "watermark-delegate", sizes.landscape, {
    hasTouch: true,
    allowed: [/status of 404/],
  });

  await test.step("the unit's administrator switches it on", async () => {
    await admin.signIn(`${plenum.url}/`, "quantridv");
    await admin.page.getByRole("button", { name: "Quản trị đơn vị" }).click();
    await admin.page.getByLabel("Cho phép đóng dấu tên người đọc").check();
    await expect(admin.page.getByText("Có thay đổi chưa lưu")).toBeVisible();
    await admin.shows("changed");
    await admin.page.getByRole("button", { name: "Lưu" }).click();
    await expect(admin.page.getByText("Đã lưu lựa chọn")).toBeVisible();
    await admin.page.setViewportSize(sizes.phone);
    await admin.shows("phone");
  });

  await test.step("the secretary marks a paper", async () => {
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/agenda`, "thuky");
    await secretary.page.getByRole("treeitem").first().click();
    await secretary.page.getByRole("button", { name: `Thao tác với tài liệu ${title}` }).click();
    await secretary.page.getByRole("menuitem", { name: "Ai được xem" }).click();
    const dialog = secretary.page.getByRole("dialog", { name: "Ai được xem tài liệu" });
    await dialog.getByLabel("Đóng dấu tên người đọc").check();
    await secretary.shows("marks");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("a delegate reads it with the own name, and the text of the page says so", async () => {
    const { name } = await whoIs(plenum.url, "db15");
    await delegate.signIn(`${plenum.url}/sessions/${session}/delegate`, "db15");
    await expect(delegate.page.getByRole("heading", { name: title })).toBeVisible();
    await pageDrawn(delegate.page);
    await expect(layer(delegate.page)).toContainText(`${name} · `);
    await expect(delegate.page.getByText("Mang tên người đọc").first()).toBeVisible();
    await delegate.shows("reads");
    const other = await whoIs(plenum.url, "db16");
    await expect(layer(delegate.page)).not.toContainText(other.name);
  });

  expect([admin, secretary, delegate].flatMap(seat => seat.wrong())).toEqual([]);
  for (const seat of [admin, secretary, delegate]) await seat.leave();
});

function layer(page: Page) {
  return page.locator("section[data-page]").first();
}

async function whoIs(url: string, username: string): Promise<{ name: string }> {
  const person = await Client.signIn(url, username);
  return (await (await person.get("/api/me")).json()) as { name: string };
}
