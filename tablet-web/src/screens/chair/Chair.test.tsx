// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { expectAccessible } from "../../../test/dom.ts";
import { states } from "../../../test/hall-states.ts";
import { LiveRoom } from "../../../test/live-room.tsx";
import { Chair } from "./Chair.tsx";

let room: LiveRoom;

async function preside(name: string): Promise<HTMLElement> {
  const state = states[name];
  if (!state) throw new Error(`no state ${name}`);
  const [opened, drawn] = await LiveRoom.open("control", <Chair />, state.parts, state.me);
  room = opened;
  return drawn.container;
}

const panel = () => screen.getByRole("region", { name: "Bước tiếp theo" });
const press = (name: string | RegExp) => userEvent.click(within(panel()).getByRole("button", { name }));

afterEach(() => room.close());

describe("the chair's screen", () => {
  it.each(["calling", "short", "debate", "speech", "voting", "declared"])(
    "can be used with assistive technology in the state %s",
    async name => expectAccessible(await preside(name)),
  );

  it("gives the floor at one tap, with the time of the rules", async () => {
    await preside("debate");
    await press("Mời Lò Thị Thanh");
    expect(await room.next()).toEqual({ name: "floor.grant", data: { personId: "d1", seconds: 300 } });
  });

  it("gives a speaker one more minute at one tap", async () => {
    await preside("speech");
    await press("Thêm 1 phút");
    expect(await room.next()).toEqual({ name: "floor.extend", data: { seconds: 60 } });
  });

  it("opens a vote in two taps and says first who may vote and what passes", async () => {
    await preside("ready");
    await press("Mở biểu quyết");
    const dialog = screen.getByRole("dialog");
    expect(dialog.textContent).toContain("58 đại biểu đang có mặt được biểu quyết.");
    expect(dialog.textContent).toContain("Thông qua khi quá nửa tổng số đại biểu tán thành: ít nhất 31/60.");
    await userEvent.click(within(dialog).getByRole("button", { name: "Mở biểu quyết" }));
    expect(await room.next()).toEqual({ name: "voting.open", data: { voteId: "v1" } });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("asks the units instead where the matter's rule allows it, and says how many", async () => {
    await preside("askable");
    await press("Mở biểu quyết");
    const dialog = screen.getByRole("dialog");
    await userEvent.click(within(dialog).getByRole("radio", { name: "Từng đơn vị" }));
    expect(dialog.textContent).toContain("2 đơn vị");
    expect(dialog.textContent).not.toContain("58 đại biểu");
    await userEvent.click(within(dialog).getByRole("button", { name: "Mở biểu quyết" }));
    expect(await room.next()).toEqual({ name: "voting.open", data: { voteId: "v1", byUnits: true } });
  });

  it("opens a sitting without quorum only with a reason, and restates what it means", async () => {
    await preside("short");
    await press("Khai mạc khi chưa đủ điều kiện");
    const dialog = screen.getByRole("dialog");
    expect(dialog.textContent).toContain("Hiện ghi nhận 38/60 đại biểu có mặt, quy chế yêu cầu 40.");
    const confirm = within(dialog).getByRole("button", { name: "Khai mạc khi chưa đủ điều kiện" });
    await userEvent.type(within(dialog).getByLabelText("Lý do"), " x ");
    await userEvent.click(confirm);
    expect(dialog.textContent).toContain("Ghi rõ lý do, ít nhất 3 ký tự.");
    expect(room.live.pending()).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText("Lý do"), "Bão lũ");
    await userEvent.click(confirm);
    expect(await room.next()).toEqual({
      name: "sitting.open",
      data: { sittingId: "p1", overrideReason: "x Bão lũ" },
    });
  });

  it("asks before it closes a vote with ballots missing", async () => {
    await preside("voting");
    expect(panel().textContent).toContain("55/58 đại biểu đã gửi phiếu");
    await press("Đóng biểu quyết");
    expect(screen.getByRole("dialog").textContent).toContain("Còn 3 đại biểu chưa gửi");
    expect(room.live.pending()).toEqual([]);
  });

  it("shows who is missing in an open vote, and no count by choice", async () => {
    await preside("voting");
    expect(screen.getByText("Còn 3 đại biểu chưa gửi phiếu")).toBeTruthy();
    expect(screen.getByText("Lò Thị Thanh, Giàng A Páo, Nguyễn Văn Đức")).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Kết quả biểu quyết" })).toBeNull();
  });

  it("sends the chair's own ballot beside the open vote", async () => {
    await preside("voting");
    await userEvent.click(screen.getByRole("radio", { name: "Tán thành" }));
    await userEvent.click(screen.getByRole("button", { name: "Gửi: Tán thành" }));
    expect(await room.next()).toEqual({ name: "voting.cast", data: { voteId: "v1", choice: "FOR" } });
  });

  it("has the result and the rule in words before it is declared at one tap", async () => {
    await preside("closed");
    expect(screen.getByText("54/60 đại biểu, quá nửa tổng số đại biểu (cần 31)")).toBeTruthy();
    expect(screen.getByText("Chỉ chủ tọa và thư ký thấy kết quả này cho đến khi công bố.")).toBeTruthy();
    await press("Công bố kết quả");
    expect(await room.next()).toEqual({ name: "voting.declare", data: { voteId: "v1" } });
  });

  it("takes nothing from the second half of a double tap for the next step", async () => {
    await preside("voting");
    const closed = states.closed;
    if (!closed) throw new Error("no state closed");
    await room.say(closed.parts, closed.me);
    const declare = await within(panel()).findByRole("button", { name: "Công bố kết quả" });
    await userEvent.click(declare);
    expect(room.live.pending()).toEqual([]);
    await waitFor(() => expect(declare.getAttribute("aria-busy")).toBeNull(), { timeout: 2_000 });
    await userEvent.click(declare);
    expect((await room.next()).name).toBe("voting.declare");
  });

  it("finds any delegate present by a few letters without marks", async () => {
    await preside("debate");
    await userEvent.click(screen.getByRole("button", { name: "Mời người khác" }));
    await userEvent.type(screen.getByLabelText("Tìm theo tên, tổ hoặc chức vụ"), "vu a dinh");
    const found = within(screen.getByRole("dialog")).getAllByRole("button", { name: "Mời Vừ A Dính phát biểu" });
    expect(found).toHaveLength(11);
    await userEvent.click(found[0] as HTMLElement);
    expect(await room.next()).toEqual({ name: "floor.grant", data: { personId: "d5", seconds: 300 } });
  });

  it("opens another item from the agenda by choosing and opening it", async () => {
    await preside("debate");
    await userEvent.click(screen.getByRole("button", { name: "Chương trình" }));
    const drawer = within(screen.getByRole("dialog"));
    expect(drawer.queryByText("Công tác nhân sự (dự phòng)")).toBeNull();
    await userEvent.click(drawer.getByText("Bế mạc kỳ họp"));
    await userEvent.click(drawer.getByRole("button", { name: "Mở nội dung 5" }));
    expect(await room.next()).toEqual({ name: "agenda.open-item", data: { itemId: "i5" } });
  });

  it("checks the chair in", async () => {
    await preside("calling");
    await userEvent.click(screen.getByRole("button", { name: "Tôi có mặt" }));
    expect(await room.next()).toEqual({ name: "attendance.check-in", data: { sittingId: "p1" } });
  });

  it("says what a refused step met, and changes nothing", async () => {
    await preside("debate");
    await press("Mời Lò Thị Thanh");
    const frame = await room.server.take("do");
    room.server.send({
      t: "refused",
      id: frame.id,
      problem: { type: "", code: "floor:not-present", title: "Đại biểu không có mặt.", status: 409 },
    });
    expect((await screen.findByRole("alert")).textContent).not.toBe("");
  });
});
