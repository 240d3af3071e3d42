import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { BadLine, commune } from "./bad-line.ts";
import { expect, picture, test } from "./house.ts";
import { item, runningSession } from "./papers.ts";
import { loop, Pen } from "./pen.ts";
import type { Plenum } from "./server.ts";
import { downloaded, enterPin, setPin, signIn, Tablet } from "./tablet.ts";

const delegate = "db26";
const pin = "738106";
const minutesBefore = 20;
const marked = 100;
const unmarked = 65;
const strokes = 16;
const thoughts = ["Nguồn kinh phí ở đâu?", "Đề nghị làm rõ biểu số 3", "So với năm 2026 tăng bao nhiêu?"];
const papers = 15;

type Marks = { marks: { markId: string; kind: string; hlc: string; deleted: boolean }[]; last: number; more: boolean };

/** Fifteen papers, one of a hundred pages, in a sitting that has begun; the delegate is present, and an afternoon is still to come. */
async function meeting(plenum: Plenum): Promise<string> {
  const files = readdirSync(plenum.papers).filter(
    name => name.endsWith(".pdf") && !/nghi-quyet-ky-hop|tong-hop/.test(name),
  );
  const chosen = ["bao-cao-ngan-sach.pdf", ...files.filter(name => name !== "bao-cao-ngan-sach.pdf")].slice(0, papers);
  const session = await runningSession(
    plenum,
    chosen.map((file, at) => ({ file, title: `Tài liệu số ${at + 1}` })),
  );
  const secretary = await Client.signIn(plenum.url, "thuky");
  const { personId } = await Client.signIn(plenum.url, delegate);
  await secretary.command(session, "attendance.mark", { sittingId: "sang", personId, presence: "PRESENT" });
  const afternoon = { sittingId: "chieu", title: "Phiên họp buổi chiều", date: "2026-12-21" };
  await secretary.command(session, "sitting.plan", { ...afternoon, startsAt: 1_797_836_400_000 });
  return session;
}

/** Opens every paper of the item from its tab and waits until a page of it stands there; ends with the first one. */
async function openAll(page: Page): Promise<void> {
  const tabs = page.getByRole("navigation", { name: "Tài liệu của nội dung 1" }).getByRole("button");
  await expect(tabs).toHaveCount(papers);
  const drawn = () =>
    page.evaluate(() => {
      const marks = performance.getEntriesByName("plenum-page-drawn") as PerformanceMark[];
      return [...new Set(marks.map(mark => mark.detail.paperId as string))];
    });
  await expect.poll(drawn).toHaveLength(1); // the first, which is shown by itself
  for (let at = 1; at < papers; at++) {
    await tabs.nth(papers - at).click();
    await expect.poll(drawn, { intervals: [30] }).toHaveLength(1 + at);
  }
  await tabs.first().click();
}

/** Bookmarks pages by keyboard as fast as one may press. */
async function bookmark(page: Page, from: number, to: number): Promise<void> {
  const number = page.getByLabel("Đi đến trang");
  await number.fill(String(from));
  await number.press("Enter");
  await page.getByRole("region", { name: "Các trang tài liệu" }).focus();
  for (let at = from; at <= to; at++) {
    await expect(number).toHaveValue(String(at));
    await page.keyboard.press("b");
    await page.keyboard.press("PageDown");
  }
}

async function marksOf(owner: Client, session: string): Promise<Marks["marks"]> {
  return ((await (await owner.get(`/api/sessions/${session}/notes`)).json()) as Marks).marks;
}

test("a meeting on a commune's line: all from the pack, 200 operations, nothing lost and nothing twice", async ({
  plenum,
}) => {
  test.setTimeout(240_000);
  const session = await meeting(plenum);
  const owner = await Client.signIn(plenum.url, delegate);
  const secretary = await Client.signIn(plenum.url, "thuky");
  const line = await BadLine.before(plenum.url, 7);
  const tablet = new Tablet();
  try {
    const home = await tablet.on();
    await signIn(home, `${line.url}/sessions/${session}`, delegate);
    await downloaded(home);
    await setPin(home, pin);
    await tablet.off();
    line.cut();

    const page = await tablet.on();
    await page.addInitScript(minutes => {
      const { now } = Date;
      // What is written here was written a while before the line came back.
      Date.now = () => now() - minutes * 60_000;
    }, minutesBefore);

    await test.step("the meeting begins with the line down: everything opens from the pack", async () => {
      const started = Date.now();
      await page.goto(`${line.url}/sessions/${session}`);
      await expect(page.getByRole("heading", { name: "Mở tài liệu ngoại tuyến" })).toBeVisible();
      expect(Date.now() - started).toBeLessThanOrEqual(3_000);
      await enterPin(page, pin);
      await expect(page.getByText(/Ngoại tuyến – dữ liệu lúc/)).toBeVisible();
      await openAll(page);
      await expect(page.getByText("/ 100")).toBeVisible();
      await page.getByRole("button", { name: "Tìm trong tài liệu" }).click();
      await page.getByRole("textbox", { name: "Tìm trong tài liệu" }).fill("ngan sach");
      await expect(page.getByText(/kết quả/)).toBeVisible();
      await page.getByRole("button", { name: "Đóng tìm kiếm" }).click();
      await expect(page.getByRole("progressbar")).toHaveCount(0);
    });

    await test.step("a raised hand asks for a network instead of waiting for one", async () => {
      await expect(page.getByText("Cần có mạng để thực hiện")).toBeVisible();
      await expect(page.getByRole("button", { name: "Xin phát biểu" })).toBeDisabled();
    });

    await test.step("notes, strokes, bookmarks and answers are kept", async () => {
      await page.getByRole("button", { name: "Ghi chú và đánh dấu" }).click();
      await bookmark(page, 1, marked);
      await bookmark(page, 1, unmarked);
      const number = page.getByLabel("Đi đến trang");
      await number.fill("80");
      await number.press("Enter");
      await expect(number).toHaveValue("80");
      for (const [at, thought] of thoughts.entries()) {
        await page.getByRole("region", { name: "Các trang tài liệu" }).focus();
        await page.keyboard.press("n");
        await page.getByRole("textbox", { name: "Nội dung" }).fill(thought);
        await page.getByRole("button", { name: "Lưu" }).click();
        await expect(page.getByRole("button", { name: /^Ghi chú: / })).toHaveCount(at + 1);
      }
      await expect(page.getByRole("dialog")).toHaveCount(0);
      const sheet = page.locator('[data-page="80"]');
      await expect(sheet.locator("canvas")).toBeVisible();
      const corner = await sheet.boundingBox();
      if (!corner) throw new Error("page 80 is not on screen");
      const pen = await Pen.of(page);
      for (let at = 0; at < strokes; at++) {
        await pen.draw(loop({ x: corner.x + 100 + (at % 8) * 30, y: corner.y + 200 + Math.floor(at / 8) * 60 }, 12));
        await expect(sheet.locator("[data-mark]")).toHaveCount(at + 1);
      }
      await page.screenshot({ path: picture("commune-offline") });
      await page.getByRole("button", { name: "Lịch họp" }).click();
      const answer = page.getByRole("group", { name: "Trả lời tham dự: Phiên họp buổi chiều" });
      await answer.getByText("Sẽ tham dự").click();
      await expect(page.getByText(/Đã lưu lúc .* sẽ tự gửi khi có mạng/)).toBeVisible();
      await answer.getByText("Báo vắng").click();
      await page.getByLabel("Lý do").fill("Đi cơ sở theo phân công");
      await page.getByRole("button", { name: "Gửi báo vắng" }).click();
      await expect(page.getByRole("dialog")).toBeHidden();
    });

    const marks = marked + strokes + thoughts.length;
    // The first paper was opened at home.
    const operations = papers - 1 + marked + unmarked + strokes + thoughts.length + 2;
    expect(operations).toBe(200);

    await test.step("the line returns as bad as such lines are, and everything goes out", async () => {
      line.become({ ...commune, cutAfterMs: 8_000 });
      line.up();
      const began = Date.now();
      await page.evaluate(() => dispatchEvent(new Event("online")));
      const here = async () => (await marksOf(owner, session)).length;
      await expect.poll(here, { timeout: 90_000 }).toBe(marks);
      const journal = async () =>
        (await secretary.journal(session)).filter(
          one => one.type === "attendance.answered" && one.data.personId === owner.personId,
        );
      await expect.poll(async () => (await journal()).length, { timeout: 60_000 }).toBe(2);
      const own = async () => (await (await owner.get(`/api/sessions/${session}/openings`)).json()) as { papers: [] };
      await expect.poll(async () => (await own()).papers.length, { timeout: 60_000 }).toBe(papers);
      const seconds = Math.round((Date.now() - began) / 1_000);
      console.log(
        `${operations} operations in ${seconds} s at 300 kbit/s, 600 ms, 5 % loss: ${line.cuts} cuts, ${line.lost} packets lost`,
      );
      expect(line.cuts).toBeGreaterThan(1);
      expect(line.lost).toBeGreaterThan(0);
      const [first, second] = await journal();
      expect([first?.data.answer, second?.data.answer]).toEqual(["ATTEND", "ABSENT"]);
      for (const one of [first, second]) expect(one?.data.writtenAt).toBeLessThan(began - (minutesBefore - 1) * 60_000);
    });

    await test.step("nothing is lost or doubled, in the order of writing, late ones say so", async () => {
      const all = await marksOf(owner, session);
      expect(new Set(all.map(mark => mark.markId)).size).toBe(marks);
      expect(all.filter(mark => mark.deleted)).toHaveLength(unmarked);
      const kinds = (kind: string) => all.filter(mark => mark.kind === kind).length;
      expect([kinds("BOOKMARK"), kinds("NOTE"), kinds("INK")]).toEqual([marked, thoughts.length, strokes]);
      expect(all.map(mark => mark.hlc)).toEqual(all.map(mark => mark.hlc).toSorted());
      type Readers = { readers: { personId: string; openedAt?: number; at: number }[] };
      const state = (await (await secretary.get(`/api/sessions/${session}/state?as=control`)).json()) as {
        parts: { agenda: { items: { itemId: string; papers: { paperId: string }[] }[] } };
      };
      const paper = state.parts.agenda.items.find(one => one.itemId === item)?.papers.at(-1);
      const { readers } = (await (
        await secretary.get(`/api/sessions/${session}/papers/${paper?.paperId}/openings`)
      ).json()) as Readers;
      const mine = readers.find(one => one.personId === owner.personId);
      expect(mine?.openedAt).toBeLessThan((mine?.at ?? 0) - 60_000);
      expect((await secretary.journal(session)).filter(one => /^(floor|voting)\./.test(one.type))).toEqual([]);
    });
    expect(tablet.wrong).toEqual([]);
  } finally {
    await tablet.scrap();
    await line.close();
  }
});
