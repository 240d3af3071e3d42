import type { Locator, Page } from "@playwright/test";
import { Client } from "./api.ts";
import { stateAs } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { pdf } from "./pdf.ts";
import { loop, Pen, type Spot } from "./pen.ts";

const demo = "ky-hop-3-2026";
const person = "db21";

async function openPaper(seat: Seat, url: string, who = person): Promise<Locator> {
  const { page } = seat;
  await seat.signIn(`${url}/sessions/${demo}`, who);
  await page.getByRole("button", { name: /· 100 trang/ }).click();
  await expect(page.getByText("/ 100")).toBeVisible();
  const sheet = page.locator('[data-page="1"]');
  await expect(sheet.locator("[data-text] span").first()).toBeAttached();
  await expect(page.getByRole("button", { name: "Ghi chú và đánh dấu" })).toBeVisible();
  return sheet;
}

async function middle(of: Locator): Promise<Spot> {
  const box = await of.boundingBox();
  if (!box) throw new Error("not on screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: /^Ghi chú: Hỏi Sở Tài chính/ }).click();
  await page.getByRole("dialog").getByLabel("Nội dung").fill(text);
  await page.getByRole("button", { name: "Lưu" }).click();
}

test("what is written on one tablet is on the other, also after an hour without network", async ({
  browser,
  plenum,
}) => {
  const offline = [/ERR_INTERNET_DISCONNECTED/, /WebSocket/];
  const first = await Seat.take(browser, "notes-first", sizes.landscape, { allowed: offline });
  const second = await Seat.take(browser, "notes-second", { width: 1024, height: 768 });
  const sheet = await openPaper(first, plenum.url);
  const { page } = first;
  const strokes = sheet.locator("[data-mark]");

  await test.step("a pen on the paper writes at once", async () => {
    const pen = await Pen.of(page);
    await pen.draw(loop(await middle(sheet.locator("[data-text] span").nth(3)), 26));
    await expect(strokes).toHaveCount(1);
    const widths = await strokes
      .locator("path")
      .evaluateAll(pieces => pieces.map(piece => piece.getAttribute("stroke-width")));
    expect(new Set(widths).size, "as wide as the pen is pressed").toBeGreaterThan(2);
    await expect(page.getByRole("button", { name: "Bút (P)" })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("the highlighter marks words, a note keeps a thought, a bookmark the page", async () => {
    await page.getByRole("button", { name: "Bút đánh dấu (H)" }).click();
    const line = sheet.locator("[data-text] span").nth(8);
    const box = await line.boundingBox();
    if (!box) throw new Error("a line of text");
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(strokes).toHaveCount(2);
    await page.keyboard.press("n");
    await page.getByLabel("Nội dung").fill("Hỏi Sở Tài chính về số liệu này");
    await page.getByRole("button", { name: "Lưu" }).click();
    await expect(page.getByRole("button", { name: "Ghi chú: Hỏi Sở Tài chính về số liệu này" })).toBeVisible();
    await page.getByRole("button", { name: "Đánh dấu trang này (B)" }).click();
    await expect(page.getByRole("img", { name: "Trang đã đánh dấu" })).toBeVisible();
    await first.shows("written");
  });

  await test.step("the second tablet has it all, and adds to it", async () => {
    const other = await openPaper(second, plenum.url);
    await expect(other.locator("[data-mark]")).toHaveCount(2);
    await expect(second.page.getByRole("button", { name: /Hỏi Sở Tài chính/ })).toBeVisible();
    const pen = await Pen.of(second.page);
    await pen.draw(loop(await middle(other.locator("[data-text] span").nth(14)), 20));
    await expect(other.locator("[data-mark]")).toHaveCount(3);
    await second.shows("merged");
  });

  await test.step("without network one writes on; with it everything is sent and fetched", async () => {
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Bút (P)" }).click();
    const pen = await Pen.of(page);
    await pen.draw(loop(await middle(sheet.locator("[data-text] span").nth(20)), 18));
    await expect(strokes).toHaveCount(3);
    await writeNote(page, "Hỏi Sở Tài chính: viết ở máy thứ nhất");
    await writeNote(second.page, "Hỏi Sở Tài chính: viết ở máy thứ hai");
    await page.getByRole("button", { name: "Danh sách ghi chú của tôi" }).click();
    await expect(page.getByText("thay đổi đang chờ gửi")).toBeVisible();
    await first.shows("waiting");
    await page.context().setOffline(false);
    await expect(page.getByText("Đã lưu trên máy chủ")).toBeVisible();
    await page.getByRole("button", { name: "Đóng" }).click();
    await expect(strokes).toHaveCount(4);
    await second.page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(second.page.locator('[data-page="1"] [data-mark]')).toHaveCount(4);
  });

  await test.step("what was written in one note on both is there twice on both", async () => {
    for (const one of [page, second.page]) {
      await expect(async () => {
        await one.evaluate(() => dispatchEvent(new Event("online")));
        for (const which of ["thứ nhất", "thứ hai"]) {
          const pin = one.getByRole("button", { name: `Ghi chú: Hỏi Sở Tài chính: viết ở máy ${which}` });
          await expect(pin).toBeVisible({ timeout: 1_000 });
        }
      }).toPass();
    }
    await page.getByRole("button", { name: "Danh sách ghi chú của tôi" }).click();
    await expect(page.getByText("Bản viết cùng lúc:")).toHaveCount(1);
    await first.shows("written-twice");
    await page.getByRole("button", { name: "Đóng" }).click();
  });

  await test.step("an eraser takes a stroke away, an undo brings it back", async () => {
    await page.getByRole("button", { name: "Tẩy (E)" }).click();
    const line = await middle(sheet.locator("[data-text] span").nth(8));
    await page.mouse.move(line.x, line.y);
    await page.mouse.down();
    await page.mouse.up();
    await expect(strokes).toHaveCount(3);
    await page.keyboard.press("Control+z");
    await expect(strokes).toHaveCount(4);
  });

  await test.step("all of it can be hidden, and is there after a reload", async () => {
    await page.getByRole("button", { name: "Ẩn mọi ghi chú" }).click();
    await expect(strokes).toHaveCount(0);
    await page.reload();
    await page.getByRole("button", { name: /· 100 trang/ }).click();
    await expect(strokes).toHaveCount(4);
  });

  await test.step("it is at hand on a phone, too", async () => {
    await page.setViewportSize(sizes.phone);
    await page.getByRole("button", { name: "Ghi chú và đánh dấu" }).click();
    await expect(page.getByRole("button", { name: "Tẩy (E)" })).toBeVisible();
    await page.getByRole("button", { name: "Màu và độ đậm của nét" }).click();
    await page.getByRole("radio", { name: "Đỏ" }).check({ force: true });
    await first.shows("phone");
  });

  await test.step("nobody else gets any of it", async () => {
    for (const name of ["thuky", "chutoa", "db22"]) {
      const other = await Client.signIn(plenum.url, name);
      for (const path of ["notes", "notes/shared"]) {
        expect(await (await other.get(`/api/sessions/${demo}/${path}`)).json(), name).toMatchObject({ marks: [] });
      }
    }
  });

  expect([...first.wrong(), ...second.wrong()]).toEqual([]);
  await first.leave();
  await second.leave();
});

test("a delegate shares a note by name, keeps a notebook and sees what is not read yet", async ({
  browser,
  plenum,
}) => {
  const owner = await Seat.take(browser, "notes-owner", sizes.landscape);
  const reader = await Seat.take(browser, "notes-reader", sizes.landscape);
  const { page } = owner;
  await openPaper(owner, plenum.url, "db31");
  await openPaper(reader, plenum.url, "db32");
  const name = await reader.page.evaluate(async () => document.querySelector("header")?.textContent ?? "");
  const look = () => reader.page.evaluate(() => dispatchEvent(new Event("online")));
  const shared = reader.page.getByRole("button", { name: /Ghi chú của .*: Xem giúp biểu số 2/ });

  await test.step("a note is shared with one person, who sees whose it is", async () => {
    await page.getByRole("button", { name: "Ghi chú và đánh dấu" }).click();
    await page.getByRole("button", { name: "Ghi chú chữ (N)" }).click();
    const place = await middle(page.locator('[data-page="1"] [data-text] span').nth(12));
    await page.mouse.click(place.x, place.y);
    await page.getByLabel("Nội dung").fill("Xem giúp biểu số 2");
    await page.getByRole("button", { name: "Lưu" }).click();
    const pin = await middle(page.getByRole("button", { name: "Ghi chú: Xem giúp biểu số 2" }));
    expect(Math.hypot(pin.x - place.x, pin.y - place.y), "the note lies where it was put").toBeLessThan(40);
    await page.getByRole("button", { name: "Danh sách ghi chú của tôi" }).click();
    await page.getByRole("button", { name: "Chia sẻ", exact: true }).click();
    const choice = page.getByRole("dialog").last();
    const members = choice.getByRole("listitem");
    await expect(members.first()).toBeVisible();
    const person = members.filter({ hasText: await nameOf(members, name) });
    await person.getByRole("checkbox").check();
    await owner.shows("sharing");
    await choice.getByRole("button", { name: "Chia sẻ", exact: true }).click();
    await expect(page.getByText("Đã chia sẻ")).toBeVisible();
    await expect(page.getByText("Đã lưu trên máy chủ")).toBeVisible();
    await look();
    await shared.click();
    await expect(reader.page.getByRole("dialog")).toContainText("Xem giúp biểu số 2");
    await reader.shows("shared-with-me");
    await reader.page.getByRole("button", { name: "Đóng" }).click();
  });

  await test.step("and no longer once it is taken back", async () => {
    await page.getByRole("button", { name: "Chia sẻ", exact: true }).click();
    await page.getByRole("dialog").last().getByRole("button", { name: "Ngừng chia sẻ" }).first().click();
    await expect(page.getByText("Đã chia sẻ")).toBeHidden();
    await expect(page.getByText("Đã lưu trên máy chủ")).toBeVisible();
    await page.getByRole("button", { name: "Đóng" }).click();
    await expect(async () => {
      await look();
      await expect(shared).toBeHidden({ timeout: 1_000 });
    }).toPass();
  });

  await test.step("the notebook keeps what is typed, the list tells what is not read", async () => {
    await page.getByRole("button", { name: /^Của tôi/ }).click();
    await page.getByRole("button", { name: "Trang mới" }).click();
    await page.getByLabel("Tên trang").fill("Câu hỏi chất vấn");
    await page.getByLabel("Nội dung ghi").fill("1. Tiến độ giải ngân vốn đầu tư công\n2. Biên chế giáo viên");
    await owner.shows("notebook");
    await page.getByRole("tab", { name: /Chưa đọc/ }).click();
    const rows = page.getByRole("tabpanel").getByRole("listitem");
    await expect(rows.first()).toBeVisible();
    const unread = await rows.count();
    expect(unread).toBeGreaterThan(20);
    await owner.shows("unread");
    await rows.first().getByRole("button").click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByRole("button", { name: /^Của tôi/ }).click();
    await expect(page.getByLabel("Tên trang")).toHaveValue("Câu hỏi chất vấn");
    await page.getByRole("tab", { name: /Chưa đọc/ }).click();
    await expect(rows).toHaveCount(unread - 1);
    await page.getByRole("tab", { name: "Ghi chú trên tài liệu" }).click();
    await page.getByRole("button", { name: /Xem giúp biểu số 2/ }).click();
    await expect(page.getByText("/ 100")).toBeVisible();
  });

  await test.step("single pages, dark paper and the place last read, also after a reload; two papers side by side", async () => {
    const view = (entry: string) => async () => {
      await page.getByRole("button", { name: "Cách xem" }).first().click();
      await page
        .getByRole("menuitemradio", { name: entry })
        .or(page.getByRole("menuitem", { name: entry }))
        .click();
    };
    await view("Từng trang")();
    await page.getByRole("region", { name: "Các trang tài liệu" }).focus();
    await page.keyboard.press("PageDown");
    await expect(page.getByLabel("Đi đến trang")).toHaveValue("2");
    const pages = await page.getByRole("region", { name: "Các trang tài liệu" }).boundingBox();
    const [top, bottom] = [pages?.y ?? Number.NaN, (pages?.y ?? Number.NaN) + (pages?.height ?? Number.NaN)];
    const second = page.locator('[data-page="2"]');
    await expect.poll(async () => ((await second.boundingBox())?.y ?? 0) - top).toBeGreaterThan(0);
    const sheet = await second.boundingBox();
    expect(sheet?.height, "the whole page, as large as it can be").toBeGreaterThan((pages?.height ?? 0) - 40);
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeLessThan(bottom);
    expect((await page.locator('[data-page="3"]').boundingBox())?.y ?? bottom, "and no other").toBeGreaterThanOrEqual(
      bottom - 1,
    );
    await owner.shows("single");
    const dark = () =>
      page.getByRole("region", { name: "Tài liệu", exact: true }).evaluate(one => {
        const bar = getComputedStyle(one.firstElementChild ?? one).backgroundColor;
        return Math.max(...(bar.match(/\d+/g) ?? []).slice(0, 3).map(Number)) < 100;
      });
    expect(await dark()).toBe(false);
    await view("Giấy tối (ban đêm)")();
    expect(await dark()).toBe(true);
    await page.reload();
    await page.getByRole("button", { name: /· 100 trang/ }).click();
    await expect(page.getByLabel("Đi đến trang")).toHaveValue("2");
    expect(await dark()).toBe(true);
    await page.getByRole("button", { name: /^Của tôi/ }).click();
    await expect(page.getByLabel("Nội dung ghi")).toHaveValue(/Tiến độ giải ngân vốn đầu tư công/);
    await page.keyboard.press("Escape");
    await view("Mở tài liệu khác bên cạnh")();
    await page.getByRole("dialog").getByRole("button").nth(2).click();
    await expect(page.getByRole("region", { name: "Các trang tài liệu" })).toHaveCount(2);
    await expect(page.locator('[data-page="1"] [data-text] span').first()).toBeAttached();
    await owner.shows("twin-night");
  });

  expect([...owner.wrong(), ...reader.wrong()]).toEqual([]);
  await owner.leave();
  await reader.leave();
});

/** The listed person whose name stands in the header of that person's own screen. */
async function nameOf(members: Locator, header: string): Promise<string> {
  const names = await members.locator("label").allTextContents();
  const found = names.find(one => header.includes(one));
  if (!found) throw new Error(`nobody of ${names.length} is in: ${header}`);
  return found;
}

const cover = ["UY BAN NHAN DAN TINH", "To trinh ve du toan ngan sach nam 2027"];
const body = [
  "Dieu 1. Tong thu ngan sach nha nuoc tren dia ban la 2217 ty dong.",
  "Dieu 2. Tong chi ngan sach dia phuong la 14734 ty dong.",
  "Dieu 3. Giao Uy ban nhan dan tinh to chuc thuc hien nghi quyet nay.",
];
const changed = [
  "Dieu 1. Tong thu ngan sach nha nuoc tren dia ban la 2217 ty dong.",
  "Mot dong duoc them vao giua hai dieu cua du thao.",
  "Dieu 2. Tong chi ngan sach dia phuong giam con 13900 ty dong.",
  "Dieu 3. Giao Uy ban nhan dan tinh to chuc thuc hien nghi quyet nay.",
];

test("marks follow their words into a new version, and what lost its words is placed by hand", async ({
  browser,
  plenum,
}) => {
  const secretary = await Client.signIn(plenum.url, "thuky");
  const { parts } = await stateAs(secretary, demo, "control");
  const item = parts.agenda.items[0]?.itemId ?? "";
  const path = `/api/sessions/${demo}/papers/notes-versions`;
  const title = "Tờ trình có hai bản";
  const query = new URLSearchParams({ itemId: item, title, kind: "SUBMISSION", fileName: "to-trinh.pdf" });
  await secretary.put(`${path}?${query}`, pdf([cover, body]));
  const seat = await Seat.take(browser, "notes-versions", sizes.landscape);
  const { page } = seat;
  await seat.signIn(`${plenum.url}/sessions/${demo}`, "db41");
  await page.getByRole("button", { name: new RegExp(title) }).click();
  await page.getByRole("button", { name: "Ghi chú và đánh dấu" }).click();
  await page.getByLabel("Đi đến trang").fill("2");
  await page.keyboard.press("Enter");
  const second = page.locator('[data-page="2"]');
  const line = (words: string) => second.locator("[data-text] span", { hasText: words });
  const marks = second.locator("[data-mark]");

  await test.step("two lines are highlighted, a third is underlined", async () => {
    await page.getByRole("button", { name: "Bút đánh dấu (H)" }).click();
    for (const words of ["Dieu 1", "Dieu 2"]) await drag(page, line(words));
    await expect(marks).toHaveCount(2);
    const box = await line("Dieu 3").boundingBox();
    if (!box) throw new Error("the third line");
    const pen = await Pen.of(page);
    await page.getByRole("button", { name: "Bút (P)" }).click();
    await pen.draw(Array.from({ length: 12 }, (_, at) => ({ x: box.x + at * 20, y: box.y + box.height + 2 })));
    await expect(marks).toHaveCount(3);
  });

  await test.step("a new version comes, with a page before and a line between", async () => {
    await secretary.put(
      `${path}/versions/2?fileName=to-trinh.pdf`,
      pdf([["Ban tiep thu, giai trinh"], cover, changed]),
    );
    await page.getByRole("button", { name: "Chuyển sang bản mới" }).click();
    await expect(page.getByText("/ 3")).toBeVisible();
    await expect(page.getByText("1 ghi chú của bản trước cần đặt lại.")).toBeVisible();
    await page.getByLabel("Đi đến trang").fill("3");
    await page.keyboard.press("Enter");
    const third = page.locator('[data-page="3"]');
    await expect(third.locator("[data-mark]")).toHaveCount(2);
    await liesOn(third.locator("[data-mark] rect"), third.locator("[data-text] span", { hasText: "Dieu 1" }));
    await liesOn(third.locator("[data-mark]:has(path)"), third.locator("[data-text] span", { hasText: "Dieu 3" }));
  });

  await test.step("the one whose words are gone is placed by hand", async () => {
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await seat.shows("to-be-placed");
    await page.getByRole("button", { name: "Đặt vào trang 3" }).click();
    await expect(page.getByText("Cần đặt lại")).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /Đã tô ở bản trước: “Dieu 2/ })).toBeVisible();
    await seat.shows("moved");
  });

  await test.step("what changed is shown side by side", async () => {
    await page.getByRole("button", { name: "Cách xem" }).click();
    await page.getByRole("menuitem", { name: "Thay đổi từ bản 1 đã đọc" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("2 chỗ khác nhau")).toBeVisible();
    await expect(dialog.locator("del").last()).toContainText("14734");
    await expect(dialog.locator("ins").last()).toContainText("13900");
    await seat.shows("changes");
    await page.keyboard.press("Escape");
  });

  expect(seat.wrong()).toEqual([]);
  await seat.leave();
});

async function drag(page: Page, over: Locator): Promise<void> {
  const box = await over.boundingBox();
  if (!box) throw new Error("not on screen");
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
}

/** Within a line's height of it. */
async function liesOn(mark: Locator, line: Locator): Promise<void> {
  const [marked, words] = [await mark.boundingBox(), await line.boundingBox()];
  expect(Math.abs((marked?.y ?? Number.NaN) - (words?.y ?? Number.NaN))).toBeLessThan((words?.height ?? 0) * 1.3);
}
