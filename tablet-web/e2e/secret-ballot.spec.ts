import type { Page } from "@playwright/test";
import { type Council, council } from "./council.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import { signIn, Tablet } from "./tablet.ts";

const election = "Bầu Ủy viên Ủy ban nhân dân xã";
const question = "Bầu lại Phó Chủ tịch Ủy ban nhân dân xã";
const candidates = ["Ông Lò Văn Ấn", "Bà Giàng Thị Mỷ", "Ông Mùa A Vảng"] as const;

/** What each of the six marks; the fourth marks all three where two may be elected. */
const marked: readonly (readonly string[])[] = [
  [candidates[0], candidates[1]],
  [candidates[0], candidates[1]],
  [candidates[0], candidates[2]],
  candidates,
  [candidates[0], candidates[1]],
  [candidates[1]],
];
const codes = ["4711", "0042", "1954", "2026", "7305", "8820"];

test("a secret ballot on six tablets: taken, cast, found on the board, declared; the next one turns to paper", async ({
  browser,
  plenum,
}) => {
  test.setTimeout(400_000); // nine browsers and a box on a busy machine
  const hall = await council(plenum);
  const at = `${plenum.url}/sessions/${hall.session}`;
  const viewports = [sizes.landscape, sizes.phone, sizes.portrait, sizes.landscape, sizes.phone];
  const seats = await Promise.all(
    viewports.map((size, n) => Seat.take(browser, `secret-${"abcde"[n]}`, size, { hasTouch: true })),
  );
  const tablet = new Tablet();
  const pages = [...seats.map(seat => seat.page), await tablet.on(sizes.phone)];
  const desk = await Seat.take(browser, "secret-desk", sizes.desktop);
  const wall = await Seat.take(browser, "secret-wall", sizes.wall);
  const [first, second, third, fourth] = seats as [Seat, Seat, Seat, Seat];
  const card = () => desk.page.getByRole("article", { name: election });
  const tellers = [first.page, second.page];
  await desk.signIn(`${at}/secretary/conduct`, `${hall.secretary.personId}`);
  await wall.signIn(`${at}/screen`, `${hall.delegates[0]?.slice(0, -2)}-man`);

  await test.step("six tablets are paired before the secretary", async () => {
    await Promise.all(pages.map((page, n) => paired(page, plenum.url, hall, hall.delegates[n] ?? "")));
  });

  await test.step("the secretary prepares the sheet for tablets, names the tellers and begins", async () => {
    await prepare(desk, hall);
    await expect(card().getByText("6/6", { exact: false })).toBeVisible();
    await desk.shows("draft");
    await begin(desk, election);
  });

  let digits = "";
  await test.step("each tablet takes its ballot by itself and shows the number of the big screen", async () => {
    const shown = wall.page.getByText(/^\d{4} \d{4}$/);
    await expect(shown).toBeVisible({ timeout: 90_000 }); // box and relay may still be starting
    digits = (await shown.textContent()) ?? "";
    for (const page of pages) {
      await sheetUp(page);
      await expect(page.getByText("Máy đã nhận phiếu và giữ an toàn", { exact: false })).toBeVisible();
      await expect(page.getByText(digits, { exact: true })).toBeVisible();
    }
    await expect(wall.page.getByText("6/6")).toBeVisible();
    await third.shows("holding");
    await second.shows("holding");
    await wall.shows("issuing");
    await desk.shows("issuing");
  });

  await test.step("a browser that is killed goes on with the ballot that it had taken", async () => {
    await tablet.kill();
    const page = await tablet.on(sizes.phone);
    pages[5] = page;
    await page.goto(`${at}/delegate`);
    const name = page.getByLabel("Tên đăng nhập");
    const held = page.getByText("Máy đã nhận phiếu và giữ an toàn", { exact: false });
    await expect(name.or(held).first()).toBeVisible();
    if (await name.isVisible()) await signIn(page, `${at}/delegate`, hall.delegates[5] ?? "");
    await expect(held).toBeVisible();
  });

  await test.step("two tellers open the box; one word is not enough", async () => {
    await first.page.getByRole("button", { name: "Việc của Ban kiểm phiếu" }).click();
    await expect(first.page.getByText("Mọi đại biểu có mặt đã nhận phiếu.")).toBeVisible();
    await approve(first.page, "Duyệt mở hòm phiếu");
    await expect(first.page.getByText("Đang chờ một thành viên khác.", { exact: false })).toBeVisible();
    await first.shows("committee");
    await expect(wall.page.getByText("Đang phát phiếu")).toBeVisible();
    await second.page.getByRole("button", { name: "Việc của Ban kiểm phiếu" }).click();
    await expect(
      second.page.getByText(`Đã duyệt: ${hall.name(hall.delegates[0] ?? "")}`, { exact: false }),
    ).toBeVisible();
    await second.shows("committee");
    await approve(second.page, "Duyệt mở hòm phiếu");
  });

  await test.step("each marks its sheet; an invalid one says so and may be cast", async () => {
    for (const page of pages) {
      await expect(ballotOn(page).getByRole("heading", { name: election })).toBeVisible();
      await expect(ballotOn(page).getByText("Đánh dấu tối đa 2 trong 3 người.").first()).toBeVisible();
      await expect(ballotOn(page).getByText("Máy đã tự kiểm trong nhật ký kỳ họp", { exact: false })).toBeVisible();
    }
    await ballotOn(third.page).getByRole("button", { name: "Phiếu kín điện tử bảo vệ điều gì?" }).click();
    await expect(third.page.getByText("cùng thông đồng", { exact: false })).toBeVisible();
    await third.shows("limits");
    await third.page.keyboard.press("Escape");
    await wall.shows("casting");
    await Promise.all(pages.map((page, n) => mark(page, marked[n] ?? [], codes[n] ?? "")));
    await expect(fourth.page.getByRole("alert").filter({ hasText: "Đã chọn 3 người" })).toBeVisible();
    await fourth.shows("invalid");
    await first.shows("confirm");
    await second.shows("confirm");
    await Promise.all(pages.map(page => ballotOn(page).getByRole("button", { name: "Bỏ phiếu", exact: true }).click()));
    for (const [n, page] of pages.entries()) {
      await expect(page.getByRole("heading", { name: "Đã bỏ phiếu" })).toBeVisible();
      await expect(page.getByText(`Mã kiểm của Ông/Bà: ${codes[n]}`).first()).toBeVisible();
    }
    await second.shows("recorded");
    await third.shows("recorded");
    await expect(wall.page.locator("p", { hasText: /^6\/6/ })).toBeVisible();
    await expect(desk.page.getByText("Đã bỏ phiếu", { exact: true })).toBeVisible();
    await desk.shows("casting");
  });

  await test.step("the box is closed, counted, and its board shown, each by two tellers", async () => {
    for (const page of pages) await ballotOn(page).getByRole("button", { name: "Về tài liệu" }).click();
    for (const step of ["Duyệt đóng hòm phiếu", "Duyệt kiểm phiếu", "Duyệt công khai bảng phiếu"]) {
      for (const page of tellers) await approve(page, step);
    }
    await expect(wall.page.getByText("Trúng cử", { exact: true })).toHaveCount(2);
    await wall.shows("result");
  });

  await test.step("each tablet finds its own ballot, and covers it", async () => {
    for (const page of tellers) await page.keyboard.press("Escape");
    for (const [n, page] of pages.entries()) {
      await sheetUp(page);
      await expect(page.getByText(`Phiếu mã ${codes[n]} có trên bảng phiếu`, { exact: false })).toBeVisible();
    }
    const { page } = third;
    await page.getByRole("button", { name: "Mở phiếu" }).click();
    await page.getByRole("button", { name: "Xem phiếu của tôi" }).click();
    await expect(page.getByRole("definition").filter({ hasText: candidates[2] })).toBeVisible();
    await third.shows("checked");
    await page.getByRole("button", { name: "Che lại" }).click();
    await expect(page.getByRole("definition").filter({ hasText: candidates[2] })).toHaveCount(0);
    await page.getByRole("button", { name: "Về tài liệu" }).click();
    const [zip] = await Promise.all([
      desk.page.waitForEvent("download"),
      card().getByRole("button", { name: "Tải bảng phiếu", exact: false }).click(),
    ]);
    expect(zip.suggestedFilename()).toBe("bang-phieu.zip");
  });

  await test.step("the end destroys the keys and wipes the tablets; the result is given out", async () => {
    for (const page of tellers) await page.getByRole("button", { name: "Việc của Ban kiểm phiếu" }).click();
    for (const page of tellers) await approve(page, "Duyệt kết thúc và hủy khóa");
    await expect(card().getByText("Hòm phiếu đã hủy khóa. Có thể công bố kết quả.")).toBeVisible();
    await desk.shows("final");
    for (const [n, page] of pages.entries()) await expect.poll(() => left(page, hall.delegates[n] ?? "")).toBe(0);
    await card().getByRole("button", { name: "Công bố kết quả" }).click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "Công bố kết quả" }).click();
    await expect(third.page.getByText("Đã công bố").first()).toBeVisible();
    await third.shows("declared");
    const types = (await hall.secretary.journal(hall.session)).map(entry => entry.type);
    expect(types.filter(type => type === "ballot.taken")).toHaveLength(6);
    expect(types.filter(type => type === "ballot.approved")).toHaveLength(10);
    for (const page of tellers) await page.keyboard.press("Escape");
  });

  await test.step("the next one turns to paper while its ballots are out", async () => {
    await programmed(hall);
    await begin(desk, question);
    const next = desk.page.getByRole("article", { name: question }).first();
    await expect(next.getByText("Mọi đại biểu có mặt đã nhận phiếu.")).toBeVisible();
    await next.getByRole("button", { name: "Chuyển sang phiếu giấy" }).click();
    await desk.page.getByLabel("Lý do chuyển").fill("Mạng trong hội trường không ổn định");
    await desk.page.getByRole("dialog").getByRole("button", { name: "Chuyển sang phiếu giấy" }).click();
    await next.getByRole("button", { name: "Chuẩn bị lượt trên giấy" }).click();
    const paper = desk.page.getByRole("article", { name: question }).filter({ hasText: "In phiếu" });
    await expect(paper.getByRole("button", { name: "Bắt đầu phát phiếu" })).toBeEnabled();
    await expect(next.getByText("Hòm phiếu chưa hủy khóa", { exact: false })).toBeVisible();
    await desk.shows("to-paper");
    for (const { page } of [first, second]) {
      await sheetUp(page);
      await page.getByRole("button", { name: "Việc của Ban kiểm phiếu" }).click();
      await approve(page, "Duyệt hủy lượt bỏ phiếu");
    }
    await expect(next.getByText("Hòm phiếu chưa hủy khóa", { exact: false })).toHaveCount(0);
  });

  const all = [...seats, desk, wall];
  expect([...all.flatMap(seat => seat.wrong()), ...tablet.wrong]).toEqual([]);
  await Promise.all([...all.map(seat => seat.leave()), tablet.scrap()]);
});

/** Signs in by the secretary's link, pairs the device and goes on into the session. */
async function paired(page: Page, url: string, hall: Council, person: string): Promise<void> {
  const answer = await hall.secretary.post(`/api/sessions/${hall.session}/pairings`, { personId: person });
  const { code } = (await answer.json()) as { code: string };
  await signIn(page, `${url}/pair?s=${hall.session}#${code}`, person);
  await page.getByRole("button", { name: "Ghép máy này" }).click();
  await page.getByRole("link", { name: "Vào kỳ họp" }).click();
}

async function prepare(desk: Seat, hall: Council): Promise<void> {
  const { page } = desk;
  await page.getByRole("button", { name: "Chuẩn bị bỏ phiếu kín" }).click();
  await page.getByLabel("Loại việc").selectOption("election");
  await page.getByLabel("Tên lượt bỏ phiếu, in trên phiếu").fill(election);
  await page.getByLabel("Số người được bầu").fill("2");
  for (const [n, name] of candidates.entries()) {
    if (n > 0) await page.getByRole("button", { name: "Thêm người" }).click();
    await page
      .getByRole("group", { name: `Dòng ${n + 1}` })
      .getByLabel("Họ và tên")
      .fill(name);
  }
  await page.getByText("Trên máy tính bảng", { exact: true }).click();
  await desk.shows("sheet");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  const card = page.getByRole("article", { name: election });
  await card.getByRole("button", { name: "Lập Ban kiểm phiếu" }).click();
  for (const id of hall.delegates.slice(0, 3)) await page.getByRole("checkbox", { name: hall.name(id) }).check();
  await page.getByLabel("Trưởng ban").selectOption(hall.delegates[0] ?? "");
  await page.getByRole("dialog").getByRole("button", { name: "Lập Ban kiểm phiếu" }).click();
}

async function begin({ page }: Seat, title: string): Promise<void> {
  await page.getByRole("article", { name: title }).getByRole("button", { name: "Bắt đầu phát phiếu" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bắt đầu phát phiếu" }).click();
}

/** The second poll, by a program: its screens were seen. */
async function programmed({ secretary, session, itemId, delegates }: Council): Promise<void> {
  const pollId = "bau-lai";
  await secretary.command(session, "ballot.prepare", {
    pollId,
    itemId,
    form: "SECRET_ELECTRONIC",
    matter: "relief",
    title: question,
    lines: [{ lineId: "n", name: candidates[2] }],
  });
  const tellers = delegates.slice(0, 3);
  await secretary.command(session, "ballot.name-tellers", { pollId, tellers, head: tellers[0] });
}

/** On small tablets the panel is a sheet from below; a poll that begins brings it up by itself. */
async function sheetUp(page: Page): Promise<void> {
  const panel = page.getByRole("region", { name: "Diễn biến" }).or(page.getByRole("heading", { name: "Diễn biến" }));
  const open = page.getByRole("button", { name: "Diễn biến" });
  await expect(panel.or(open).first()).toBeVisible();
  if ((await page.getByRole("dialog").count()) === 0 && (await open.isVisible())) await open.click();
}

/** The own ballot over the whole screen. */
function ballotOn(page: Page) {
  return page.getByRole("dialog", { name: "Bỏ phiếu kín trên máy tính bảng" });
}

async function mark(page: Page, names: readonly string[], code: string): Promise<void> {
  const ballot = ballotOn(page);
  for (const name of names) await ballot.getByText(name, { exact: true }).click();
  await ballot.getByLabel("Mã kiểm: bốn chữ số", { exact: false }).fill(code);
  await ballot.getByRole("button", { name: "Xem lại rồi bỏ phiếu" }).click();
  await expect(page.getByRole("heading", { name: "Bỏ phiếu này?" })).toBeVisible();
}

/** The step's button, and the question after it. */
async function approve(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").last().getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toHaveCount(0);
}

/** What this device still keeps of secret ballots. */
function left(page: Page, person: string): Promise<number> {
  return page.evaluate(
    name =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db.transaction("polls").objectStore("polls").count();
          counting.onsuccess = () => {
            resolve(counting.result);
            db.close();
          };
        };
      }),
    `plenum-secret-${person}`,
  );
}
