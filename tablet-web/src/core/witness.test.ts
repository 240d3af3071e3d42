import { describe, expect, it } from "vitest";
import { hash, pathOf, proofOf, rootOf } from "../../test/merkle-tree.ts";
import { consistent, included } from "./merkle.ts";
import type { Checkpoint } from "./schemas.ts";
import { attest, bodyOf, onAttested, type Since, witnessOf } from "./witness.ts";

const session = "ky-hop-3";
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

class Journal {
  private readonly leaves: Uint8Array[] = [];
  private readonly pair: CryptoKeyPair;

  private constructor(pair: CryptoKeyPair) {
    this.pair = pair;
  }

  static async begun(): Promise<Journal> {
    return new Journal((await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair);
  }

  async write(lines: number, word = "việc"): Promise<this> {
    for (let n = 0; n < lines; n++) this.leaves.push(await hash([0], new TextEncoder().encode(`${word} ${n}`)));
    return this;
  }

  /** The same signer over a journal whose beginning was changed. */
  async falsified(): Promise<Journal> {
    const other = new Journal(this.pair);
    await other.write(1, "khác");
    other.leaves.push(...this.leaves.slice(1));
    return other;
  }

  readonly since: Since = async from => (from > this.leaves.length ? undefined : this.checkpoint(from));

  async checkpoint(from: number): Promise<Checkpoint> {
    const size = this.leaves.length;
    const top = base64(await rootOf(this.leaves));
    const key = new Uint8Array(await crypto.subtle.exportKey("raw", this.pair.publicKey));
    const body = new TextEncoder().encode(bodyOf(session, size, top));
    const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", this.pair.privateKey, body));
    return {
      size,
      root: top,
      key: base64(key),
      signature: base64(Uint8Array.from([1, 2, 3, 4, ...signature])),
      from,
      proof: from === 0 ? [] : (await proofOf(from, this.leaves)).map(base64),
    };
  }
}

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const silent: Since = () => Promise.reject(new Error("the server is not asked"));

describe("a witness", () => {
  it("keeps the first checkpoint and follows those that continue it", async () => {
    const journal = await (await Journal.begun()).write(7);
    const kept = memory();
    expect((await attest(session, await journal.checkpoint(0), silent, kept)).kind).toBe("sound");
    await journal.write(43);
    const after = await attest(session, await journal.checkpoint(7), silent, kept);
    expect(after.kind === "sound" && after.known.size).toBe(50);
    expect(witnessOf(session, kept)).toEqual(after);
  });

  it("asks for the proof of what it missed", async () => {
    const journal = await (await Journal.begun()).write(5);
    const kept = memory();
    await attest(session, await journal.checkpoint(0), silent, kept);
    await journal.write(90);
    const pushed = await journal.checkpoint(60);
    await expect(attest(session, pushed, silent, kept)).rejects.toThrow("not asked");
    expect(witnessOf(session, kept)).toMatchObject({ kind: "sound", known: { size: 5 } });
    expect(await attest(session, pushed, journal.since, kept)).toMatchObject({ kind: "sound", known: { size: 95 } });
  });

  it("raises the alarm when a line it has vouched for was changed, and does not forget it", async () => {
    const journal = await (await Journal.begun()).write(9);
    const kept = memory();
    await attest(session, await journal.checkpoint(0), silent, kept);
    const false_ = await (await journal.falsified()).write(11);
    expect(await attest(session, await false_.checkpoint(9), silent, kept)).toMatchObject({
      kind: "broken",
      why: "changed",
      known: { size: 9 },
    });
    await journal.write(1);
    expect((await attest(session, await journal.checkpoint(9), silent, kept)).kind).toBe("broken");
  });

  it("raises the alarm when the end of the journal is gone", async () => {
    const journal = await (await Journal.begun()).write(9);
    const kept = memory();
    const longer = await journal.checkpoint(0);
    await attest(session, longer, silent, kept);
    const shorter = await (await Journal.begun()).write(4);
    const offered = { ...(await shorter.checkpoint(0)), key: longer.key };
    expect(await attest(session, offered, silent, kept)).toMatchObject({ kind: "broken" });
    const again = memory();
    await attest(session, longer, silent, again);
    const gone = { ...longer, size: 12 };
    expect((await attest(session, gone, silent, again)).kind).toBe("broken");
  });

  it("believes neither another key nor a wrong signature", async () => {
    const journal = await (await Journal.begun()).write(9);
    const first = await journal.checkpoint(0);
    const kept = memory();
    await attest(session, first, silent, kept);
    const stranger = await (await Journal.begun()).write(9);
    expect(await attest(session, await stranger.checkpoint(9), silent, kept)).toMatchObject({ why: "other-key" });
    const unsigned = { ...first, root: first.root.replace(/^./, c => (c === "A" ? "B" : "A")) };
    expect(await attest(session, unsigned, silent, memory())).toMatchObject({ why: "signature" });
  });
});

it("a proof fits its two trees and no other", async () => {
  const leaves: Uint8Array[] = [];
  const roots: Uint8Array[] = [];
  for (let size = 1; size <= 33; size++) {
    leaves.push(await hash([0], [size]));
    const now = await rootOf(leaves);
    roots.push(now);
    for (let from = 1; from < size; from++) {
      const known = roots[from - 1] as Uint8Array;
      const path = await proofOf(from, leaves);
      expect(await consistent(from, known, size, now, path)).toBe(true);
      expect(await consistent(from, await hash([9]), size, now, path)).toBe(false);
      expect(await consistent(from, known, size, await hash([9]), path)).toBe(false);
    }
  }
});

it("a path leads from one line at its place to one root", async () => {
  const leaves: Uint8Array[] = [];
  for (let size = 1; size <= 33; size++) {
    leaves.push(await hash([0], [size]));
    const now = await rootOf(leaves);
    for (let at = 0; at < size; at++) {
      const leaf = leaves[at] as Uint8Array;
      const path = await pathOf(at, leaves);
      expect(await included(at, leaf, size, now, path)).toBe(true);
      expect(await included(at, await hash([9]), size, now, path)).toBe(false);
      expect(await included(at, leaf, size, await hash([9]), path)).toBe(false);
      expect(await included(at + 1, leaf, size, now, path)).toBe(false);
      expect(await included(at, leaf, size, now, [...path, leaf])).toBe(false);
    }
  }
});

it("tells who asked to be told of a session's next checkpoint", async () => {
  const journal = await (await Journal.begun()).write(3);
  let told = 0;
  const stop = onAttested(session, () => told++);
  await attest(session, await journal.checkpoint(0), silent, memory());
  stop();
  await attest(session, await journal.checkpoint(0), silent, memory());
  expect(told).toBe(1);
});
