import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import type { Plenum } from "./server.ts";

const council = "Hội đồng nhân dân tỉnh Điện Biên";
const committee = "Ủy ban nhân dân tỉnh Điện Biên";

test("an administrator sees what a rule would change, saves the next version, and withdraws one that is to come", async ({
  browser,
  plenum,
}) => {
  const session = await prepared(plenum);
  const admin = await Seat.take(browser, "rules-admin", sizes.desktop);
  const { page } = admin;

  await test.step("what two thirds would mean for the province's council", async () => {
    await admin.signIn(`${plenum.url}/admin`, "quantridv");
    await page.getByRole("link", { name: `Xem và sửa quy tắc của ${council}` }).click();
    await expect(page.getByText("Phiên bản 1, hiệu lực từ 01/04/2026")).toBeVisible();
    await expect(page.getByText("Chưa có thay đổi nào so với phiên bản mới nhất.")).toBeVisible();
    await expect(needs(page, "Bãi nhiệm đại biểu Hội đồng nhân dân")).toHaveText(["40", "40"]);
    await admin.shows("start");
    const resolution = await unfold(page, "Thông qua nghị quyết");
    await expect(resolution.getByText("quá nửa tổng số đại biểu: với 60 đại biểu cần 31").last()).toBeVisible();
    await resolution.getByLabel("Tử số").fill("2");
    await resolution.getByLabel("Mẫu số").fill("3");
    await resolution.getByLabel("Cách so sánh").selectOption("least");
    await expect(resolution.getByText("ít nhất 2/3 tổng số đại biểu: với 60 đại biểu cần 40").last()).toBeVisible();
    await expect(needs(page, "Thông qua nghị quyết")).toHaveText(["31", "40"]);
    await admin.shows("effect");
  });

  await test.step("a share that nobody can reach is named at its place, and cannot be saved", async () => {
    const resolution = card(page, "Thông qua nghị quyết");
    await resolution.getByLabel("Tử số").fill("4");
    await expect(resolution.getByText("Tỷ lệ này không bao giờ đạt được.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Lưu thành phiên bản 2" })).toBeDisabled();
    await admin.shows("fault");
    await page.getByRole("button", { name: "Bỏ thay đổi" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Bỏ thay đổi" }).click();
    await expect(page.getByText("Chưa có thay đổi nào so với phiên bản mới nhất.")).toBeVisible();
  });

  await test.step("the committee gets a new matter and another citation, from today on", async () => {
    await page.getByRole("link", { name: "Về quản trị đơn vị" }).click();
    await page.getByRole("link", { name: `Xem và sửa quy tắc của ${committee}` }).click();
    await page.getByLabel("Căn cứ pháp lý").fill("Quy chế làm việc của UBND tỉnh, sửa đổi năm 2026");
    await page.getByRole("button", { name: "Thêm loại việc" }).click();
    const dialog = page.getByRole("dialog", { name: "Thêm loại việc" });
    await dialog.getByLabel("Tên loại việc").fill("Thông qua nghị quyết liên tịch");
    await dialog.getByRole("button", { name: "Thêm", exact: true }).click();
    await expect(page.getByText("Còn 1 chỗ chưa hợp lệ").last()).toBeVisible();
    await page.getByRole("button", { name: "Đến chỗ đầu tiên" }).click();
    const matter = card(page, "Thông qua nghị quyết liên tịch");
    await expect(matter.getByText("Cần nêu căn cứ.")).toBeVisible();
    await matter.getByLabel("Căn cứ của loại việc này").fill("Điều 5 Quy chế làm việc");
    await expect(page.getByText(`${session.title}: phiên bản ${session.version}`)).toBeVisible();
    await page.getByRole("button", { name: `Lưu thành phiên bản ${session.version + 1}` }).click();
    await expect(page.getByRole("dialog").getByText("Thêm loại việc: Thông qua nghị quyết liên tịch")).toBeVisible();
    await admin.shows("restated");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Lưu thành phiên bản ${session.version + 1}` })
      .click();
    await expect(page.getByText(`Đã lưu phiên bản ${session.version + 1}`)).toBeVisible();
  });

  await test.step("a version for next year is saved and withdrawn again", async () => {
    await page.getByLabel("Có hiệu lực từ ngày").fill("2027-07-01");
    await page.getByLabel("Thời gian phát biểu (phút)").fill("5");
    await page.getByRole("button", { name: `Lưu thành phiên bản ${session.version + 2}` }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Lưu thành phiên bản ${session.version + 2}` })
      .click();
    await expect(page.getByText(`Đã lưu phiên bản ${session.version + 2}`)).toBeVisible();
    await page.getByRole("tab", { name: "Lịch sử" }).click();
    await expect(page.getByText("Thời gian phát biểu: 10 → 5 phút")).toBeVisible();
    await admin.shows("history");
    await page.getByRole("button", { name: "Rút phiên bản này" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Rút phiên bản này" }).click();
    await expect(page.getByText("Đã rút", { exact: true })).toBeVisible();
    await expect(page.getByText("Đang hiệu lực", { exact: true })).toBeVisible();
  });

  await test.step("on a phone", async () => {
    await page.setViewportSize(sizes.phone);
    await admin.shows("phone-history");
    await page.getByRole("tab", { name: "Soạn phiên bản mới" }).click();
    await unfold(page, "Quyết định của Ủy ban nhân dân");
    await admin.shows("phone");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(sizes.phone.width);
  });

  const secretary = await Seat.take(browser, "rules-secretary", sizes.desktop);
  await test.step("the committee's secretary gives a session that has not begun the new version", async () => {
    await secretary.signIn(`${plenum.url}/sessions/${session.id}/secretary/info`, "thukyub");
    await expect(
      secretary.page.getByText(`Kỳ họp này đang theo phiên bản ${session.version}.`, { exact: false }),
    ).toBeVisible();
    await secretary.shows("newer");
    await secretary.page.getByRole("button", { name: `Áp dụng phiên bản ${session.version + 1}` }).click();
    const dialog = secretary.page.getByRole("dialog");
    await expect(dialog.getByText("Thêm loại việc: Thông qua nghị quyết liên tịch")).toBeVisible();
    await dialog.getByRole("button", { name: `Áp dụng phiên bản ${session.version + 1}` }).click();
    await expect(secretary.page.getByText(`Kỳ họp đã theo quy tắc phiên bản ${session.version + 1}`)).toBeVisible();
    await expect(secretary.page.getByText(`phiên bản ${session.version + 1}, từ`, { exact: false })).toBeVisible();
    await expect(secretary.page.getByRole("button", { name: `Áp dụng phiên bản ${session.version + 1}` })).toBeHidden();
    await secretary.shows("taken");
  });

  for (const seat of [admin, secretary]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});

/** A draft session of the committee, under its rules of today, which another story of this server may have changed. */
async function prepared(plenum: Plenum): Promise<{ id: string; title: string; version: number }> {
  const secretary = await Client.signIn(plenum.url, "thukyub");
  const rules = (await (await secretary.get("/api/bodies/ubnd-11/rules")).json()) as { version: number };
  const session = { id: "ubnd-quy-tac", title: "Phiên họp UBND tỉnh tháng 12", version: rules.version };
  const facts = { sessionId: session.id, bodyId: "ubnd-11", title: session.title, number: 12, kind: "REGULAR" };
  await secretary.post("/api/sessions", facts);
  return session;
}

function card(page: Page, matter: string) {
  return page.locator("details").filter({ has: page.getByText(matter, { exact: true }) });
}

async function unfold(page: Page, matter: string) {
  const one = card(page, matter);
  await one.locator("summary").click();
  await expect(one).toHaveAttribute("open", "");
  return one;
}

/** How many it takes, now and then. */
function needs(page: Page, matter: string) {
  return page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: matter, exact: true }) })
    .getByRole("cell");
}
