import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** What a secretary does at the desk; each resolves when the screen shows the server's answer. */

export async function createSession(page: Page, title: string): Promise<string> {
  await page.getByRole("button", { name: "Tạo kỳ họp" }).click();
  const dialog = page.getByRole("dialog", { name: "Tạo kỳ họp mới" });
  await dialog.getByLabel("Tên kỳ họp").fill(title);
  await dialog.getByLabel("Loại kỳ họp").selectOption("THEMATIC");
  await dialog.getByRole("button", { name: "Tạo kỳ họp" }).click();
  await page.waitForURL(/\/sessions\/[^/]+\/secretary\/info$/);
  await expect(page.getByText("Tổng số đại biểu", { exact: true })).toBeVisible();
  return /sessions\/([^/]+)\//.exec(page.url())?.[1] ?? "";
}

export async function planSitting(page: Page, title: string, date: string, time: string): Promise<void> {
  await page.getByRole("button", { name: "Thêm phiên họp" }).click();
  const dialog = page.getByRole("dialog", { name: "Thêm phiên họp" });
  await dialog.getByLabel("Tên phiên").fill(title);
  await dialog.getByLabel("Ngày").fill(date);
  await dialog.getByLabel("Giờ bắt đầu").fill(time);
  await dialog.getByRole("button", { name: "Lưu phiên họp" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main").getByText(title)).toBeVisible();
}

export async function dropSitting(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: `Bỏ phiên họp: ${title}` }).click();
  const dialog = page.getByRole("dialog", { name: "Bỏ phiên họp" });
  await dialog.getByRole("button", { name: "Bỏ phiên họp" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main").getByText(title)).toBeHidden();
}

export async function section(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Các phần của bàn thư ký" }).getByRole("link", { name }).click();
}

export type NewItem = {
  title: string;
  kind: "PROCEDURE" | "REPORT" | "RESOLUTION";
  presenter: string;
  minutes: number;
  resolution?: string;
};

export async function addItem(page: Page, sitting: string, item: NewItem): Promise<void> {
  const { title, kind, presenter, minutes, resolution } = item;
  await page.getByRole("button", { name: "Thêm nội dung" }).click();
  await page.getByLabel("Tên nội dung").fill(title);
  await page.getByLabel("Loại nội dung").selectOption(kind);
  await page.getByLabel("Thuộc phiên").selectOption({ label: sitting });
  await page.getByLabel("Người trình bày").fill(presenter);
  await page.getByLabel("Thời lượng dự kiến (phút)").fill(String(minutes));
  if (resolution) await page.getByLabel("Tên nghị quyết sẽ biểu quyết").fill(resolution);
  await page.getByRole("button", { name: "Thêm vào chương trình" }).click();
  await expect(agendaRow(page, title)).toHaveAttribute("aria-selected", "true");
}

export function agendaRow(page: Page, title: string) {
  return page.getByRole("treeitem").filter({ hasText: title });
}

/** Alt and an arrow, as someone without a mouse moves an item. */
export async function moveByKeyboard(page: Page, title: string, key: "ArrowUp" | "ArrowDown"): Promise<void> {
  await agendaRow(page, title).focus();
  await page.keyboard.press(`Alt+${key}`);
  await expect(page.getByText(`Đã chuyển “${title}”`)).toBeAttached();
}

/** Uploads over a line of 60 kB/s and resolves when all are attached; gives the steps, in bytes, that the progress bars have shown. */
export async function uploadSlowly(page: Page, files: readonly { from: string; as: string }[]): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 };
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", line);
  const shown = await page.evaluateHandle(() => {
    const steps: number[] = [];
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll<HTMLProgressElement>("li progress")) steps.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    return steps;
  });
  await page
    .locator('input[type="file"][multiple]')
    .setInputFiles(
      files.map(file => ({ name: file.as, mimeType: "application/pdf", buffer: readFileSync(file.from) })),
    );
  await expect(page.getByRole("heading", { name: `Tài liệu (${files.length})` })).toBeVisible();
  await devtools.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: -1 });
  await devtools.detach();
  return shown.jsonValue();
}
