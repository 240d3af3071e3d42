import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "./api.ts";
import { present } from "./council.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import type { Plenum } from "./server.ts";

type Member = { personId: string; name: string };

const item = "bau-cu";
const election = "Bầu Ủy viên Ủy ban nhân dân tỉnh";
const rating = "Lấy phiếu tín nhiệm người giữ chức vụ do HĐND bầu";

test("an election on paper: two tellers disagree, then agree; then a rating", async ({ browser, plenum }) => {
  const { session, members, secretary, chair } = await council(plenum);
  const name = (id: string) => members.find(one => one.personId === id)?.name ?? "";
  const at = `${plenum.url}/sessions/${session}`;
  const desk = await Seat.take(browser, "ballot-desk", sizes.desktop);
  const first = await Seat.take(browser, "ballot-teller", sizes.landscape, { hasTouch: true });
  const second = await Seat.take(browser, "ballot-teller-phone", sizes.phone, { hasTouch: true });
  const delegate = await Seat.take(browser, "ballot-delegate", sizes.phone, { hasTouch: true });
  const wall = await Seat.take(browser, "ballot-wall", sizes.wall);
  await desk.signIn(`${at}/secretary/conduct`, "thuky");
  await first.signIn(`${at}/delegate`, "db48");
  await second.signIn(`${at}/delegate`, "db49");
  await delegate.signIn(`${at}/delegate`, "db51");
  await wall.signIn(`${at}/screen`, "manhinh");

  await test.step("the secretary writes the sheet and names the tellers", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: "Chuẩn bị bỏ phiếu kín" }).click();
    await page.getByLabel("Loại việc").selectOption("election");
    await page.getByLabel("Tên lượt bỏ phiếu, in trên phiếu").fill(election);
    await line(page, 1, "Ông Lò Văn Ấn", "Giám đốc Sở Tài chính");
    await page.getByRole("button", { name: "Thêm người" }).click();
    await line(page, 2, "Bà Giàng Thị Mỷ", "Giám đốc Sở Nội vụ");
    await desk.shows("sheet");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    const card = page.getByRole("article", { name: election });
    await expect(card.getByText("Cần lập Ban kiểm phiếu trước.")).toBeVisible();
    await card.getByRole("button", { name: "Lập Ban kiểm phiếu" }).click();
    for (const id of ["db48", "db49", "db52"]) await page.getByRole("checkbox", { name: name(id) }).check();
    await page.getByLabel("Trưởng ban").selectOption("db48");
    await desk.shows("tellers");
    await page.getByRole("dialog").getByRole("button", { name: "Lập Ban kiểm phiếu" }).click();
    const [paper] = await Promise.all([
      page.waitForEvent("download"),
      card.getByRole("button", { name: "In phiếu (PDF)" }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe("phieu.pdf");
    await expect(delegate.page.getByText(election)).toHaveCount(0);
    await card.getByRole("button", { name: "Bắt đầu phát phiếu" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu phát phiếu" }).click();
  });

  await test.step("sheets are handed out and cast", async () => {
    await sheetUp(delegate.page);
    await expect(delegate.page.getByText("Hãy nhận phiếu từ Ban kiểm phiếu.")).toBeVisible();
    await delegate.shows("issuing");
    await first.page.getByRole("button", { name: "Báo số phiếu đã phát" }).click();
    await expect(first.page.getByLabel("Số phiếu đã phát")).toHaveValue("58");
    await first.page.getByLabel("Số phiếu hỏng đã đổi").fill("1");
    await confirmed(first.page, "Xác nhận đã phát xong");
    await expect(wall.page.getByText("phiếu đã phát")).toBeVisible();
    await wall.shows("casting");
    await confirmed(first.page, "Đóng hòm phiếu và kiểm phiếu");
    await expect(first.page.getByLabel("Thu về")).toBeVisible();
  });

  await test.step("a mismatch names the place and neither number", async () => {
    await keyElection(first.page, [45, 11]);
    await expect(first.page.getByText("Đang chờ một thành viên khác nhập.")).toBeVisible();
    await sheetUp(second.page);
    await second.page.getByRole("button", { name: "Nhập kết quả kiểm phiếu" }).click();
    await second.page.getByLabel("Thu về").fill("58");
    await second.page.getByLabel("Hợp lệ", { exact: true }).fill("57");
    await second.page.getByRole("group", { name: "Cả hòm phiếu" }).getByLabel("Không hợp lệ").fill("2");
    await expect(second.page.getByText("Hợp lệ cộng không hợp lệ phải bằng thu về.")).toBeVisible();
    await keyElection(second.page, [44, 12]);
    for (const { page } of [first, second]) {
      await expect(page.getByText("Hai bản không khớp ở 2 ô được đánh dấu", { exact: false })).toBeVisible();
      await expect(page.getByText("Hai bản khác nhau ở ô này")).toHaveCount(2);
      await expect(page.getByLabel("Thu về")).toHaveValue("");
    }
    await first.shows("mismatch");
    await second.shows("mismatch");
    await expect(desk.page.getByText("đang nhập lại lần 2", { exact: false })).toBeVisible();
    const journal = await secretary.journal(session);
    const keyed = journal.filter(entry => entry.type === "ballot.count-keyed");
    expect(keyed).toHaveLength(2);
    for (const entry of keyed) expect(entry.data).not.toHaveProperty("count");
  });

  await test.step("two equal counts are the result, and the chair's word gives it out", async () => {
    await keyElection(first.page, [45, 11]);
    await keyElection(second.page, [45, 11]);
    await expect(second.page.getByText("Hai bản khớp nhau.", { exact: false })).toBeVisible();
    await second.shows("agreed");
    await expect(delegate.page.getByText("Trúng cử", { exact: true })).toHaveCount(0);
    const card = desk.page.getByRole("article", { name: election });
    await expect(card.getByText("Cần quá nửa tổng số đại biểu: 31/60")).toBeVisible();
    await desk.shows("counted");
    await card.getByRole("button", { name: "Công bố kết quả" }).click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "Công bố kết quả" }).click();
    for (const { page } of [delegate, wall]) await expect(page.getByText("Trúng cử", { exact: true })).toBeVisible();
    await delegate.shows("declared");
    await wall.shows("declared");
    const [paper] = await Promise.all([
      desk.page.waitForEvent("download"),
      card.getByRole("button", { name: "Biên bản kiểm phiếu (PDF)" }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe("bien-ban-kiem-phieu.pdf");
  });

  await test.step("a rating tells what follows from it and of which number", async () => {
    await taken(plenum, session, [secretary, chair], ...rated);
    await expect(wall.page.getByText("có thể xin từ chức", { exact: false })).toBeVisible();
    await wall.shows("rating");
    await expect(desk.page.getByText("30/58", { exact: false })).toBeVisible();
    await desk.page.getByRole("article", { name: rating }).scrollIntoViewIfNeeded();
    await desk.shows("rating");
  });

  for (const seat of [desk, first, second, delegate, wall]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});

/** A session with its sitting open, 58 of 60 present. */
async function council(plenum: Plenum) {
  const secretary = await Client.signIn(plenum.url, "thuky");
  const chair = await Client.signIn(plenum.url, "chutoa");
  const { sessions } = (await (await secretary.get("/api/sessions")).json()) as { sessions: { bodyId: string }[] };
  const session = `bo-phieu-${randomUUID().slice(0, 8)}`;
  const title = "Kỳ họp chuyên đề về nhân sự";
  await secretary.post("/api/sessions", {
    sessionId: session,
    bodyId: sessions[0]?.bodyId,
    title,
    number: 6,
    kind: "THEMATIC",
  });
  const members = (await (await secretary.get(`/api/sessions/${session}/members`)).json()) as Member[];
  const away = members.filter(one => !/^db(4[89]|5[0-2])$/.test(one.personId)).slice(-2);
  const here = members.filter(one => !away.includes(one)).map(one => one.personId);
  await present({ session, itemId: item, secretary, chair }, here);
  return { session, members, secretary, chair };
}

async function line(page: Page, number: number, name: string, note: string): Promise<void> {
  const group = page.getByRole("group", { name: `Dòng ${number}` });
  await group.getByLabel("Họ và tên").fill(name);
  await group.getByLabel("Chức vụ", { exact: false }).fill(note);
}

/** On a phone the panel is a sheet from below. */
async function sheetUp(page: Page): Promise<void> {
  const open = page.getByRole("button", { name: "Diễn biến" });
  if (await open.isVisible()) await open.click();
}

async function confirmed(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  await page.getByRole("dialog").last().getByRole("button", { name, exact: true }).click();
}

async function keyElection(page: Page, votes: readonly number[]): Promise<void> {
  const whole = page.getByRole("group", { name: "Cả hòm phiếu" });
  await whole.getByLabel("Thu về").fill("58");
  await whole.getByLabel("Hợp lệ", { exact: true }).fill("56");
  await whole.getByLabel("Không hợp lệ").fill("2");
  const fields = page.getByLabel("Số phiếu bầu");
  for (const [index, n] of votes.entries()) await fields.nth(index).fill(String(n));
  await expect(page.getByText("Các số khớp nhau.")).toBeVisible();
  await confirmed(page, "Gửi bản kiểm phiếu");
}

type Sheet = {
  matter: string;
  title: string;
  seats?: number;
  lines: { lineId: string; name: string; note?: string }[];
};
type Counted = { valid: number; lines: { lineId: string; marks: Record<string, number>; invalid: number }[] };

/** Prepared, handed out, counted twice and declared by programs: the screens' own way is the election's above. */
async function taken(plenum: Plenum, session: string, [secretary, chair]: Client[], sheet: Sheet, counted: Counted) {
  const pollId = randomUUID();
  const [first, second] = await Promise.all(["db48", "db49"].map(one => Client.signIn(plenum.url, one)));
  const ask = (client: Client | undefined, name: string, data: object) => client?.command(session, name, data);
  await ask(secretary, "ballot.prepare", { pollId, itemId: item, form: "SECRET_PAPER", ...sheet });
  await ask(secretary, "ballot.name-tellers", { pollId, tellers: ["db48", "db49", "db52"], head: "db48" });
  await ask(chair, "ballot.issue", { pollId });
  await ask(first, "ballot.count-issued", { pollId, issued: 58, spoiled: 0 });
  await ask(first, "ballot.close-box", { pollId });
  const count = { pollId, collected: 58, invalid: 58 - counted.valid, ...counted };
  for (const teller of [first, second]) await ask(teller, "ballot.key", count);
  await ask(chair, "ballot.declare", { pollId });
}

/** Line K of the law's example, and one below the line. */
const rated: [Sheet, Counted] = [
  {
    matter: "rating",
    title: rating,
    lines: [
      { lineId: "k", name: "Ông Vàng A Chua", note: "Trưởng Ban Pháp chế" },
      { lineId: "m", name: "Bà Quàng Thị Liên", note: "Trưởng Ban Dân tộc" },
    ],
  },
  {
    valid: 58,
    lines: [
      { lineId: "k", marks: { HIGH: 10, MEDIUM: 18, LOW: 30 }, invalid: 0 },
      { lineId: "m", marks: { HIGH: 40, MEDIUM: 12, LOW: 5 }, invalid: 1 },
    ],
  },
];

/** A sheet with one line, its votes, what the screens say of it, and the rule in words. */
const single = [
  ["dismissal", "Bãi nhiệm đại biểu HĐND tỉnh", { FOR: 40, AGAINST: 18 }, "Được thông qua", "40/60"],
  ["relief", "Miễn nhiệm Trưởng Ban Pháp chế", { FOR: 30, AGAINST: 28 }, "Không được thông qua", "31/60"],
  ["election-one", "Bầu Trưởng Ban Pháp chế", { FOR: 31, AGAINST: 27 }, "Được thông qua", "31/60"],
  ["confidence", "Bỏ phiếu tín nhiệm", { CONFIDENT: 30, NOT_CONFIDENT: 28 }, "Không được tín nhiệm", "31/60"],
] as const;

test("one line: dismissal, relief, one candidate, confidence; a tie is run off, a void one taken again", async ({
  browser,
  plenum,
}) => {
  const { session, secretary, chair } = await council(plenum);
  const desk = await Seat.take(browser, "ballot-forms-desk", sizes.desktop);
  const delegate = await Seat.take(browser, "ballot-forms-delegate", sizes.landscape, { hasTouch: true });
  const wall = await Seat.take(browser, "ballot-forms-wall", sizes.wall);
  await desk.signIn(`${plenum.url}/sessions/${session}/secretary/conduct`, "thuky");
  await delegate.signIn(`${plenum.url}/sessions/${session}/delegate`, "db50");
  await wall.signIn(`${plenum.url}/sessions/${session}/screen`, "manhinh");
  const lines = [{ lineId: "mot", name: "Ông Sùng A Hồ", note: "Trưởng Ban Pháp chế" }];

  for (const [matter, title, marks, outcome, needed] of single) {
    await test.step(title, async () => {
      const counted = { valid: 58, lines: [{ lineId: "mot", marks, invalid: 0 }] };
      await taken(plenum, session, [secretary, chair], { matter, title, lines }, counted);
      await expect(wall.page.getByRole("heading", { name: title }).last()).toBeVisible();
      // the scene before it fades away meanwhile
      await expect(wall.page.getByText(outcome, { exact: true }).last()).toBeVisible();
      await expect(wall.page.getByText(needed, { exact: false }).last()).toBeVisible();
      await expect(desk.page.getByRole("article", { name: title }).getByText(outcome, { exact: true })).toBeVisible();
      await expect(
        delegate.page.getByRole("region", { name: title }).getByText(outcome, { exact: true }),
      ).toBeVisible();
    });
  }
  await wall.shows("confidence");
  await delegate.shows("all");

  await test.step("equals at the last seat are voted again", async () => {
    const title = "Bầu hai Phó Trưởng Ban";
    const names = ["Ông Cứ A Nênh", "Bà Lò Thị Vân", "Ông Tòng Văn Hải"];
    const candidates = names.map((name, at) => ({ lineId: `l${at}`, name }));
    const counted = {
      valid: 58,
      lines: [50, 32, 32].map((n, at) => ({ lineId: `l${at}`, marks: { FOR: n }, invalid: 0 })),
    };
    const sheet = { matter: "election", title, seats: 2, lines: candidates };
    await taken(plenum, session, [secretary, chair], sheet, counted);
    const card = desk.page.getByRole("article", { name: title });
    await expect(card.getByText("Bằng phiếu, bầu lại")).toHaveCount(2);
    await card.getByRole("button", { name: "Bầu lại giữa những người bằng phiếu" }).click();
    const dialog = desk.page.getByRole("dialog");
    await expect(dialog.getByLabel("Họ và tên")).toHaveCount(2);
    await dialog.getByLabel("Tên lượt bỏ phiếu, in trên phiếu").fill("Bầu lại một Phó Trưởng Ban");
    await desk.shows("run-off");
    await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
    const again = desk.page.getByRole("article", { name: "Bầu lại một Phó Trưởng Ban" });
    await expect(again.getByText("Bà Lò Thị Vân")).toBeVisible();
    await expect(again.getByText("Ông Cứ A Nênh")).toHaveCount(0);
  });

  await test.step("a void one has no result and is prepared again with the same sheet", async () => {
    const pollId = randomUUID();
    const title = "Miễn nhiệm Ủy viên";
    const ask = (client: Client, name: string, data: object) => client.command(session, name, { pollId, ...data });
    await ask(secretary, "ballot.prepare", { itemId: item, form: "SECRET_PAPER", matter: "relief", title, lines });
    await ask(secretary, "ballot.name-tellers", { tellers: ["db48", "db49", "db52"], head: "db48" });
    await ask(chair, "ballot.issue", {});
    await ask(chair, "ballot.void", { reason: "Phiếu in sai tên" });
    const card = desk.page.getByRole("article", { name: title });
    await expect(card.getByText("Phiếu in sai tên", { exact: false })).toBeVisible();
    await card.getByRole("button", { name: "Bỏ phiếu lại" }).click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "Lưu", exact: true }).click();
    await expect(desk.page.getByRole("article", { name: title })).toHaveCount(2);
  });

  for (const seat of [desk, delegate, wall]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});
