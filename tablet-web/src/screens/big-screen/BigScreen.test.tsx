// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { expectAccessible } from "../../../test/dom.ts";
import { longTitle, states } from "../../../test/hall-states.ts";
import { LiveRoom } from "../../../test/live-room.tsx";
import { Wall } from "./BigScreen.tsx";
import { checkInLink, publicOrigin } from "./checkInLink.ts";

let room: LiveRoom;

async function show(name: string): Promise<HTMLElement> {
  const state = states[name];
  if (!state) throw new Error(`no state ${name}`);
  const [opened, drawn] = await LiveRoom.open("screen", <Wall />, state.parts, state.me);
  room = opened;
  return drawn.container;
}

afterEach(() => room.close());

describe("the big screen", () => {
  it.each(["idle", "agenda", "calling", "item", "speech", "voting", "longfailed"])(
    "can be read with assistive technology in the state %s",
    async name => expectAccessible(await show(name)),
  );

  it("shows of an open vote how many have voted, never how", async () => {
    const wall = await show("voting");
    expect(wall.textContent).toContain("55/58");
    expect(wall.textContent).not.toContain("Tán thành");
  });

  it("shows a failed result with figures, shares of the legal base and the formula in words", async () => {
    const wall = await show("failed");
    expect(wall.textContent).toContain("Không thông qua");
    expect(wall.textContent).toContain("30/60 đại biểu, chưa đạt mức quá nửa tổng số đại biểu (cần 31)");
    expect(wall.textContent).toContain("8,33%");
    expect(wall.textContent).toContain("Có mặt 58/60 · Tham gia biểu quyết 56/58 · Mở 08:58:00 – đóng 08:59:00");
  });

  it("names the next speakers and says when time is over", async () => {
    const wall = await show("over");
    expect(wall.textContent).toContain("Quá thời gian");
    expect(wall.textContent).toContain("Tiếp theo: Lò Thị Thanh");
  });

  it("never cuts a title of the usual length", async () => {
    const wall = await show("longitem");
    expect(wall.querySelector("h1")?.textContent?.replaceAll("\u00a0", " ")).toBe(longTitle);
  });

  it("keeps the last picture until the next one is complete, and while it fades", async () => {
    const wall = await show("item");
    const { voting, declared } = states;
    if (!voting || !declared) throw new Error("no states");
    const unknown = { ...voting.parts, screen: { ...voting.parts.screen, voteId: "v9" }, voting: { votes: [] } };
    await act(() => room.say(unknown, voting.me));
    expect(wall.textContent).toContain("Nội dung 3.1");
    await act(() => room.say(declared.parts, declared.me));
    expect(wall.querySelectorAll("main")).toHaveLength(2);
    await waitFor(() => expect(wall.querySelectorAll("main")).toHaveLength(1), { timeout: 2_000 });
    expect(wall.textContent).toContain("Kết quả biểu quyết");
  });

  it("keeps the picture when the network is lost, says so calmly, and comes back by itself", async () => {
    const wall = await show("item");
    const { item } = states;
    if (!item) throw new Error("no state");
    room.server.current?.terminate();
    expect(await screen.findByText("Đang kết nối lại…")).toBeTruthy();
    expect(wall.textContent).toContain("Nội dung 3.1");
    await room.server.take("hello");
    await act(() => room.say(item.parts, item.me));
    expect(screen.queryByText("Đang kết nối lại…")).toBeNull();
  });
});

describe("the check-in code", () => {
  it("leads to the address that tablets can use", () => {
    expect(publicOrigin(["http://10.0.0.5:8080", "https://10.0.0.5:8443/"], "http://x")).toBe("https://10.0.0.5:8443");
    expect(publicOrigin(["https://localhost:8443", "https://hop.dienbien.vn"], "http://x")).toBe(
      "https://hop.dienbien.vn",
    );
    expect(publicOrigin(["http://10.0.0.5:8080"], "http://127.0.0.1:8080")).toBe("http://127.0.0.1:8080");
  });

  it("keeps the code behind # and escapes the ids", () => {
    expect(checkInLink("https://a", "s 1", "p1", "482913")).toBe("https://a/check-in?s=s%201&p=p1#482913");
  });
});
