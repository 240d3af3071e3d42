import { expect, Seat, sizes, test } from "./house.ts";

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
  const place = results
    .first()
    .getByRole("button", { name: /^Trang \d+/ })
    .first();
  await expect(place).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("còn đang được đưa vào tìm kiếm")).toBeHidden({ timeout: 90_000 });
  await expect(page.locator("mark").first()).toHaveText(/thu ngân sách nhà nước/i);
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
