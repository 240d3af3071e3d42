// @vitest-environment jsdom
import "../../../../test/node-bytes.ts";
import "fake-indexeddb/auto";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { World } from "../../../../test/booth-world.ts";
import { expectAccessible } from "../../../../test/dom.ts";
import { OtherSide } from "../../../../test/other-side.ts";
import { Booth } from "../../../core/secret/booth.ts";
import { base64 } from "../../../core/secret/bytes.ts";
import { ballotOf } from "../../../core/secret/poll.ts";
import { Wallet } from "../../../core/secret/wallet.ts";
import { BoothDialog } from "./BoothDialog.tsx";

const aBreath = () => new Promise<void>(resolve => setTimeout(resolve, 5));

let side: OtherSide;
let world: World;
let booth: Booth;
let people = 0;
const saved: Blob[] = [];

beforeAll(async () => {
  side = await new OtherSide().begin();
  URL.createObjectURL = blob => `blob:${saved.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
});

beforeEach(async () => {
  world = new World(side, `dialog${++people}`);
  booth = new Booth(world.outside(), await Wallet.of(world.person), aBreath);
  await booth.follow(world.course("ISSUE"));
});

afterEach(() => booth.close());

async function cast(): Promise<void> {
  const user = userEvent.setup();
  await user.click(await screen.findByRole("checkbox", { name: "Bà An" }));
  await user.type(screen.getByLabelText("Mã kiểm: bốn chữ số", { exact: false }), "4711");
  await user.click(screen.getByRole("button", { name: "Xem lại rồi bỏ phiếu" }));
  await user.click(screen.getByRole("button", { name: "Bỏ phiếu" }));
}

it("says that the relay is away, that the ballot is safe, and when it has arrived after all", async () => {
  render(<BoothDialog booth={booth} onClose={() => undefined} />);
  await act(() => booth.follow(world.course("CAST")));
  world.broken.set("send", Number.POSITIVE_INFINITY);
  await cast();
  expect(await screen.findByText(/^Chưa gửi được \(lần \d+\)\. Phiếu nằm an toàn trên máy/)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Đang gửi phiếu" })).toBeTruthy();
  expect(screen.queryByText("Bà An")).toBeNull();
  world.broken.set("send", 0);
  expect(await screen.findByRole("heading", { name: "Đã bỏ phiếu" })).toBeTruthy();
  expect(screen.getByText("Mã kiểm của Ông/Bà: 4711")).toBeTruthy();
  expect(world.box).toHaveLength(1);
  await expectAccessible(document.body);
});

it("says that the ballot on the board was altered, and saves what proves it", async () => {
  render(<BoothDialog booth={booth} onClose={() => undefined} />);
  await act(() => booth.follow(world.course("CAST")));
  await cast();
  await screen.findByRole("heading", { name: "Đã bỏ phiếu" });
  const [own] = world.box;
  const other = ballotOf(side.poll, "4711", [{ line: "b", option: "FOR" }]);
  world.box = world.box.map(one => ({ ...one, ballot: other }));
  await act(() => booth.follow(world.course("CHECK")));
  expect(screen.getByText("Phiếu mã 4711 trên bảng phiếu khác với phiếu Ông/Bà đã bỏ.")).toBeTruthy();
  await expectAccessible(document.body);
  await userEvent.click(screen.getByRole("button", { name: "Lưu bằng chứng" }));
  await expect.poll(() => saved.length).toBe(1);
  const evidence = await saved[0]?.text();
  expect(evidence).toContain("plenum-evidence 1\n");
  expect(evidence).toContain(`ballot ${base64(own?.ballot ?? new Uint8Array())}\n`);
  expect(evidence).toMatch(/^receipt \S{88}$/m);
});

it("says where it found the poll and the own ballot in the journal, or that it casts nothing", async () => {
  const { journal } = world;
  await journal.defined(side.definition);
  await journal.taken(world.person, base64(world.blinded ?? new Uint8Array()));
  await journal.checkpoint();
  const view = render(<BoothDialog booth={booth} onClose={() => undefined} />);
  await act(() => booth.look());
  const words = "nội dung bỏ phiếu ở mục số 1, lượt nhận phiếu của Ông/Bà ở mục số 2.";
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
  view.unmount();
  const deceived = new World(side, `deceived${people}`);
  const other = new Booth(deceived.outside(), await Wallet.of(deceived.person), aBreath);
  await other.follow(deceived.course("ISSUE"));
  await deceived.journal.taken(deceived.person, "AAAA");
  await deceived.journal.checkpoint();
  render(<BoothDialog booth={other} onClose={() => undefined} />);
  await act(() => other.follow(deceived.course("CAST")));
  expect(screen.getByText("nên máy không bỏ phiếu. Hãy báo ngay Ban kiểm phiếu.", { exact: false })).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
  other.close();
});
