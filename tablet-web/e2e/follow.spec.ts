import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { item, runningSession } from "./papers.ts";
import { pdf } from "./pdf.ts";
import type { Plenum } from "./server.ts";

const report = "Bao cao sau trang";
const secret = "Thu rieng cua nguoi trinh bay";

test("the presenter's page is everybody's page, one tap leaves and one returns", async ({ browser, plenum }) => {
  const session = await preparedSession(plenum);
  const desk = `${plenum.url}/sessions/${session}/delegate`;
  const presenter = await Seat.take(browser, "follow-presenter", sizes.landscape, { hasTouch: true });
  const b = await Seat.take(browser, "follow-tablet", sizes.landscape, { hasTouch: true });
  const c = await Seat.take(browser, "follow-phone", sizes.phone, { hasTouch: true });
  const chair = await Client.signIn(plenum.url, "chutoa");

  await test.step("who has the floor presents the paper, and the others come along", async () => {
    await presenter.signIn(desk, "db18");
    await b.signIn(desk, "db19");
    await c.signIn(desk, "db23");
    await expect(presenter.page.getByRole("heading", { name: report })).toBeVisible();
    await menuOf(presenter.page);
    await expect(presenter.page.getByRole("menuitem", { name: "Trình chiếu theo tôi" })).toHaveCount(0);
    await presenter.page.keyboard.press("Escape");
    await chair.command(session, "floor.grant", { personId: "db18", seconds: 600 });
    await expect(presenter.page.getByRole("button", { name: "Kết thúc phát biểu" })).toBeVisible();
    await menuOf(presenter.page);
    await presenter.page.getByRole("menuitem", { name: "Trình chiếu theo tôi" }).click();
    await expect(presenter.page.getByText("Bạn đang trình chiếu cho cả hội trường")).toBeVisible();
    for (const { page } of [b, c]) await expect(page.getByText(/^Đang theo (?!chủ tọa)/)).toBeVisible();
    await goTo(presenter.page, 3);
    for (const { page } of [b, c]) await expect(pageOf(page)).toHaveValue("3");
    await presenter.shows("presents");
    await b.shows("follows");
    await c.shows("follows");
  });

  await test.step("who leaves keeps the own place and sees where the presenter is", async () => {
    await c.page.getByRole("button", { name: "Tự xem" }).click();
    await goTo(presenter.page, 5);
    await expect(pageOf(b.page)).toHaveValue("5");
    await expect(c.page.getByText("· trang 5")).toBeVisible();
    await expect(pageOf(c.page)).toHaveValue("3");
    await c.shows("left");
    await c.page.reload();
    await expect(c.page.getByRole("button", { name: "Theo trang này" })).toBeVisible();
    await c.page.getByRole("button", { name: "Theo trang này" }).click();
    await expect(pageOf(c.page)).toHaveValue("5");
  });

  await test.step("a tablet that comes back goes to the page where the presenter is", async () => {
    await b.page.goto("about:blank");
    await goTo(presenter.page, 2);
    await b.page.goto(desk);
    await expect(b.page.getByText(/^Đang theo (?!chủ tọa)/)).toBeVisible();
    await expect(pageOf(b.page)).toHaveValue("2");
  });

  await test.step("leafing writes few entries, and ends with the speech", async () => {
    const before = await turns(plenum, session);
    for (const to of [3, 4, 5, 6]) await goTo(presenter.page, to);
    await expect(pageOf(b.page)).toHaveValue("6");
    expect((await turns(plenum, session)) - before).toBeLessThanOrEqual(4);
    await chair.command(session, "floor.end-speech", {});
    for (const { page } of [presenter, b, c])
      await expect(page.getByText(/Đang theo (?!chủ tọa)|Bạn đang trình chiếu/)).toBeHidden();
    await expect(pageOf(b.page)).toHaveValue("6");
  });

  await test.step("the secretary presents, and who may not read the paper does not learn which", async () => {
    const secretary = await Seat.take(browser, "follow-secretary", sizes.desktop);
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/conduct`, "thuky");
    const panel = secretary.page.getByRole("region", { name: "Trình chiếu tài liệu" });
    await panel.getByLabel("Tài liệu", { exact: true }).selectOption({ label: secret });
    await secretary.shows("start");
    await panel.getByRole("button", { name: "Bắt đầu trình chiếu" }).click();
    await expect(presenter.page.getByRole("heading", { name: secret })).toBeVisible();
    await panel.getByRole("button", { name: "Trang sau" }).click();
    await expect(pageOf(presenter.page)).toHaveValue("2");
    await expect(b.page.getByText("tài liệu này không gửi tới bạn")).toBeVisible();
    await expect(b.page.getByRole("button", { name: "Theo trang này" })).toHaveCount(0);
    const state = await (await Client.signIn(plenum.url, "db19")).get(`/api/sessions/${session}/state?as=delegate`);
    expect(await state.text()).not.toContain("thu-rieng");
    await secretary.shows("running");
    await b.shows("secret");
    await panel.getByRole("button", { name: "Dừng trình chiếu" }).click();
    await expect(presenter.page.getByText(/^Đang theo (?!chủ tọa)/)).toBeHidden();
    expect(secretary.wrong()).toEqual([]);
    await secretary.leave();
  });

  for (const seat of [presenter, b, c]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});

/** A running session with a paper of six pages for all and one for the presenter alone, who is present. */
async function preparedSession(plenum: Plenum): Promise<string> {
  const session = await runningSession(plenum, []);
  const secretary = await Client.signIn(plenum.url, "thuky");
  const pages = (words: string, count: number) =>
    Array.from({ length: count }, (_, at) => Array.from({ length: 20 }, () => `${words}, trang ${at + 1}`));
  await secretary.upload(session, "bao-cao", { itemId: item, title: report }, pdf(pages("Bao cao", 6)));
  await secretary.upload(session, "thu-rieng", { itemId: item, title: secret }, pdf(pages("Thu rieng", 3)));
  await secretary.command(session, "agenda.restrict-paper", {
    paperId: "thu-rieng",
    persons: ["db18"],
    confidential: false,
  });
  await secretary.command(session, "attendance.mark", { sittingId: "sang", personId: "db18", presence: "PRESENT" });
  return session;
}

async function menuOf(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Cách xem" }).click();
}

function pageOf(page: Page) {
  return page.getByLabel("Đi đến trang");
}

async function goTo(page: Page, to: number): Promise<void> {
  await pageOf(page).fill(String(to));
  await pageOf(page).press("Enter");
  await expect(pageOf(page)).toHaveValue(String(to));
}

async function turns(plenum: Plenum, session: string): Promise<number> {
  const journal = await (await Client.signIn(plenum.url, "thuky")).journal(session);
  return journal.filter(entry => entry.type === "follow.turned").length;
}
