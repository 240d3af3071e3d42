import { loadavg } from "node:os";
import type { Page } from "@playwright/test";
import { expect, Seat, sizes, test } from "./house.ts";
import { downloaded } from "./tablet.ts";

const demo = "ky-hop-3-2026";
const rounds = 12;

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * part)] ?? Number.NaN);
}

function says(what: string, values: readonly number[]): void {
  const line = `${what}: p50 ${share(values, 0.5)} ms, p95 ${share(values, 0.95)} ms (${values.length} times)`;
  console.log(`${line}, load ${loadavg()[0]?.toFixed(1)}`);
}

/** ms from the tap on the paper of a hundred pages to its first page. */
async function opened(page: Page): Promise<number> {
  await page.evaluate(() => {
    performance.clearMarks();
  });
  await page.getByRole("button", { name: /· 100 trang/ }).click();
  const drawn = () => page.evaluate(() => performance.getEntriesByName("plenum-page-drawn")[0]?.startTime);
  await expect.poll(drawn, { intervals: [20] }).toBeGreaterThan(0);
  const tapped = await page.evaluate(() => performance.getEntriesByName("tapped")[0]?.startTime);
  const ms = ((await drawn()) ?? Number.NaN) - (tapped ?? Number.NaN);
  await page.getByRole("button", { name: "Lịch họp" }).click();
  return ms;
}

test("first page online, from the pack and without the server", async ({ browser, plenum }) => {
  test.setTimeout(300_000);
  const seat = await Seat.take(browser, "figures-desk", sizes.landscape);
  const { page } = seat;
  await page.addInitScript(() => {
    localStorage.setItem("plenum.pack.paused", "1");
    document.addEventListener("click", event => performance.mark("tapped", { startTime: event.timeStamp }), true);
  });
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db25");
  await expect(page.getByText("Đã xác nhận nhận giấy mời và tài liệu")).toBeVisible();
  const series = async (what: string) => {
    const times: number[] = [];
    for (let n = 0; n < rounds; n++) times.push(await opened(page));
    console.log(`first time ${Math.round(times[0] ?? Number.NaN)} ms`);
    says(what, times);
  };
  await series("first page of 100, online");
  await page.addInitScript(() => localStorage.removeItem("plenum.pack.paused"));
  await page.reload();
  await downloaded(page);
  await series("first page of 100, from the pack");
  await page.context().setOffline(true);
  await series("first page of 100, from the pack, no network");
  await seat.leave();
});
