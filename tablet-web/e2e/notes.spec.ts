import type { CDPSession, Locator, Page } from "@playwright/test";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";

const demo = "ky-hop-3-2026";
const person = "db21";
type Spot = { x: number; y: number };

/** A pen of the device, as Chromium knows it: with pressure. */
class Pen {
  private readonly cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.cdp = cdp;
  }

  static async of(page: Page): Promise<Pen> {
    return new Pen(await page.context().newCDPSession(page));
  }

  async draw(spots: readonly Spot[]): Promise<void> {
    const [first, last] = [spots[0], spots.at(-1)];
    if (!first || !last) return;
    await this.send("mousePressed", first, 0.4);
    for (const [at, spot] of spots.entries()) await this.send("mouseMoved", spot, 0.3 + 0.5 * (at / spots.length));
    await this.send("mouseReleased", last, 0);
  }

  private async send(type: "mousePressed" | "mouseMoved" | "mouseReleased", spot: Spot, force: number): Promise<void> {
    const buttons = type === "mouseReleased" ? 0 : 1;
    await this.cdp.send("Input.dispatchMouseEvent", {
      type,
      ...spot,
      force,
      buttons,
      button: "left",
      clickCount: 1,
      pointerType: "pen",
    });
  }
}

function loop(center: Spot, radius: number): Spot[] {
  return Array.from({ length: 40 }, (_, at) => ({
    x: center.x + radius * 1.8 * Math.cos((at / 39) * 2 * Math.PI),
    y: center.y + radius * Math.sin((at / 39) * 2 * Math.PI),
  }));
}

async function openPaper(seat: Seat, url: string): Promise<Locator> {
  const { page } = seat;
  await seat.signIn(`${url}/sessions/${demo}`, person);
  await page.getByRole("button", { name: /· 100 trang/ }).click();
  await expect(page.getByText("/ 100")).toBeVisible();
  const sheet = page.locator('[data-page="1"]');
  await expect(sheet.locator("[data-text] span").first()).toBeAttached();
  await expect(page.getByRole("button", { name: "Ghi chú và đánh dấu" })).toBeVisible();
  return sheet;
}

async function middle(of: Locator): Promise<Spot> {
  const box = await of.boundingBox();
  if (!box) throw new Error("not on screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("what is written on one tablet is on the other, also after an hour without network", async ({
  browser,
  plenum,
}) => {
  const offline = [/ERR_INTERNET_DISCONNECTED/, /WebSocket/];
  const first = await Seat.take(browser, "notes-first", sizes.landscape, { allowed: offline });
  const second = await Seat.take(browser, "notes-second", { width: 1024, height: 768 });
  const sheet = await openPaper(first, plenum.url);
  const { page } = first;
  const strokes = sheet.locator("[data-mark]");

  await test.step("a pen on the paper writes at once", async () => {
    const pen = await Pen.of(page);
    await pen.draw(loop(await middle(sheet.locator("[data-text] span").nth(3)), 26));
    await expect(strokes).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Bút (P)" })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("the highlighter marks words, a note keeps a thought, a bookmark the page", async () => {
    await page.getByRole("button", { name: "Bút đánh dấu (H)" }).click();
    const line = sheet.locator("[data-text] span").nth(8);
    const box = await line.boundingBox();
    if (!box) throw new Error("a line of text");
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(strokes).toHaveCount(2);
    await page.keyboard.press("n");
    await page.getByLabel("Nội dung").fill("Hỏi Sở Tài chính về số liệu này");
    await page.getByRole("button", { name: "Lưu" }).click();
    await expect(page.getByRole("button", { name: "Ghi chú: Hỏi Sở Tài chính về số liệu này" })).toBeVisible();
    await page.getByRole("button", { name: "Đánh dấu trang này (B)" }).click();
    await expect(page.getByRole("img", { name: "Trang đã đánh dấu" })).toBeVisible();
    await first.shows("written");
  });

  await test.step("the second tablet has it all, and adds to it", async () => {
    const other = await openPaper(second, plenum.url);
    await expect(other.locator("[data-mark]")).toHaveCount(2);
    await expect(second.page.getByRole("button", { name: /Hỏi Sở Tài chính/ })).toBeVisible();
    const pen = await Pen.of(second.page);
    await pen.draw(loop(await middle(other.locator("[data-text] span").nth(14)), 20));
    await expect(other.locator("[data-mark]")).toHaveCount(3);
    await second.shows("merged");
  });

  await test.step("without network one writes on; with it everything is sent and fetched", async () => {
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Bút (P)" }).click();
    const pen = await Pen.of(page);
    await pen.draw(loop(await middle(sheet.locator("[data-text] span").nth(20)), 18));
    await expect(strokes).toHaveCount(3);
    await page.getByRole("button", { name: "Danh sách ghi chú của tôi" }).click();
    await expect(page.getByText("đang chờ gửi")).toBeVisible();
    await first.shows("waiting");
    await page.context().setOffline(false);
    await expect(page.getByText("Đã lưu trên máy chủ")).toBeVisible();
    await page.getByRole("button", { name: "Đóng" }).click();
    await expect(strokes).toHaveCount(4);
    await second.page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(second.page.locator('[data-page="1"] [data-mark]')).toHaveCount(4);
  });

  await test.step("an eraser takes a stroke away, an undo brings it back", async () => {
    await page.getByRole("button", { name: "Tẩy (E)" }).click();
    const line = await middle(sheet.locator("[data-text] span").nth(8));
    await page.mouse.move(line.x, line.y);
    await page.mouse.down();
    await page.mouse.up();
    await expect(strokes).toHaveCount(3);
    await page.keyboard.press("Control+z");
    await expect(strokes).toHaveCount(4);
  });

  await test.step("all of it can be hidden, and is there after a reload", async () => {
    await page.getByRole("button", { name: "Ẩn mọi ghi chú" }).click();
    await expect(strokes).toHaveCount(0);
    await page.reload();
    await page.getByRole("button", { name: /· 100 trang/ }).click();
    await expect(strokes).toHaveCount(4);
  });

  await test.step("nobody else gets any of it", async () => {
    for (const name of ["thuky", "chutoa", "db22"]) {
      const other = await Client.signIn(plenum.url, name);
      for (const path of ["notes", "notes/shared"]) {
        expect(await (await other.get(`/api/sessions/${demo}/${path}`)).json(), name).toMatchObject({ marks: [] });
      }
    }
  });

  expect([...first.wrong(), ...second.wrong()]).toEqual([]);
  await first.leave();
  await second.leave();
});
