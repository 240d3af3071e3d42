import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { pageDrawn } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { item, pdf, runningSession } from "./papers.ts";
import { Plenum } from "./server.ts";

const title = "Báo cáo về học sinh bán trú";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("office files become papers", async ({ browser, plenum }) => {
  const session = await runningSession(plenum, [{ file: "to-trinh-hoc-sinh-ban-tru.pdf", title }]);
  const secretary = await Seat.take(browser, "office-secretary", sizes.desktop);
  const desk = secretary.page;
  const file = written("Tờ trình 45 TTr-UBND về chỉ tiêu", 2_500);
  await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/agenda`, "thuky");
  await desk.getByRole("treeitem").first().click();

  await test.step("a long one is seen being converted, and is there as a PDF", async () => {
    await chooser(desk).setInputFiles(file);
    await expect(desk.getByText("Đang chuyển sang PDF", { exact: true })).toBeVisible();
    await secretary.shows("converting");
    await expect(desk.getByRole("heading", { name: "Tài liệu (2)" })).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a delegate reads it", async () => {
    const delegate = await Seat.take(browser, "office-delegate", sizes.landscape, { hasTouch: true });
    await delegate.signIn(`${plenum.url}/sessions/${session}/delegate`, "db14");
    await delegate.page.getByRole("navigation", { name: "Tài liệu của nội dung 1" }).getByRole("button").nth(1).click();
    await expect(delegate.page.getByRole("heading", { name: "Tờ trình 45 TTr-UBND về chỉ tiêu" })).toBeVisible();
    await pageDrawn(delegate.page);
    await delegate.shows("reads");
    expect(delegate.wrong()).toEqual([]);
    await delegate.leave();
  });

  await test.step("the secretary has the original byte for byte", async () => {
    await desk.getByRole("button", { name: /^Thao tác với tài liệu Tờ trình 45/ }).click();
    await desk.getByRole("menuitem", { name: "Các phiên bản" }).click();
    const saved = desk.waitForEvent("download");
    await desk.getByRole("button", { name: /^Tải tệp gốc/ }).click();
    expect(readFileSync(await (await saved).path()).equals(file.buffer)).toBe(true);
    await secretary.shows("original");
    await desk.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
  });

  await test.step("one that is something else is refused with the reason", async () => {
    const other = pdf(plenum, "nghi-quyet-bien-che.pdf", "Nghị quyết.docx");
    secretary.allow(/status of 415/);
    await chooser(desk).setInputFiles(other);
    await expect(desk.getByText("Phần mở rộng của tên tệp không đúng với nội dung của tệp.")).toBeVisible();
    await secretary.shows("refused");
  });
  expect(secretary.wrong()).toEqual([]);
  await secretary.leave();
});

test("where no LibreOffice is, the original is kept until a PDF takes its place", async ({ browser }) => {
  const plenum = await Plenum.start(undefined, { uploads: { office: "off" } });
  const session = await runningSession(plenum, []);
  const secretary = await Seat.take(browser, "office-kept", sizes.desktop, { allowed: [/status of 409/] });
  const desk = secretary.page;
  await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/agenda`, "thuky");
  await desk.getByRole("treeitem").first().click();
  await chooser(desk).setInputFiles(written("Tờ trình", 1));
  const kept = desk.getByRole("region", { name: "Tệp Office chưa thành tài liệu" });
  await expect(kept.getByText("Máy chủ này không chuyển được tệp Office sang PDF.")).toBeVisible();
  await secretary.shows("list");
  await desk.setViewportSize(sizes.phone);
  await secretary.shows("phone");
  await desk.setViewportSize(sizes.desktop);
  await kept.locator('input[type="file"]').setInputFiles(pdf(plenum, "nghi-quyet-bien-che.pdf", "Tờ trình.pdf"));
  await expect(desk.getByRole("heading", { name: "Tài liệu (1)" })).toBeVisible();
  await expect(kept).toBeHidden();

  await test.step("a unit that prepares papers keeps its original the same way", async () => {
    const client = await Client.signIn(plenum.url, "thuky");
    await client.put(`/api/sessions/${session}/preparation/${item}/11-so-tai-chinh`, { due: "2099-12-31" });
    const preparer = await Seat.take(browser, "office-unit", sizes.desktop, { allowed: [/status of 409/] });
    const { page } = preparer;
    await preparer.signIn(plenum.url, "cbtaichinh");
    const file = written("Tờ trình 7 TTr-STC", 1);
    const card = page.getByRole("article", { name: "1. Chính sách hỗ trợ học sinh bán trú" });
    await card.locator('input[type="file"][multiple]').setInputFiles(file);
    const own = card.getByRole("region", { name: "Tệp Office chưa thành tài liệu" });
    await expect(own.getByText("Máy chủ này không chuyển được tệp Office sang PDF.")).toBeVisible();
    await preparer.shows("kept");
    await page.setViewportSize(sizes.phone);
    await preparer.shows("kept-phone");
    await page.setViewportSize(sizes.desktop);
    await own.locator('input[type="file"]').setInputFiles(pdf(plenum, "nghi-quyet-bien-che.pdf", "Tờ trình 7.pdf"));
    await expect(own).toBeHidden();
    await expect(card.getByText("Đang soạn")).toBeVisible();
    const saved = page.waitForEvent("download");
    await card.getByRole("button", { name: `Tải tệp gốc ${file.name}` }).click();
    expect(readFileSync(await (await saved).path()).equals(file.buffer)).toBe(true);
    await preparer.shows("draft");
    expect(preparer.wrong()).toEqual([]);
    await preparer.leave();
  });
  expect(secretary.wrong()).toEqual([]);
  await secretary.leave();
  await plenum.stop();
});

function chooser(page: Page) {
  return page.locator('input[type="file"][multiple]');
}

/** A real docx, written by LibreOffice. */
function written(name: string, paragraphs: number) {
  const directory = mkdtempSync(join(tmpdir(), "plenum-office-e2e-"));
  const text = "<p>Nghị quyết về chính sách hỗ trợ học sinh bán trú vùng đặc biệt khó khăn.</p>".repeat(paragraphs);
  writeFileSync(join(directory, "a.html"), `<meta charset="utf-8"><h1>${name}</h1>${text}`);
  const profile = `-env:UserInstallation=file://${directory}/profile`;
  const how = ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", directory];
  execFileSync("soffice", [profile, ...how, join(directory, "a.html")], { stdio: "ignore" });
  return { name: `${name}.docx`, mimeType: docx, buffer: readFileSync(join(directory, "a.docx")) };
}
