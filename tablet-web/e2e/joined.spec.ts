import { join } from "node:path";
import { test as base, expect, Seat, sizes } from "./house.ts";
import { Plenum } from "./server.ts";

const unit = "Xã Mường Phăng";
const conference = "Hội nghị trực tuyến triển khai nhiệm vụ phát triển kinh tế - xã hội năm 2027";

/** A province's server and a commune's, which dials it over TLS. */
const test = base.extend<object, { two: { province: Plenum; commune: Plenum } }>({
  two: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
    async ({}, use) => {
      const province = await Plenum.start(undefined, { tls: { mode: "local-authority", port: 0 } });
      const trustFile = join(province.data, "tls/plenum-ca.crt");
      const commune = await Plenum.start(undefined, { joined: { url: province.url, trustFile } });
      await use({ province, commune });
      await commune.stop();
      await province.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

test("two administrators join a commune's server to the province's, and the commune reads and answers there", async ({
  browser,
  two: { province, commune },
}) => {
  const above = await Seat.take(browser, "joined-above", sizes.desktop, { allowed: [/status of 422/] });
  const below = await Seat.take(browser, "joined-below", sizes.desktop);

  await test.step("the commune's server is a stranger until its key is entered", async () => {
    await below.signIn(`${commune.url}/admin/joined`, "quantri");
    await expect(below.page.getByText("Chưa được nhận")).toBeVisible();
    await below.shows("stranger");
    const key = await below.page
      .getByRole("region", { name: "Khóa của máy chủ này" })
      .locator("p")
      .first()
      .textContent();
    await above.signIn(`${province.plain}/admin/joined`, "quantri");
    await expect(above.page.getByText("Chưa có máy chủ cấp dưới nào.")).toBeVisible();
    await above.page.getByLabel("Dãy khóa").fill("abc");
    await expect(above.page.getByText("Dãy khóa có đúng 64 chữ số")).toBeVisible();
    await above.page.getByLabel("Dãy khóa").fill(key ?? "");
    await above.page.getByLabel("Đơn vị", { exact: true }).selectOption({ label: unit });
    await above.page.getByRole("button", { name: "Thêm máy chủ cấp dưới" }).click();
    await expect(above.page.getByText("Chờ đối chiếu")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the digits are read out and typed in; others join nobody", async () => {
    await expect(below.page.getByText("Mã đối chiếu")).toBeVisible();
    await below.shows("digits");
    const digits = (await below.page.locator("p", { hasText: "Mã đối chiếu" }).locator("b").textContent()) ?? "";
    await above.page.getByRole("button", { name: `Nhập mã đối chiếu của ${unit}` }).click();
    const dialog = above.page.getByRole("dialog");
    await dialog.getByLabel("Tám chữ số").fill(digits.startsWith("0") ? `1${digits.slice(1)}` : `0${digits.slice(1)}`);
    await dialog.getByRole("button", { name: "Xác nhận" }).click();
    await expect(dialog.getByText("Mã đối chiếu không khớp")).toBeVisible();
    await above.shows("other-digits");
    await dialog.getByLabel("Tám chữ số").fill(digits);
    await dialog.getByRole("button", { name: "Xác nhận" }).click();
    await expect(dialog).toBeHidden();
    await expect(above.page.getByText("Đã kết nối", { exact: true })).toBeVisible();
    await expect(below.page.getByText("Đã kết nối", { exact: true })).toBeVisible();
    await above.shows("joined");
    await below.shows("joined");
  });

  await test.step("the commune's administrator finds the province's conference, reads its paper and names a technician", async () => {
    const reader = await Seat.take(browser, "joined-reader", sizes.phone);
    await reader.signIn(commune.url, "qtmuongphang");
    const list = reader.page.locator("section", { hasText: "Kỳ họp của cấp trên" });
    await list.getByRole("link", { name: conference }).click();
    await expect(reader.page.getByText("Đang nối với máy chủ cấp trên")).toBeVisible();
    await reader.page.getByRole("button", { name: /^Báo cáo tình hình/ }).click();
    await expect(reader.page.getByRole("dialog").locator("canvas").first()).toBeVisible();
    await reader.page.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
    await reader.shows("session");
    await reader.page.getByRole("button", { name: "Phân công lại" }).click();
    const dialog = reader.page.getByRole("dialog");
    await dialog.getByLabel("Cán bộ phụ trách kỹ thuật").selectOption({ index: 1 });
    await dialog.getByRole("button", { name: "Phân công" }).click();
    await expect(reader.page.getByText("Cấp trên đã nhận lời đáp")).toBeVisible({ timeout: 15_000 });
    await reader.shows("answered");
    await reader.leave();
  });

  await test.step("revoked, it is a stranger again at once", async () => {
    await above.page.getByRole("button", { name: `Thu hồi kết nối của ${unit}` }).click();
    await above.page.getByRole("dialog").getByRole("button", { name: "Thu hồi" }).click();
    await expect(above.page.getByText("Đã thu hồi", { exact: true })).toBeVisible();
    await expect(below.page.getByText("Chưa được nhận")).toBeVisible();
    await above.shows("revoked");
  });
  await above.leave();
  expect([...above.wrong(), ...below.wrong()]).toEqual([]);
  await below.leave();
});
