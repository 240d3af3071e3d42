// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../../../test/dom.ts";
import { resolution } from "../../../test/hall-fixture.ts";
import { clientProblem } from "../../core/problem.ts";
import type { Choice } from "../../core/schemas.ts";
import { VoteSheet, type VoteSheetProps } from "./VoteSheet.tsx";

const sent: Choice[] = [];
const props: VoteSheetProps = {
  vote: {
    ...resolution,
    voteId: "v1",
    itemId: "i1",
    title: "Thông qua Nghị quyết",
    state: "OPEN",
    openedAt: 1_000,
    eligible: 57,
  },
  ballot: { voteId: "v1", eligible: true, choice: null, at: null },
  progress: { voteId: "v1", cast: 41, eligible: 57 },
  now: () => 39_000,
  online: true,
  pending: undefined,
  problem: undefined,
  onSend: choice => sent.push(choice),
};
const recorded = { voteId: "v1", eligible: true, choice: "FOR" as const, at: Date.UTC(2026, 11, 8, 2, 42, 31) };

describe("the vote sheet", () => {
  it("sends nothing before one has chosen and pressed send", async () => {
    sent.length = 0;
    const user = userEvent.setup();
    render(<VoteSheet {...props} />);
    expect(screen.getByRole("button", { name: "Chọn một phương án" }).hasAttribute("disabled")).toBe(true);
    await user.click(screen.getByRole("radio", { name: "Không tán thành" }));
    expect(sent).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Gửi: Không tán thành" }));
    expect(sent).toEqual(["AGAINST"]);
  });

  it("can be used by keyboard alone", async () => {
    sent.length = 0;
    const user = userEvent.setup();
    render(<VoteSheet {...props} />);
    await user.tab();
    await user.keyboard("[Space]{ArrowDown}{Enter}");
    expect(sent).toEqual(["AGAINST"]);
  });

  it("calls a ballot recorded only when the server has it", () => {
    const { rerender } = render(<VoteSheet {...props} pending={{ choice: "FOR" }} />);
    expect(screen.queryByText(/Phiếu đã ghi nhận/)).toBeNull();
    expect(screen.getByRole("button", { name: "Đang gửi: Tán thành…" }).getAttribute("aria-busy")).toBe("true");
    rerender(<VoteSheet {...props} ballot={recorded} />);
    expect(screen.getByText("Phiếu đã ghi nhận 09:42:31")).toBeTruthy();
  });

  it("says plainly that a ballot waits for the network", () => {
    render(<VoteSheet {...props} online={false} pending={{ choice: "FOR" }} />);
    expect(screen.getByText(/Chưa gửi được: Tán thành. Sẽ tự gửi lại khi có mạng.*báo thư ký/)).toBeTruthy();
  });

  it("takes no ballot while the vote is on hold, says why, and goes on", async () => {
    sent.length = 0;
    const user = userEvent.setup();
    const held = { ...props.vote, heldAt: 20_000, holdReason: "Mất điện trong hội trường" };
    const { container, rerender } = render(<VoteSheet {...props} vote={held} />);
    expect(screen.getByRole("status").textContent).toContain("Mất điện trong hội trường");
    await user.click(screen.getByRole("radio", { name: "Tán thành" }));
    expect(screen.getByRole("button", { name: "Gửi: Tán thành" }).hasAttribute("disabled")).toBe(true);
    await expectAccessible(container);
    rerender(<VoteSheet {...props} />);
    await user.click(screen.getByRole("button", { name: "Gửi: Tán thành" }));
    expect(sent).toEqual(["FOR"]);
    rerender(<VoteSheet {...props} vote={held} ballot={recorded} />);
    expect(screen.queryByRole("button", { name: "Đổi lựa chọn" })).toBeNull();
  });

  it("lets one change the choice only where the rules allow it", async () => {
    sent.length = 0;
    const user = userEvent.setup();
    const { rerender } = render(
      <VoteSheet {...props} vote={{ ...props.vote, allowChange: false }} ballot={recorded} />,
    );
    expect(screen.queryByRole("button", { name: "Đổi lựa chọn" })).toBeNull();
    rerender(<VoteSheet {...props} ballot={recorded} />);
    await user.click(screen.getByRole("button", { name: "Đổi lựa chọn" }));
    await user.click(screen.getByRole("radio", { name: "Không biểu quyết" }));
    await user.click(screen.getByRole("button", { name: "Gửi: Không biểu quyết" }));
    expect(sent).toEqual(["ABSTAIN"]);
  });

  it("explains why someone may not vote", () => {
    render(<VoteSheet {...props} ballot={undefined} />);
    expect(screen.queryAllByRole("radio")).toEqual([]);
    expect(screen.getByText("Không thuộc danh sách biểu quyết")).toBeTruthy();
  });

  it("shows why a ballot was refused and keeps the choice", async () => {
    const user = userEvent.setup();
    const { rerender } = render(<VoteSheet {...props} />);
    await user.click(screen.getByRole("radio", { name: "Tán thành" }));
    rerender(
      <VoteSheet
        {...props}
        problem={{ ...clientProblem("client:fault"), code: "voting:x", title: "Biểu quyết đã đóng" }}
      />,
    );
    expect(screen.getByRole("alert").textContent).toContain("Biểu quyết đã đóng");
    expect(screen.getByRole("button", { name: "Gửi: Tán thành" })).toBeTruthy();
  });

  it("is accessible in each of its states", async () => {
    const states: Partial<VoteSheetProps>[] = [
      {},
      { ballot: recorded },
      { ballot: undefined },
      { pending: { choice: "FOR" }, online: false },
    ];
    for (const state of states) {
      const { container, unmount } = render(<VoteSheet {...props} {...state} />);
      await expectAccessible(container);
      unmount();
    }
  });
});
