import "fake-indexeddb/auto";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { beforeAll, describe, expect, it } from "vitest";
import { findOwn } from "./board.ts";
import { type Bytes, base64, concat, fromBase64, hex, random, sha256, utf8 } from "./bytes.ts";
import { castUntilAnswered } from "./casting.ts";
import { type CastBallot, open, seal } from "./envelope.ts";
import { ballotOf, type Poll, readPoll } from "./poll.ts";
import { ask, mark, taken } from "./ticket.ts";
import { Wallet } from "./wallet.ts";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** A poll with the keys of its other side. */
class OtherSide {
  poll!: Poll;
  definition!: Bytes;
  private issuer!: { n: bigint; d: bigint; length: number };
  private box!: CryptoKeyPair;
  private receipt!: CryptoKeyPair;

  async begin(): Promise<this> {
    const rsa = { name: "RSA-PSS", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-384" };
    const issuer = await crypto.subtle.generateKey(rsa, true, ["sign", "verify"]);
    const numbers = await crypto.subtle.exportKey("jwk", issuer.privateKey);
    this.issuer = { n: numberOf(numbers.n), d: numberOf(numbers.d), length: 256 };
    this.box = await suite.kem.generateKeyPair();
    this.receipt = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
    const raw = async (key: CryptoKey) => base64(new Uint8Array(await crypto.subtle.exportKey("raw", key)));
    const spki = base64(new Uint8Array(await crypto.subtle.exportKey("spki", issuer.publicKey)));
    const board = ["an", "binh", "chi"].map(one => `board ${one} AAAA\n`).join("");
    this.definition = utf8(
      `plenum-poll 1\npoll phieu-1\ntitle Bầu Phó Chủ tịch\nseats 1\nblank valid\noption FOR Bầu\nline a Bà An\nline b Ông Bình\neligible 3 ${"0".repeat(64)}\n${board}issuer ${spki}\nbox ${await raw(this.box.publicKey)}\nreceipt ${await raw(this.receipt.publicKey)}\n`,
    );
    this.poll = await readPoll(this.definition, hex(await sha256(this.definition)));
    return this;
  }

  blindSign(blinded: Bytes): Bytes {
    const { n, d, length } = this.issuer;
    return fromHexNumber(power(BigInt(`0x${hex(blinded)}`), d, n), length);
  }

  /** Opens and answers an envelope with this verdict. */
  async answer(request: Bytes, verdict: number, cast: CastBallot): Promise<Bytes> {
    const recipientKey = this.box.privateKey;
    const info = utf8(`plenum-cast 1 ${this.poll.hash}`);
    const box = await suite.createRecipientContext({ recipientKey, enc: request.slice(32, 97), info });
    const plain = new Uint8Array(await box.open(request.slice(97)));
    expect(plain).toHaveLength(2048);
    expect(hex(plain.slice(0, 97))).toBe(hex(cast.message));
    const key = await crypto.subtle.importKey("raw", await box.export(utf8("plenum-reply 1"), 32), "AES-GCM", false, [
      "encrypt",
    ]);
    const iv = random(12);
    const said = concat(Uint8Array.of(verdict), verdict === 1 ? await this.receiptOf(cast) : new Uint8Array(64));
    return concat(iv, new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, said)));
  }

  async receiptOf(cast: CastBallot): Promise<Bytes> {
    const token = hex(await sha256(cast.message));
    const ballot = hex(await sha256(cast.ballot));
    return this.signed(`plenum-receipt 1\ndefinition ${this.poll.hash}\ntoken ${token}\nballot ${ballot}\n`);
  }

  async signed(text: string): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.sign("Ed25519", this.receipt.privateKey, utf8(text)));
  }

  async marked(): Promise<CastBallot> {
    const asked = await ask(this.poll);
    const ticket = await taken(this.poll, asked, this.blindSign(asked.blinded));
    return mark(ticket, ballotOf(this.poll, "4711", [{ line: "a", option: "FOR" }]));
  }
}

function numberOf(url: string | undefined): bigint {
  const plain = (url ?? "").replaceAll("-", "+").replaceAll("_", "/");
  return BigInt(`0x${hex(fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "=")))}`);
}

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = power((base * base) % n, exponent >> 1n, n);
  return exponent & 1n ? (half * base) % n : half;
}

function fromHexNumber(number: bigint, length: number): Bytes {
  const digits = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

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
    const row = (cast: CastBallot) => [cast.message, cast.token, cast.ballot, cast.signature].map(base64).join(" ");
    const board = async (casts: CastBallot[]) => {
      const leaves = await Promise.all(casts.map(cast => sha256(Uint8Array.of(0), utf8(row(cast)))));
      let root = leaves[0] ?? (await sha256());
      for (const leaf of leaves.slice(1, 2)) root = await sha256(Uint8Array.of(1), root, leaf);
      for (const leaf of leaves.slice(2)) root = await sha256(Uint8Array.of(1), root, leaf);
      const result = `plenum-result 1\ndefinition ${side.poll.hash}\nissued 3\nroot ${base64(root)}\n`;
      return {
        ballots: casts.map(cast => `${row(cast)}\n`).join(""),
        result,
        signature: base64(await side.signed(result)),
      };
    };
    const altered = { ...own, ballot: ballotOf(side.poll, "4711", [{ line: "b", option: "FOR" }]) };
    expect(await findOwn(side.poll, own, await board([...others, own]))).toBe("found");
    expect(await findOwn(side.poll, own, await board([...others, altered]))).toBe("altered");
    expect(await findOwn(side.poll, own, await board(others))).toBe("missing");
    const sound = await board([...others, own]);
    expect(await findOwn(side.poll, own, { ...sound, ballots: sound.ballots.replace(row(own), row(altered)) })).toBe(
      "board-unsound",
    );
    expect(await findOwn(side.poll, own, { ...sound, signature: base64(random(64)) })).toBe("board-unsound");
  });
});
