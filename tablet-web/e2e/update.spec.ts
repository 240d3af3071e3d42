import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "./api.ts";
import { expect, picture, test } from "./house.ts";
import type { Plenum } from "./server.ts";
import { downloaded, signIn, Tablet } from "./tablet.ts";

/** The session that the demo brings along. */
const demo = "ky-hop-3-2026";
const thought = "Viết trong lúc máy chủ nâng cấp";

/** The program with a newer tablet app in it; gives how to put the old one back. */
function newerApp(plenum: Plenum): () => void {
  const worker = join(plenum.web, "sw.js");
  const files = ["", ".br", ".gz"].map(end => ({ name: worker + end, bytes: readFileSync(worker + end) }));
  const [plain, ...packed] = files;
  if (!plain) throw new Error("no service worker");
  writeFileSync(plain.name, `${plain.bytes.toString()}\n// a newer build\n`);
  for (const { name } of packed) rmSync(name);
  return () => {
    for (const { name, bytes } of files) writeFileSync(name, bytes);
  };
}

test("a new version of the app is offered where nothing is under way, and a note that waits is not lost", async ({
  plenum,
}) => {
  const tablet = new Tablet();
  let putBack: (() => void) | undefined;
  try {
    const page = await tablet.on();
    await signIn(page, `${plenum.url}/sessions/${demo}`, "db33");
    await downloaded(page);
    await page.getByRole("button", { name: /· 100 trang/ }).click();
    await page.getByRole("button", { name: "Ghi chú và đánh dấu" }).click();
    await plenum.kill();
    await page.getByRole("region", { name: "Các trang tài liệu" }).focus();
    await page.keyboard.press("n");
    await page.getByRole("textbox", { name: "Nội dung" }).fill(thought);
    await page.getByRole("button", { name: "Lưu" }).click();
    await expect(page.getByRole("button", { name: `Ghi chú: ${thought}` })).toBeVisible();

    putBack = newerApp(plenum);
    await plenum.restart();
    await page.getByRole("link", { name: "Danh sách kỳ họp" }).click();
    await expect(page.getByText("Đã có phiên bản mới của ứng dụng.")).toBeVisible();
    await page.screenshot({ path: picture("update-offered") });
    const loaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "Cập nhật" }).click();
    await loaded;
    await expect(page.getByRole("heading", { name: "Kỳ họp", exact: true })).toBeVisible();
    await expect(page.getByText("Đã có phiên bản mới của ứng dụng.")).toBeHidden();

    const owner = await Client.signIn(plenum.url, "db33");
    const notes = async () => (await (await owner.get(`/api/sessions/${demo}/notes`)).text()).split(thought).length - 1;
    await expect.poll(notes).toBe(1);
    expect(tablet.wrong).toEqual([]);
  } finally {
    putBack?.();
    await tablet.scrap();
  }
});
