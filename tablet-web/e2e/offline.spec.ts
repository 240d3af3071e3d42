import { Client } from "./api.ts";
import { expect, picture, sizes, test } from "./house.ts";
import { databases, downloaded, enterPin, meter, setPin, signIn, Tablet } from "./tablet.ts";

/** The session that the demo brings along. */
const demo = "ky-hop-3-2026";
const pin = "482913";
const coldLimitMs = 3_000;
const firstPageLimitMs = 1_000;

test("a delegate reads on without the server, after the tablet was switched off and on", async ({ plenum }) => {
  const tablet = new Tablet();
  try {
    const before = await tablet.on();
    await signIn(before, `${plenum.url}/sessions/${demo}`, "db21");
    await downloaded(before);
    const person = (await Client.signIn(plenum.url, "db21")).personId;
    await setPin(before, pin);
    await before.screenshot({ path: picture("pack-ready") });
    await meter(before, "").click();
    await before.screenshot({ path: picture("pack-dialog") });
    await plenum.kill();
    await test.step("an app that stays open finds the way in again", async () => {
      await before.keyboard.press("Escape");
      await before.getByRole("link", { name: "Danh sách kỳ họp" }).click();
      await expect(before.getByText("các kỳ họp có tài liệu trên máy này")).toBeVisible();
      await before.screenshot({ path: picture("pack-list-open") });
      await before
        .getByRole("link", { name: /Kỳ họp thứ/ })
        .first()
        .click();
      await expect(before.getByText("Sẽ tham dự", { exact: true }).first()).toBeVisible();
      await before.evaluate(() => history.pushState(null, "", "/sessions/chua-mo/delegate"));
      await expect(before.getByText("Kỳ họp này chưa được tải về máy")).toBeVisible();
    });
    await tablet.off();

    const page = await tablet.on();
    const started = Date.now();
    await page.goto(plenum.url);
    await expect(page.getByRole("heading", { name: "Mở tài liệu ngoại tuyến" })).toBeVisible();
    console.log(`cold start without the server: ${Date.now() - started} ms`);
    expect(Date.now() - started).toBeLessThanOrEqual(coldLimitMs);
    await page.screenshot({ path: picture("pack-pin") });
    await enterPin(page, "000000");
    await expect(page.getByText("Còn 4 lần thử")).toBeVisible();
    await enterPin(page, pin);
    await expect(page.getByText("các kỳ họp có tài liệu trên máy này")).toBeVisible();
    await page.screenshot({ path: picture("pack-list") });
    await page
      .getByRole("link", { name: /Kỳ họp thứ/ })
      .first()
      .click();
    await expect(page.getByText(/Ngoại tuyến – dữ liệu lúc/)).toBeVisible();
    await page.getByText("Sẽ tham dự", { exact: true }).first().click();
    await expect(page.getByText(/Đã lưu lúc .* sẽ tự gửi khi có mạng/)).toBeVisible();
    await page.screenshot({ path: picture("pack-plan") });

    await page.evaluate(() =>
      document.addEventListener("click", event => performance.mark("tapped", { startTime: event.timeStamp }), true),
    );
    await page.getByRole("button", { name: /· 100 trang/ }).click();
    const drawn = () => page.evaluate(() => performance.getEntriesByName("plenum-page-drawn")[0]?.startTime);
    await expect.poll(drawn).toBeGreaterThan(0);
    const tapped = await page.evaluate(() => performance.getEntriesByName("tapped")[0]?.startTime);
    const firstPageMs = Math.round(((await drawn()) ?? Number.NaN) - (tapped ?? Number.NaN));
    console.log(`first page of 100 from the pack: ${firstPageMs} ms`);
    expect(firstPageMs).toBeLessThanOrEqual(firstPageLimitMs);
    await page.getByRole("button", { name: "Tìm trong tài liệu" }).click();
    await page.getByRole("textbox", { name: "Tìm trong tài liệu" }).fill("nghi quyet");
    await expect(page.getByText(/kết quả/)).toBeVisible();
    await page.screenshot({ path: picture("pack-reader") });
    await page.setViewportSize(sizes.phone);
    await page.screenshot({ path: picture("pack-reader-phone") });
    await page.setViewportSize(sizes.landscape);
    await page.getByRole("button", { name: "Đóng tìm kiếm" }).click();
    await page.getByRole("button", { name: "Các trang và mục lục" }).click();
    const panel = page.getByRole("complementary", { name: "Các trang và mục lục" });
    await expect(panel.locator("img").first()).toBeVisible();
    await page.screenshot({ path: picture("pack-panel") });
    await panel.getByRole("tab", { name: "Mục lục" }).click();
    const heading = panel.getByRole("listitem").last().getByRole("button");
    const target = (await heading.locator("span").last().textContent()) ?? "";
    expect(Number(target)).toBeGreaterThan(1);
    await heading.click();
    await expect(page.getByLabel("Đi đến trang")).toHaveValue(target);
    await page.screenshot({ path: picture("pack-outline") });
    await test.step("words are found across the papers of this tablet", async () => {
      await page.getByRole("link", { name: "Tìm trong tài liệu" }).click();
      await expect(page.getByText(/chỉ tìm trong \d+ tài liệu/)).toBeVisible();
      const box = page.getByRole("searchbox", { name: "Từ cần tìm" });
      const results = page.getByRole("article");
      await box.fill("hoc sinh ban tru dien bien");
      await expect(page.getByRole("progressbar", { name: "Đang đọc tài liệu" })).toBeVisible();
      await page.screenshot({ path: picture("pack-search-reading") });
      await expect(page.getByText(/^\d+ tài liệu$/)).toBeVisible();
      expect(await results.count()).toBeGreaterThan(1);
      await page.screenshot({ path: picture("pack-search") });
      for (const at of [0, 1]) {
        const place = results
          .nth(at)
          .getByRole("button", { name: /^Trang \d+/ })
          .first();
        const number = /^Trang (\d+)/.exec((await place.getByText(/^Trang \d+$/).textContent()) ?? "")?.[1];
        await place.click();
        const reader = page.getByRole("dialog");
        await expect(reader.locator(`[data-page="${number}"] [data-hit]`).first()).toBeVisible();
        await reader.getByRole("button", { name: "Đóng", exact: true }).first().click();
      }
      await page.setViewportSize(sizes.phone);
      await page.screenshot({ path: picture("pack-search-phone") });
      await page.setViewportSize(sizes.landscape);
      await page.goBack();
      await expect(page.getByText(/Ngoại tuyến – dữ liệu lúc/)).toBeVisible();
    });
    await plenum.restart();
    await expect(page.getByText(/Ngoại tuyến – dữ liệu lúc/)).toBeHidden({ timeout: 30_000 });
    await expect(page.getByText("Trực tuyến")).toBeVisible();
    await expect(page.getByText(/Đã ghi nhận \d\d:\d\d/)).toBeVisible();
    const secretary = await Client.signIn(plenum.url, "thuky");
    const mine = (await secretary.journal(demo)).filter(one => one.type === "attendance.answered");
    expect(mine.filter(one => one.data.personId === person)).toHaveLength(1);
    expect(tablet.wrong).toEqual([]);

    await page.getByRole("button", { name: /Tài khoản/ }).click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await page.getByRole("button", { name: "Đăng xuất và xóa" }).click();
    await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
    expect(await databases(page)).toEqual([]);
  } finally {
    await tablet.scrap();
  }
});
