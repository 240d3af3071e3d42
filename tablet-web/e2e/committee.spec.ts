import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client, signInAll } from "./api.ts";
import { confirm } from "./hall.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import type { Plenum } from "./server.ts";

type Rules = {
  version: number;
  citation: string;
  quorum: object;
  speechSeconds: number;
  ballots: { matters: object[] };
};

const title = "Phương án phân bổ dự phòng ngân sách năm 2027";

/** A sitting of the People's Committee that is about to begin, with one item. */
async function planned(plenum: Plenum): Promise<string> {
  const secretary = await Client.signIn(plenum.url, "thukyub");
  const session = `ubnd-${randomUUID().slice(0, 8)}`;
  const facts = { title: "Phiên họp thường kỳ tháng 12", number: 12, kind: "REGULAR" };
  const made = await secretary.post("/api/sessions", { sessionId: session, bodyId: "ubnd-11", ...facts });
  expect(made.status, await made.text()).toBe(201);
  const sitting = { sittingId: "sang", title: "Phiên họp buổi sáng", date: "2026-12-22", startsAt: 1_797_901_200_000 };
  await secretary.command(session, "sitting.plan", sitting);
  const item = { itemId: "i1", index: 0, title, kind: "RESOLUTION", hidden: false };
  await secretary.command(session, "agenda.add-item", item);
  return session;
}

/** From today on the committee's counts are shown while its votes are open, and its substitutes may vote or not. */
async function change(plenum: Plenum, substitutesVote: boolean): Promise<void> {
  const secretary = await Client.signIn(plenum.url, "thukyub");
  const admin = await Client.signIn(plenum.url, "quantridv");
  const rules = (await (await secretary.get("/api/bodies/ubnd-11/rules")).json()) as Rules;
  const { version, citation, quorum, speechSeconds, ballots } = rules;
  const matters = ballots.matters.map(one => ({ ...one, showLive: true }));
  const validFrom = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
  const next = {
    base: version,
    citation,
    validFrom,
    quorum,
    speechSeconds,
    ballots: { ...ballots, matters, substitutesVote },
  };
  await admin.post("/api/bodies/ubnd-11/rule-sets", next);
}

test("an absent member of the committee sends a substitute, who attends and speaks", async ({ browser, plenum }) => {
  const session = await planned(plenum);
  const first = await Client.signIn(plenum.url, "thukyub");
  await first.command(session, "voting.prepare", { voteId: "v1", itemId: "i1", title: `Thông qua ${title}` });
  await first.command(session, "session.publish", {});
  const secretary = await Seat.take(browser, "committee-secretary", sizes.desktop);
  const member = await Seat.take(browser, "committee-member", sizes.phone, { hasTouch: true });
  const substitute = await Seat.take(browser, "committee-substitute", sizes.landscape, { hasTouch: true });
  await member.signIn(`${plenum.url}/sessions/${session}/delegate`, "ub02");
  await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/conduct`, "thukyub");

  await test.step("the member says so on the own tablet and chooses among the committee's guests", async () => {
    await member.page.getByText("Báo vắng", { exact: true }).click();
    await member.page.getByRole("dialog").getByRole("textbox").fill("Dự hội nghị của Bộ Tài chính");
    await member.page.getByRole("dialog").getByRole("button", { name: "Gửi báo vắng" }).click();
    await member.page.getByRole("button", { name: /^Cử người dự thay cho/ }).click();
    const dialog = member.page.getByRole("dialog", { name: /^Cử người dự thay cho/ });
    await expect(dialog.getByText(/không biểu quyết/)).toBeVisible();
    await dialog
      .getByLabel("Người dự thay")
      .selectOption({ label: "Lù Thị Mẩy, Phó Giám đốc Sở Tài chính, người được cử dự thay" });
    await member.shows("send");
    await dialog.getByRole("button", { name: "Cử Lù Thị Mẩy" }).click();
    await expect(dialog).toBeHidden();
    await expect(member.page.getByText("Người dự thay: Lù Thị Mẩy")).toBeVisible();
    await member.shows("sent");
  });

  await test.step("the substitute's tablet says for whom, checks in and asks for the floor", async () => {
    await substitute.signIn(`${plenum.url}/sessions/${session}`, "khachub");
    await expect(substitute.page.getByText("Bạn dự thay Trần Thị Kim Cúc.")).toBeVisible();
    await substitute.shows("plan");
    await first.command(session, "attendance.open-roll-call", { sittingId: "sang" });
    await substitute.page.getByRole("button", { name: "Có mặt", exact: true }).click();
    await expect(substitute.page.getByText("Chờ thư ký chốt danh sách")).toBeVisible();
  });

  await test.step("the secretary sees who stands in for whom in the roll call", async () => {
    const row = secretary.page.getByRole("listitem").filter({ hasText: "Trần Thị Kim Cúc" });
    await expect(row.getByText("Lù Thị Mẩy")).toBeVisible();
    await secretary.shows("roll-call");
  });

  await test.step("present, the substitute speaks, does not vote, and makes no quorum", async () => {
    for (const account of ["ubct", "ub03", "ub04", "ub05", "ub06", "ub07"]) {
      const one = await Client.signIn(plenum.url, account);
      await one.command(session, "attendance.check-in", { sittingId: "sang" });
    }
    await first.command(session, "attendance.approve", { sittingId: "sang" });
    await first.command(session, "sitting.open", { sittingId: "sang" });
    await first.command(session, "agenda.open-item", { itemId: "i1" });
    await substitute.page.getByRole("button", { name: "Xin phát biểu" }).click();
    await expect(secretary.page.getByText("Lù Thị Mẩy (dự thay Trần Thị Kim Cúc)")).toBeVisible();
    await first.command(session, "voting.open", { voteId: "v1" });
    await expect(substitute.page.getByText("Đã biểu quyết 0/6")).toBeVisible();
    await substitute.shows("vote");
  });

  for (const seat of [secretary, member, substitute]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});

test("equal votes go to the chair's side, also when two clerks wrote the chair's ballot down", async ({
  browser,
  plenum,
}) => {
  await change(plenum, false);
  const session = await planned(plenum);
  const first = await Client.signIn(plenum.url, "thukyub");
  const secretary = await Seat.take(browser, "tie-secretary", sizes.desktop);
  const clerk = await Seat.take(browser, "tie-clerk", sizes.phone);
  const wall = await Seat.take(browser, "tie-wall", sizes.wall);
  const member = await Seat.take(browser, "tie-member", sizes.phone, { hasTouch: true });
  const desk = secretary.page;

  await test.step("the vote is prepared with its matter, whose rule stands beside it", async () => {
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/agenda`, "thukyub");
    await desk.getByText(title).first().click();
    await desk.getByRole("button", { name: "Chuẩn bị biểu quyết" }).click();
    const dialog = desk.getByRole("dialog", { name: "Chuẩn bị biểu quyết" });
    await expect(dialog.getByText("quá nửa tổng số thành viên", { exact: false })).toBeVisible();
    await expect(dialog.getByText("ngang nhau thì theo phía chủ tọa", { exact: false })).toBeVisible();
    await secretary.shows("prepare");
    await dialog.getByRole("button", { name: "Chuẩn bị biểu quyết" }).click();
    await expect(desk.getByText(/^Quyết định của Ủy ban nhân dân · /)).toBeVisible();
    await secretary.shows("prepared");
  });

  await test.step("the hall is told of members, and the counts are shown while the vote is open", async () => {
    await first.command(session, "session.publish", {});
    await first.command(session, "attendance.open-roll-call", { sittingId: "sang" });
    await wall.signIn(`${plenum.url}/sessions/${session}/screen`, "manhinhub");
    const members = await signInAll(plenum.url, ["ubct", "ub02", "ub03", "ub04", "ub05", "ub06", "ub07", "ub08"]);
    for (const one of members) await one.command(session, "attendance.check-in", { sittingId: "sang" });
    await first.command(session, "attendance.approve", { sittingId: "sang" });
    await first.command(session, "sitting.open", { sittingId: "sang" });
    await first.command(session, "agenda.open-item", { itemId: "i1" });
    await desk.goto(`${plenum.url}/sessions/${session}/secretary/conduct`);
    await desk.getByRole("button", { name: "Mở biểu quyết" }).click();
    await confirm(desk, "Mở biểu quyết");
    const voteId = await theVote(first, session);
    for (const [at, one] of members.slice(2).entries()) {
      await one.command(session, "voting.cast", { voteId, choice: at < 2 ? "FOR" : "AGAINST" });
    }
    await member.signIn(`${plenum.url}/sessions/${session}/delegate`, "ub02");
    const ballot = member.page.getByRole("dialog", { name: "Phiếu biểu quyết" });
    await ballot.getByText("Đồng ý", { exact: true }).first().click();
    await ballot.getByRole("button", { name: "Gửi: Đồng ý" }).click();
    await expect(wall.page.getByText("thành viên đã biểu quyết")).toBeVisible();
    await expect(count(wall.page, "Đồng ý")).toHaveText("3");
    await expect(count(wall.page, "Không đồng ý")).toHaveText("4");
    await expect(count(member.page, "Không đồng ý")).toHaveText("4");
    await wall.shows("open");
    await member.shows("recorded");
    await secretary.shows("open");
  });

  await test.step("the chair's ballot is written down and countersigned by a second clerk", async () => {
    await desk.getByRole("button", { name: "Ghi hộ phiếu" }).click();
    const entry = desk.getByRole("dialog", { name: "Ghi hộ phiếu của thành viên" });
    await entry.getByLabel("Thành viên", { exact: true }).selectOption("ubct");
    await entry.getByText("Đồng ý", { exact: true }).click();
    await entry.getByLabel("Lý do ghi hộ").fill("Máy tính bảng hết pin");
    await entry.getByRole("button", { name: /^Ghi: / }).click();
    await expect(entry).toBeHidden();
    await clerk.signIn(`${plenum.url}/sessions/${session}/secretary/conduct`, "thukyub2");
    const countersign = clerk.page.getByRole("button", { name: "Xác nhận: đồng ý" });
    await expect(countersign).toBeVisible();
    await clerk.shows("countersign");
    await countersign.click();
    await expect(count(wall.page, "Đồng ý")).toHaveText("4");
  });

  await test.step("four against four: the chair's side decides, and the wall says so", async () => {
    await desk.getByRole("button", { name: "Đóng biểu quyết" }).click();
    await confirm(desk, "Đóng biểu quyết");
    await desk.getByRole("button", { name: "Công bố kết quả" }).click();
    await confirm(desk, "Công bố kết quả");
    await expect(wall.page.getByText("quyết định theo phía chủ tọa", { exact: false })).toBeVisible();
    await expect(wall.page.getByText("Thông qua", { exact: true })).toBeVisible();
    await expect(wall.page.getByText(/4\/8 thành viên/).first()).toBeVisible();
    await wall.shows("passed");
    const journal = await first.journal(session);
    expect(journal.find(line => line.type === "voting.countersigned")?.data).toMatchObject({ chair: true });
    expect(journal.find(line => line.type === "voting.closed")?.data).toMatchObject({ byChair: true });
  });

  for (const seat of [secretary, clerk, wall, member]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});

test("where the rules let a substitute vote, the secretary pairs the substitute's tablet, which signs", async ({
  browser,
  plenum,
}) => {
  await change(plenum, true);
  const session = await planned(plenum);
  const first = await Client.signIn(plenum.url, "thukyub");
  const absent = await Client.signIn(plenum.url, "ub02");
  const guest = await Client.signIn(plenum.url, "khachub");
  await first.command(session, "voting.prepare", { voteId: "v1", itemId: "i1", title: `Thông qua ${title}` });
  await first.command(session, "session.publish", {});
  await absent.replace(`/api/sessions/${session}/sittings/sang/substitutes/${absent.personId}`, {
    id: randomUUID(),
    substituteId: guest.personId,
  });
  await first.command(session, "attendance.open-roll-call", { sittingId: "sang" });
  const voters = await signInAll(plenum.url, ["ubct", "ub03", "ub04", "ub05", "ub06", "ub07"]);
  for (const one of [guest, ...voters]) await one.command(session, "attendance.check-in", { sittingId: "sang" });
  await first.command(session, "attendance.approve", { sittingId: "sang" });
  const secretary = await Seat.take(browser, "standing-secretary", sizes.desktop);
  const tablet = await Seat.take(browser, "standing-tablet", sizes.landscape, { hasTouch: true });
  const desk = secretary.page;

  await test.step("the substitute stands among those whose tablets sign", async () => {
    await secretary.signIn(`${plenum.url}/sessions/${session}/secretary/delegates`, "thukyub");
    await desk.getByRole("button", { name: /^Thiết bị ký phiếu/ }).click();
    await desk.getByRole("button", { name: "Ghép máy cho Lù Thị Mẩy (dự thay Trần Thị Kim Cúc)", exact: true }).click();
    const code = desk.getByText(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/);
    await expect(code).toBeVisible();
    const digits = ((await code.textContent()) ?? "").replace(" ", "");
    await tablet.signIn(`${plenum.url}/pair?s=${session}#${digits}`, "khachub");
    await tablet.page.getByRole("button", { name: "Ghép máy này" }).click();
    await expect(desk.getByText(/^Đã ghép Linux/)).toBeVisible();
    await secretary.shows("paired");
    await tablet.page.getByRole("link", { name: "Vào kỳ họp" }).click();
  });

  await test.step("the ballot is signed, and the list of names says for whom", async () => {
    await first.command(session, "sitting.open", { sittingId: "sang" });
    await first.command(session, "agenda.open-item", { itemId: "i1" });
    await first.command(session, "voting.open", { voteId: "v1" });
    const ballot = tablet.page.getByRole("dialog", { name: "Phiếu biểu quyết" });
    await ballot.getByText("Đồng ý", { exact: true }).first().click();
    await tablet.shows("ballot");
    await ballot.getByRole("button", { name: "Gửi: Đồng ý" }).click();
    await expect(ballot.getByText("Phiếu đã ghi nhận")).toBeVisible();
    await first.command(session, "voting.close", { voteId: "v1" });
    await first.command(session, "voting.declare", { voteId: "v1" });
    await desk.goto(`${plenum.url}/sessions/${session}/secretary/conduct`);
    await desk.getByRole("button", { name: /^Danh sách biểu quyết/ }).click();
    const line = desk.getByRole("dialog").getByRole("listitem").filter({ hasText: "Lù Thị Mẩy" });
    await expect(line).toContainText("đã ký");
    await expect(line).toContainText("Trần Thị Kim Cúc");
    await secretary.shows("names");
  });

  for (const seat of [secretary, tablet]) {
    expect(seat.wrong()).toEqual([]);
    await seat.leave();
  }
});

/** The id of the session's one vote. */
async function theVote(client: Client, session: string): Promise<string> {
  const prepared = (await client.journal(session)).find(line => line.type === "voting.prepared");
  return String(prepared?.data.voteId);
}

/** The figure beside an option of the vote that is counted on screen. */
function count(page: Page, option: string) {
  const term = page.getByRole("term").filter({ has: page.getByText(option, { exact: true }) });
  return page.locator("dl > div").filter({ has: term }).locator("dd");
}
