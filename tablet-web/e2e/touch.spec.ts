import type { Locator } from "@playwright/test";
import { expect, Seat, sizes, test } from "./house.ts";
import { loop, Pen } from "./pen.ts";
import { Fingers } from "./touch.ts";

/** The session that the demo brings along. */
const demo = "ky-hop-3-2026";

async function middle(of: Locator) {
  const box = await of.boundingBox();
  if (!box) throw new Error("not on screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where the page is larger than one canvas may be, what is in view is drawn with every pixel of the screen. */
async function isSharp(detail: Locator, seat: Seat) {
  await expect(detail).toBeVisible();
  const view = await seat.page.getByRole("region", { name: "Các trang tài liệu" }).boundingBox();
  await expect
    .poll(() => detail.evaluate((one: HTMLCanvasElement) => one.width / one.getBoundingClientRect().width))
    .toBeGreaterThanOrEqual(1.99);
  const box = await detail.boundingBox();
  expect(box?.width).toBeGreaterThan((view?.width ?? 0) - 30);
  const colours = await detail.evaluate((one: HTMLCanvasElement) => {
    const { data } = one.getContext("2d")?.getImageData(0, 0, one.width, one.height) ?? { data: [] };
    return new Set(data).size;
  });
  expect(colours, "there is text on it").toBeGreaterThan(10);
}

test("fingers zoom and scroll, a pen writes, and a hand beside the pen does neither", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "touch-phone", sizes.phone, { hasTouch: true, deviceScaleFactor: 2 });
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db27");
  await page.getByRole("button", { name: /· 100 trang/ }).click();
  const sheet = page.locator('[data-page="1"]');
  const line = sheet.locator("[data-text] span").nth(10);
  const marks = page.locator("[data-mark]");
  await expect(line).toBeAttached();
  const fingers = await Fingers.of(page);

  await test.step("two fingers zoom about the place between them", async () => {
    await seat.shows("reader");
    const place = await middle(line);
    const before = await sheet.boundingBox();
    await fingers.pinch(place, 80, 200);
    await expect.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeGreaterThan((before?.width ?? 0) * 2.2);
    const after = await middle(line);
    expect(Math.abs(after.y - place.y)).toBeLessThan(40);
    await isSharp(sheet.locator("[data-detail] canvas"), seat);
    await seat.shows("zoomed");
    await fingers.pinch(place, 240, 60);
    await expect.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeLessThan((before?.width ?? 0) * 1.1);
  });

  await test.step("a finger writes when the pen is chosen, and stops when a second one comes down", async () => {
    await page.getByRole("button", { name: "Ghi chú và đánh dấu" }).tap();
    await seat.shows("writing");
    const place = await middle(line);
    await fingers.drag({ x: place.x - 60, y: place.y }, { x: place.x + 60, y: place.y + 10 });
    await expect(marks).toHaveCount(1);
    await fingers.drawThenPinch({ x: place.x - 60, y: place.y + 40 });
    await fingers.pinch(place, 240, 120);
    await expect(marks).toHaveCount(1);
  });

  await test.step("once a pen has been seen, it alone writes: fingers and the hand scroll", async () => {
    const pen = await Pen.of(page);
    const place = await middle(line);
    await pen.draw(loop(place, 20));
    await expect(marks).toHaveCount(2);
    const pages = page.getByRole("region", { name: "Các trang tài liệu" });
    const top = await pages.evaluate(one => one.scrollTop);
    await fingers.drag({ x: place.x, y: place.y + 150 }, { x: place.x, y: place.y - 50 });
    await expect.poll(() => pages.evaluate(one => one.scrollTop)).toBeGreaterThan(top + 50);
    await expect(marks).toHaveCount(2);
    await pen.draw(loop({ x: place.x, y: place.y + 60 }, 20));
    await expect(page.locator("[data-mark]")).toHaveCount(3);
  });

  await test.step("a hand that lies on the glass before the pen or comes after it leaves the stroke, the zoom and the place alone", async () => {
    const pen = await Pen.of(page);
    const pages = page.getByRole("region", { name: "Các trang tài liệu" });
    const where = () => pages.evaluate(one => [one.scrollTop, one.scrollLeft, one.scrollHeight]);
    await page.getByLabel("Đi đến trang").fill("2");
    await page.getByLabel("Đi đến trang").press("Enter");
    await expect(page.locator('[data-page="2"] [data-text] span').first()).toBeAttached();
    const box = await page.locator('[data-page="2"]').boundingBox();
    if (!box) throw new Error("the second page");
    const begin = { x: box.x + 20, y: box.y + 60 };
    const hand = { x: box.x + box.width + 40, y: box.y + 240 };
    const before = await where();
    for (const handFirst of [true, false]) {
      const known = await marks.count();
      if (handFirst) await fingers.rest([hand]);
      await pen.down(begin);
      // The screen tells the pen as a touch, too: with the hand there are two.
      await fingers.rest([hand, begin]);
      for (let at = 1; at <= 20; at++) {
        const tip = { x: begin.x + at * 6, y: begin.y + (at % 5) };
        await pen.to(tip);
        await fingers.shift([{ x: hand.x - at * 2, y: hand.y - at * 6 }, tip]);
      }
      await pen.up({ x: begin.x + 120, y: begin.y });
      await fingers.rest([]);
      await expect(marks).toHaveCount(known + 1);
      const stroke = await marks.last().boundingBox();
      expect(stroke?.width, "the whole line").toBeGreaterThan(110);
    }
    expect(await where()).toEqual(before);
  });

  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});
