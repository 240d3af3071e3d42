import { expect, Seat, sizes, test } from "./house.ts";

/** The session that the demo brings along, with 29 papers. */
const demo = "ky-hop-3-2026";
const aimMs = 1_000;
const limitMs = 3_000;

test("the first page of a paper of a hundred pages is drawn at once", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "delegate-landscape", sizes.landscape);
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db20");
  const paper = page.getByRole("button", { name: /· 100 trang/ });
  await expect(paper).toBeVisible();
  await expect(page.getByText("Đã xác nhận nhận giấy mời và tài liệu")).toBeVisible();
  await page.evaluate(() =>
    document.addEventListener("click", event => performance.mark("tapped", { startTime: event.timeStamp }), true),
  );
  await paper.click();
  const drawn = () => page.evaluate(() => performance.getEntriesByName("plenum-page-drawn")[0]?.startTime);
  await expect.poll(drawn).toBeGreaterThan(0);
  const tapped = await page.evaluate(() => performance.getEntriesByName("tapped")[0]?.startTime);
  const firstPageMs = Math.round(((await drawn()) ?? Number.NaN) - (tapped ?? Number.NaN));
  console.log(`first page of 100 after ${firstPageMs} ms (aim ${aimMs})`);
  await expect(page.getByText("/ 100")).toBeVisible();
  await seat.shows("hundred-pages");
  expect(firstPageMs).toBeLessThanOrEqual(limitMs);
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});
