// @vitest-environment jsdom

import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../../test/dom.ts";
import { resolution } from "../../test/hall-fixture.ts";
import type { VoteView } from "../core/schemas.ts";
import { ConfirmDialog, Dialog, Field, Menu, ResultBoard, RunningClock, Segmented, Tabs } from "./index.ts";
import { Qr } from "./Qr.tsx";

const vote: VoteView = {
  ...resolution,
  voteId: "v1",
  itemId: "i1",
  title: "Nghị quyết",
  state: "DECLARED",
  rule: { numerator: 1, denominator: 2, strict: true, base: "TOTAL_MEMBERS" },
  baseSize: 60,
  needed: 31,
  result: { forCount: 47, againstCount: 5, abstainCount: 3, notVoted: 2, absent: 3, outcome: "PASSED" },
};

describe("the result board", () => {
  it("says verdict, figures and the rule in words", async () => {
    const { container } = render(<ResultBoard vote={vote} />);
    expect(screen.getByText("Thông qua")).toBeTruthy();
    expect(screen.getByText("47/60 đại biểu, quá nửa tổng số đại biểu (cần 31)")).toBeTruthy();
    expect(screen.getByText("78,33% tổng số đại biểu")).toBeTruthy();
    expect(screen.getByRole("img").getAttribute("aria-label")).toContain("Không gửi phiếu 2, Vắng mặt 3. Cần 31");
    await expectAccessible(container);
  });

  it("shows nothing while the counts have not been given out", () => {
    const { result: _, ...open } = vote;
    const { container } = render(<ResultBoard vote={{ ...open, state: "CLOSED" }} />);
    expect(container.childElementCount).toBe(0);
  });
});

describe("small pieces", () => {
  it("a confirmation names what will happen and closes on Esc", async () => {
    let closed = 0;
    let confirmed = 0;
    const { container } = render(
      <ConfirmDialog title="Hủy" action="Hủy kết quả" onConfirm={() => confirmed++} onClose={() => closed++}>
        <p>Không hoàn tác được</p>
      </ConfirmDialog>,
    );
    await expectAccessible(container);
    await userEvent.click(screen.getByRole("button", { name: "Hủy kết quả" }));
    screen.getByRole("dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
    expect([confirmed, closed]).toEqual([1, 1]);
  });

  it("a dialog inside another closes by itself, also when the browser does not ask", () => {
    const closed: string[] = [];
    render(
      <Dialog title="Ngoài" onClose={() => closed.push("outer")}>
        <Dialog title="Trong" onClose={() => closed.push("inner")}>
          <p>Nội dung</p>
        </Dialog>
      </Dialog>,
    );
    const inner = screen.getByRole("dialog", { name: "Trong" });
    inner.dispatchEvent(new Event("cancel", { cancelable: true }));
    expect(closed).toEqual(["inner"]);
    inner.dispatchEvent(new Event("close"));
    expect(closed).toEqual(["inner", "inner"]);
  });

  it("tabs move with the arrows", async () => {
    const chosen: string[] = [];
    const options = [
      { id: "a", label: "Một" },
      { id: "b", label: "Hai" },
    ] as const;
    const { container } = render(<Tabs label="Phần" options={options} value="a" onChange={id => chosen.push(id)} />);
    await userEvent.tab();
    await userEvent.keyboard("{ArrowRight}{ArrowLeft}");
    expect(chosen).toEqual(["b", "b"]);
    await expectAccessible(container);
  });

  it("a menu opens, moves by arrows and closes with Esc", async () => {
    const chosen: string[] = [];
    const { container } = render(
      <Menu
        label="Thêm"
        entries={[
          { id: "a", label: "Một", onSelect: () => chosen.push("a") },
          { id: "b", label: "Hai", onSelect: () => chosen.push("b") },
        ]}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "Thêm" }));
    await expectAccessible(container);
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(chosen).toEqual(["b"]);
    await userEvent.click(screen.getByRole("button", { name: "Thêm" }));
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("fields tie label, hint and error to the input", async () => {
    const { container } = render(<Field label="Lý do" hint="Ngắn gọn" error="Cần nhập" defaultValue="" />);
    const input = screen.getByLabelText("Lý do");
    expect(input.getAttribute("aria-describedby")?.split(" ")).toHaveLength(2);
    await expectAccessible(container);
  });

  it("segments are radio buttons", async () => {
    const chosen: string[] = [];
    render(
      <Segmented
        label="Tham dự"
        options={[
          { id: "yes", label: "Có" },
          { id: "no", label: "Không" },
        ]}
        value={undefined}
        onChange={id => chosen.push(id)}
      />,
    );
    await userEvent.click(screen.getByRole("radio", { name: "Không" }));
    expect(chosen).toEqual(["no"]);
  });

  it("a clock counts from stamps and goes on past its end", () => {
    const { rerender } = render(<RunningClock label="Còn lại" now={() => 10_000} since={0} until={75_000} />);
    expect(screen.getByRole("timer").textContent).toBe("01:05");
    rerender(<RunningClock label="Còn lại" now={() => 80_000} since={0} until={75_000} />);
    expect(screen.getByRole("timer").textContent).toBe("−00:05");
    rerender(<RunningClock label="Đã nói" now={() => 80_000} since={75_000} />);
    expect(screen.getByRole("timer").textContent).toBe("00:05");
  });

  it("a QR code is one picture with a label", () => {
    render(<Qr text="https://plenum.example/check-in?s=1&p=2#123456" label="Mã điểm danh" size={200} />);
    expect(
      screen.getByRole("img", { name: "Mã điểm danh" }).querySelector("path")?.getAttribute("d")?.length,
    ).toBeGreaterThan(500);
  });
});
