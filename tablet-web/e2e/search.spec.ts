import type { Browser } from "@playwright/test";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { scan } from "./scan.ts";
import type { Plenum } from "./server.ts";

const demo = "ky-hop-3-2026";

test("words are found in all papers one may see, and the reader opens on their page", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "search", sizes.desktop);
  const { page } = seat;
  await seat.signIn(`${plenum.url}/search`, "db20");
  await expect(page.getByText("Tìm trong toàn văn tài liệu")).toBeVisible();
  await seat.shows("start");

  const box = page.getByRole("searchbox", { name: "Từ cần tìm" });
  const results = page.getByRole("article");
  await box.fill("thu ngan sach nha nuoc");
  // Right after the first start papers are still being read: the screen says so and asks again.
  const marked = page.locator("mark", { hasText: /thu ngân sách nhà nước/i });
  const place = results
    .filter({ has: marked })
    .first()
    .getByRole("button", { name: /^Trang \d+/ })
    .first();
  await expect(place).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("còn đang được đưa vào tìm kiếm")).toBeHidden({ timeout: 90_000 });
  await expect(marked.first()).toBeVisible();
  await seat.shows("results");
  expect(new URL(page.url()).searchParams.get("q")).toBe("thu ngan sach nha nuoc");

  const best = (await results.first().textContent()) ?? "";
  await page.getByLabel("Loại tài liệu").selectOption("SUMMONS");
  await page.getByLabel("Năm").selectOption({ index: 6 });
  await expect(page.getByText("Không tìm thấy tài liệu nào")).toBeVisible();
  await seat.shows("nothing");
  await page.getByLabel("Loại tài liệu").selectOption("");
  await page.getByLabel("Năm").selectOption("");
  await expect(results.first()).toHaveText(best);

  await page.getByLabel("Kỳ họp").selectOption({ label: "Kỳ họp thứ ba, Hội đồng nhân dân tỉnh Điện Biên khóa XVI" });
  await expect(results.first()).toHaveText(best);
  const item = page.getByLabel("Nội dung chương trình");
  await item.selectOption({ label: "2.2 Báo cáo thực hiện ngân sách năm 2026, dự toán năm 2027" });
  await expect(results.first()).not.toHaveText(best);
  for (const one of await results.all())
    await expect(one).toContainText("Báo cáo thực hiện ngân sách năm 2026, dự toán năm 2027");
  await seat.shows("item");
  await item.selectOption({ label: "Mọi nội dung" });
  await expect(results.first()).toHaveText(best);
  await page.getByLabel("Kỳ họp").selectOption("");
  await expect(item).toBeHidden();

  const found = Number(((await place.getByText(/^Trang \d+$/).textContent()) ?? "").slice("Trang ".length));
  await place.click();
  const reader = page.getByRole("dialog");
  await expect(reader.locator(`[data-page="${found}"] [data-hit]`).first()).toBeVisible();
  await expect(reader.getByLabel("Đi đến trang")).toHaveValue(String(found));
  await seat.shows("reader");
  await reader.getByRole("button", { name: "Các trang và mục lục" }).click();
  const panel = reader.getByRole("complementary", { name: "Các trang và mục lục" });
  await expect(panel.locator("img").first()).toBeVisible();
  await panel.getByRole("button", { name: "Trang 2", exact: true }).click();
  await expect(reader.getByLabel("Đi đến trang")).toHaveValue("2");
  await seat.shows("panel");
  await page.setViewportSize(sizes.phone);
  await seat.shows("panel-phone");
  await panel.getByRole("button", { name: "Trang 1", exact: true }).click();
  await expect(panel).toBeHidden();
  await page.setViewportSize(sizes.desktop);
  await reader.getByRole("button", { name: "Đóng", exact: true }).first().click();
  await expect(results.first()).toBeVisible();

  await page.setViewportSize(sizes.phone);
  await seat.shows("phone");
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});

test("a scan of a hundred pages is read as a copy that takes a few requests", async ({ browser, plenum }) => {
  const secretary = await Client.signIn(plenum.url, "thuky");
  await secretary.upload(demo, "ban-quet", { itemId: "nq2", title: "Bản quét trăm trang" }, scan(100, 500));
  await expect
    .poll(
      async () => {
        const answer = await secretary.get(`/api/sessions/${demo}/papers/ban-quet/pages`);
        return ((await answer.json()) as { ready: boolean }).ready;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  const before = await firstPage(browser, plenum, true);
  const after = await firstPage(browser, plenum, false);
  console.log(`first page of a scan of 100 pages: ${say(before)}; as a copy: ${say(after)}`);
  expect(before.requests).toBeGreaterThan(50);
  expect(after.requests).toBeLessThanOrEqual(8);
  expect(after.bytes).toBeLessThan(1_000_000);
  await secretary.command(demo, "agenda.recall-paper", { paperId: "ban-quet", reason: "Hết dùng" });
});

type Fetched = { requests: number; bytes: number; ms: number };

/** What is fetched until the first page is drawn. */
async function firstPage(browser: Browser, plenum: Plenum, original: boolean): Promise<Fetched> {
  const seat = await Seat.take(browser, "scan", sizes.landscape);
  const { page } = seat;
  const fetched = { requests: 0, bytes: 0, ms: 0 };
  await page.route("**/papers/ban-quet/content*", async route => {
    const url = new URL(route.request().url());
    if (original) url.searchParams.set("copy", "original");
    const response = await route.fetch({ url: String(url) });
    const { length } = await response.body();
    fetched.requests++;
    fetched.bytes += length;
    await route.fulfill({ response });
  });
  await seat.signIn(`${plenum.url}/search?q=${encodeURIComponent("bản quét trăm trang")}`, "db21");
  const paper = page.getByRole("button", { name: /Bản quét trăm trang/ });
  await expect(paper).toBeVisible({ timeout: 60_000 });
  const start = Date.now();
  await paper.click();
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName("plenum-page-drawn").length), { timeout: 60_000 })
    .toBeGreaterThan(0);
  fetched.ms = Date.now() - start;
  const until = { ...fetched };
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await seat.leave();
  return until;
}

function say({ requests, bytes, ms }: Fetched): string {
  return `${requests} requests, ${Math.round(bytes / 1_000)} kB, ${ms} ms`;
}
