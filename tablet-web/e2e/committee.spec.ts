import { randomUUID } from "node:crypto";
import { Client } from "./api.ts";
import { expect, Seat, sizes, test } from "./house.ts";
import type { Plenum } from "./server.ts";

const title = "Phương án phân bổ dự phòng ngân sách năm 2027";

/** A sitting of the People's Committee that is about to begin, with one vote prepared. */
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
  await secretary.command(session, "voting.prepare", { voteId: "v1", itemId: "i1", title: `Thông qua ${title}` });
  await secretary.command(session, "session.publish", {});
  return session;
}

test("an absent member of the committee sends a substitute, who attends and speaks", async ({ browser, plenum }) => {
  const session = await planned(plenum);
  const first = await Client.signIn(plenum.url, "thukyub");
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
