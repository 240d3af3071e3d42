// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../../../test/dom.ts";
import { resolution } from "../../../test/hall-fixture.ts";
import type { OwnBallot, VoteView } from "../../core/schemas.ts";
import { BatchSheet, type BatchSheetProps } from "./BatchSheet.tsx";
import { type Choices, cover } from "./batch.ts";

const sent: Choices[] = [];
const vote = (n: number): VoteView => ({
  ...resolution,
  voteId: `v${n}`,
  itemId: `i${n}`,
  title: `Nghị quyết số ${n}`,
  state: "OPEN",
  batchId: "lo",
  openedAt: 1_000,
});
const none = (n: number): OwnBallot => ({ voteId: `v${n}`, eligible: true, choice: null, at: null });
const props: BatchSheetProps = {
  votes: [vote(1), vote(2), vote(3)],
  ballots: [none(1), none(2), none(3)],
  progress: { voteId: "v1", votes: 3, cast: 41, eligible: 57 },
  now: () => 39_000,
  online: true,
  pending: undefined,
  problem: undefined,
  onSend: choices => sent.push(choices),
};

describe("several votes at once", () => {
  it("are sent with one choice for all and single changes, after one confirmation that says it again", async () => {
    sent.length = 0;
    const user = userEvent.setup();
    const { container } = render(<BatchSheet {...props} />);
    expect((screen.getByRole("button", { name: "Còn 3 nội dung chưa chọn" }) as HTMLButtonElement).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Tán thành tất cả" }));
    const second = screen.getByRole("group", { name: "Nghị quyết số 2" });
    await user.click(within(second).getByRole("radio", { name: "Không tán thành" }));
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: "Xem lại và gửi" }));
    expect(sent).toEqual([]);
    expect(screen.getByText("2 tán thành")).toBeTruthy();
    expect(screen.getByText("1 không tán thành")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Xác nhận gửi" }));
    expect(sent).toEqual([{ v1: "FOR", v2: "AGAINST", v3: "FOR" }]);
  });

  it("are recorded only when the server has all of them", () => {
    const cast = (n: number): OwnBallot => ({ ...none(n), choice: "FOR", at: 5_000, seq: 100 + n });
    const { rerender } = render(<BatchSheet {...props} ballots={[cast(1), cast(2), none(3)]} />);
    expect(screen.getByRole("button", { name: "Còn 1 nội dung chưa chọn" })).toBeTruthy();
    rerender(<BatchSheet {...props} ballots={[cast(1), cast(2), cast(3)]} />);
    expect(screen.getByText("Đã ghi nhận 3 phiếu")).toBeTruthy();
    expect(screen.getByText("Biên nhận: mục số 101 đến 103 của nhật ký kỳ họp")).toBeTruthy();
  });

  it("never send again what two clerks entered by hand", async () => {
    sent.length = 0;
    const user = userEvent.setup();
    const byHand = { clerkName: "Vũ Thị Huệ", countersignerName: "Tòng Văn Sơn", reason: "Hết pin" };
    const entered: OwnBallot = { ...none(2), choice: "AGAINST", at: 5_000, seq: 7, byHand };
    render(<BatchSheet {...props} ballots={[none(1), entered, none(3)]} />);
    await user.click(screen.getByRole("button", { name: "Tán thành tất cả" }));
    await user.click(screen.getByRole("button", { name: "Xem lại và gửi" }));
    await user.click(screen.getByRole("button", { name: "Xác nhận gửi" }));
    expect(sent).toEqual([{ v1: "FOR", v3: "FOR" }]);
  });

  it("say plainly what happens without a network", () => {
    render(<BatchSheet {...props} online={false} pending={{ v1: "FOR", v2: "FOR", v3: "FOR" }} />);
    expect(screen.getByText(/Chưa gửi được, sẽ tự gửi lại khi có mạng.*báo thư ký để ghi hộ/)).toBeTruthy();
  });
});

describe("how far ballots cover a batch", () => {
  it("a ballot that can't be changed is fixed", () => {
    const strict = { ...vote(1), allowChange: false };
    expect(cover([strict, vote(2)], [{ ...none(1), choice: "FOR", at: 1, seq: 4 }]).fixed).toEqual(new Set(["v1"]));
  });
});
