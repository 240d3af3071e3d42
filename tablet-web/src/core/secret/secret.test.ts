import "fake-indexeddb/auto";
import { beforeAll, describe, expect, it } from "vitest";
import { OtherSide, rowOf } from "../../../test/other-side.ts";
import { findOwn } from "./board.ts";
import { type Bytes, base64, hex, random } from "./bytes.ts";
import { castUntilAnswered } from "./casting.ts";
import { open, seal } from "./envelope.ts";
import { ballotOf, readPoll } from "./poll.ts";
import { ask, mark, taken } from "./ticket.ts";
import { Wallet } from "./wallet.ts";

describe("a secret ballot on this device", () => {
  let side: OtherSide;
  beforeAll(async () => {
    side = await new OtherSide().begin();
  });

  it("refuses a definition that is not the journal's", async () => {
    expect(side.poll.lines.map(line => line.name)).toEqual(["Bà An", "Ông Bình"]);
    expect(side.poll.fingerprint).toMatch(/^\d{8}$/);
    const other = (await new OtherSide().begin()).definition;
    await expect(readPoll(other, side.poll.hash)).rejects.toThrow();
  });

  it("takes no answer for a token that is none", async () => {
    const asked = await ask(side.poll);
    await expect(taken(side.poll, asked, random(256))).rejects.toThrow();
    await expect(crypto.subtle.exportKey("pkcs8", asked.key)).rejects.toThrow();
  });

  it("goes on where it was after the browser died", async () => {
    const before = await Wallet.of("db53");
    const asked = await ask(side.poll);
    await before.keep(side.poll.hash, { stage: "asked", asked });
    before.close();
    const after = await Wallet.of("db53");
    const kept = await after.get(side.poll.hash);
    if (kept?.stage !== "asked") throw new Error("lost");
    const ticket = await taken(side.poll, kept.asked, side.blindSign(asked.blinded));
    await after.keep(side.poll.hash, { stage: "ticket", ticket });
    after.close();
    const again = await Wallet.of("db53");
    const held = await again.get(side.poll.hash);
    if (held?.stage !== "ticket") throw new Error("lost");
    const cast = await mark(held.ticket, ballotOf(side.poll, "4711", []));
    const answer = await side.answer((await seal(side.poll, cast)).request, 1, cast);
    expect(answer).toHaveLength(93);
    await again.destroy();
  });

  it("makes one ballot, also from two tabs, and forgets it after the check", async () => {
    const wallet = await Wallet.of("db54");
    const first = await side.marked();
    const second = await side.marked();
    expect(await wallet.keep(side.poll.hash, { stage: "marked", cast: first })).toEqual({
      stage: "marked",
      cast: first,
    });
    expect(await wallet.keep(side.poll.hash, { stage: "marked", cast: second })).toEqual({
      stage: "marked",
      cast: first,
    });
    await wallet.wipe(side.poll.hash);
    expect(await wallet.get(side.poll.hash)).toBeUndefined();
    await wallet.destroy();
  });

  it("sends until the box has answered, in envelopes that nobody can tell apart", async () => {
    const cast = await side.marked();
    const sent: string[] = [];
    const waits: number[] = [];
    const relay = async (request: Bytes) => {
      expect(request).toHaveLength(2161);
      sent.push(hex(request));
      if (sent.length === 1) throw new Error("line lost");
      if (sent.length === 2) return undefined;
      if (sent.length === 3) return random(93);
      return side.answer(request, 1, cast);
    };
    const pause = async (atMost: number) => {
      waits.push(atMost);
    };
    const answer = await castUntilAnswered(side.poll, cast, relay, new AbortController().signal, pause);
    expect(answer?.kind).toBe("recorded");
    expect(new Set(sent).size).toBe(4);
    expect(waits).toEqual([3000, 4500, 6750, 8000]);
  });

  it("ends when it is told to, and knows nothing then", async () => {
    const ending = new AbortController();
    const relay = async () => {
      ending.abort();
      return undefined;
    };
    expect(
      await castUntilAnswered(side.poll, await side.marked(), relay, ending.signal, async () => {}),
    ).toBeUndefined();
  });

  it("reads what the box says, and only that", async () => {
    const cast = await side.marked();
    for (const [verdict, kind] of [
      [1, "recorded"],
      [2, "already-cast"],
      [3, "not-open"],
      [4, "refused"],
      [9, "unreadable"],
    ] as const) {
      const sealed = await seal(side.poll, cast);
      const reply = await side.answer(sealed.request, verdict, cast);
      expect((await open(side.poll, cast, sealed, reply)).kind).toBe(kind);
      expect((await open(side.poll, cast, await seal(side.poll, cast), reply)).kind).toBe("unreadable");
    }
    const sealed = await seal(side.poll, cast);
    const ofAnother = await side.answer(sealed.request, 1, cast);
    const other = await side.marked();
    expect((await open(side.poll, other, sealed, ofAnother)).kind).toBe("unreadable");
  });

  it("finds its own ballot on the board, and sees when it was altered or left out", async () => {
    const own = await side.marked();
    const others = [await side.marked(), await side.marked()];
    const altered = { ...own, ballot: ballotOf(side.poll, "4711", [{ line: "b", option: "FOR" }]) };
    expect(await findOwn(side.poll, own, await side.board([...others, own]))).toBe("found");
    expect(await findOwn(side.poll, own, await side.board([...others, altered]))).toBe("altered");
    expect(await findOwn(side.poll, own, await side.board(others))).toBe("missing");
    const sound = await side.board([...others, own]);
    expect(
      await findOwn(side.poll, own, { ...sound, ballots: sound.ballots.replace(rowOf(own), rowOf(altered)) }),
    ).toBe("board-unsound");
    expect(await findOwn(side.poll, own, { ...sound, signature: base64(random(64)) })).toBe("board-unsound");
  });
});
