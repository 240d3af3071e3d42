import { expect, Seat, sizes, test } from "./house.ts";
import { databases, signIn, Tablet } from "./tablet.ts";

test("a delegate who has lost a tablet wipes it from another device", async ({ browser, plenum }) => {
  const lost = new Tablet();
  try {
    const page = await lost.on();
    await signIn(page, plenum.url, "db28");
    await expect.poll(async () => (await databases(page)).length).toBeGreaterThan(0);

    const other = await Seat.take(browser, "devices", sizes.phone);
    const phone = other.page;
    await other.signIn(plenum.url, "db28");
    const open = async () => {
      await phone.getByRole("button", { name: /Tài khoản/ }).click();
      await phone.getByRole("menuitem", { name: "Thiết bị của tôi" }).click();
    };
    await open();
    const rows = phone.getByRole("dialog").getByRole("listitem");
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: "Máy này" })).toHaveCount(1);
    await other.shows("list");
    await phone.getByRole("button", { name: /^Xóa từ xa / }).click();
    await other.shows("asked");
    await phone.getByRole("button", { name: "Xóa từ xa", exact: true }).click();
    await expect(phone.getByText("Đã thu hồi thiết bị")).toBeVisible();
    await expect(rows).toHaveCount(1);

    await page.reload();
    await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
    await expect.poll(() => databases(page)).toEqual([]);
    expect(other.wrong()).toEqual([]);
    expect(lost.wrong).toEqual([]);
    await other.leave();
  } finally {
    await lost.scrap();
  }
});
