import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";

const demo = "ky-hop-3-2026";
const title = "Kỳ họp thứ ba, Hội đồng nhân dân tỉnh Điện Biên khóa XVI";
const refused = /^Failed to load resource: the server responded with a status of (401|403|404)/;
const closed = /WebSocket connection to .* failed/;

test("another council's secretary hears that nothing is there", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "stranger", sizes.desktop, { allowed: [refused] });
  const { page } = seat;
  await seat.signIn(plenum.url, "thukyxa");
  await expect(page.getByText("Chưa có kỳ họp nào")).toBeVisible();
  await seat.shows("sessions");
  for (const screen of ["", "/secretary", "/chair", "/delegate", "/guest"]) {
    await page.goto(`${plenum.url}/sessions/${demo}${screen}`);
    await expect(page.getByText(/Không tìm thấy kỳ họp/)).toBeVisible();
    await expect(page.getByText(title)).toHaveCount(0);
  }
  await seat.shows("nothing");
  const client = await Client.signIn(plenum.url, "thukyxa");
  for (const path of ["", "/state?as=control", "/members", "/journal", "/minutes"]) {
    const answer = await client.get(`/api/sessions/${demo}${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(title);
  }
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});

test("a guest reads and follows, and has nothing to press", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "guest", sizes.landscape);
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "khach1");
  await expect(page).toHaveURL(/\/guest$/);
  await expect(page.getByRole("button", { name: /Tờ trình/ }).first()).toBeVisible();
  await expect(page.getByText("Sẽ tham dự")).toHaveCount(0);
  await seat.shows("prepare");
  await page.getByRole("button", { name: "Mở tài liệu" }).click();
  await expect(page.getByRole("region", { name: "Các trang tài liệu" })).toBeVisible();
  await seat.shows("reader");
  for (const name of ["Xin phát biểu", "Có mặt", "Chọn một phương án"]) {
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  const client = await Client.signIn(plenum.url, "khach1");
  await expect(client.command(demo, "voting.cast", { voteId: "any", choice: "FOR" })).rejects.toThrow("403");
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});

test("a delegate at the secretary's or the chair's desk is told so", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "delegate", sizes.landscape, { allowed: [closed] });
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${demo}/secretary`, "db30");
  await expect(page.getByText("Tài khoản này không có vai trò đó trong kỳ họp.")).toBeVisible();
  await seat.shows("refused");
  await page.goto(`${plenum.url}/sessions/${demo}/chair`);
  await expect(page.getByText("Tài khoản này không có vai trò đó trong kỳ họp.")).toBeVisible();
  await page.getByRole("link", { name: "Về danh sách kỳ họp" }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});

test("sign-in says what is wrong, keeps the address, and lasts over a reload", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "sign-in", sizes.landscape, { allowed: [refused] });
  const { page } = seat;
  const address = `${plenum.url.replace("localhost", "127.0.0.1")}/sessions/${demo}/delegate`;
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Đăng nhập" })).toBeVisible();
  await seat.shows("empty");
  await seat.signIn(address, "db31", "khong-dung-mat-khau");
  await expect(page.getByRole("alert")).toHaveText(/mật khẩu không đúng/);
  await seat.shows("wrong-password");
  await seat.signIn(address, "db31");
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Đã tải đủ/ })).toBeVisible();
  await page.getByRole("button", { name: /Tài khoản/ }).click();
  await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Đăng xuất và xóa" }).click();
  await expect(page.getByRole("button", { name: "Đăng nhập" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Đăng nhập" })).toBeVisible();
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});

test("everything is there in English too", async ({ browser, plenum }) => {
  const seat = await Seat.take(browser, "english", sizes.landscape);
  const { page } = seat;
  await page.goto(plenum.url);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await seat.shows("sign-in");
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db32");
  await page.getByRole("button", { name: /Tài khoản/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Schedule and attendance" })).toBeVisible();
  await seat.shows("delegate");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Schedule and attendance" })).toBeVisible();
  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});
