import { loadavg } from "node:os";
import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { stateAs } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { scan } from "./scan.ts";
import { meter } from "./tablet.ts";

const demo = "ky-hop-3-2026";
const rounds = 12;
/** A scan of 30 MB. */
const long = "Báo cáo quét ba trăm trang";
const side = 316;
const within = 250;

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * part)] ?? Number.NaN);
}

function says(what: string, values: readonly number[]): void {
  const line = `${what}: p50 ${share(values, 0.5)} ms, p95 ${share(values, 0.95)} ms (${values.length} times)`;
  console.log(`${line}, load ${loadavg()[0]?.toFixed(1)}`);
}

/** ms from the tap on the paper to the page where it was left; 1 for one that was never opened. */
async function opened(page: Page, paper: RegExp): Promise<number> {
  await page.evaluate(() => {
    performance.clearMarks();
  });
  await page.getByRole("button", { name: paper }).click();
  const drawn = () => page.evaluate(() => performance.getEntriesByName("plenum-page-drawn")[0]?.startTime);
  await expect.poll(drawn, { intervals: [20] }).toBeGreaterThan(0);
  const tapped = await page.evaluate(() => performance.getEntriesByName("tapped")[0]?.startTime);
  const ms = ((await drawn()) ?? Number.NaN) - (tapped ?? Number.NaN);
  await page.getByRole("button", { name: "Lịch họp" }).click();
  return ms;
}

test("first page online, from the pack and without the server", async ({ browser, plenum }) => {
  test.setTimeout(300_000);
  const secretary = await Client.signIn(plenum.url, "thuky");
  const { parts } = await stateAs(secretary, demo, "control");
  const itemId = parts.agenda.items[0]?.itemId ?? "";
  await secretary.upload(demo, "desk-figures-300", { itemId, title: long }, scan(300, side));
  const copied = async () => (await secretary.get(`/api/sessions/${demo}/papers/desk-figures-300/thumbnails/300`)).ok;
  const seat = await Seat.take(browser, "figures-desk", sizes.landscape);
  const { page } = seat;
  await page.addInitScript(() => {
    localStorage.setItem("plenum.pack.paused", "1");
    document.addEventListener("click", event => performance.mark("tapped", { startTime: event.timeStamp }), true);
  });
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db25");
  await expect(page.getByText("Đã xác nhận nhận giấy mời và tài liệu")).toBeVisible();
  const hundred = /· 100 trang/;
  const threeHundred = new RegExp(long);
  const series = async (what: string, paper: RegExp) => {
    const times: number[] = [];
    for (let n = 0; n < rounds; n++) times.push(await opened(page, paper));
    console.log(`first time ${Math.round(times[0] ?? Number.NaN)} ms`);
    says(what, times);
  };
  const all = async (how: string) => {
    await series(`first page of 100, ${how}`, hundred);
    await series(`page of 300 where it was left, ${how}`, threeHundred);
  };
  console.log(`first page of 300 while its copy is made: ${Math.round(await opened(page, threeHundred))} ms`);
  await expect.poll(copied, { timeout: 120_000, intervals: [500] }).toBe(true);
  await series("first page of 100, online", hundred);
  await series("first page of 300, online", threeHundred);
  await page.getByRole("button", { name: threeHundred }).click();
  await page.getByLabel("Đi đến trang").fill(String(within));
  await page.getByLabel("Đi đến trang").press("Enter");
  await expect(page.getByLabel("Đi đến trang")).toHaveValue(String(within));
  await page.getByRole("button", { name: "Lịch họp" }).click();
  await all("online");
  await page.addInitScript(() => localStorage.removeItem("plenum.pack.paused"));
  await page.reload();
  await expect(meter(page, "Đã tải đủ")).toBeVisible({ timeout: 60_000 });
  await all("from the pack");
  await page.context().setOffline(true);
  await all("from the pack, no network");
  await seat.leave();
});
