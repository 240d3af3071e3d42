import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { expect } from "vitest";
import type { Board } from "../src/core/secret/board.ts";
import { type Bytes, base64, concat, fromBase64, hex, random, sha256, utf8 } from "../src/core/secret/bytes.ts";
import type { CastBallot } from "../src/core/secret/envelope.ts";
import { ballotOf, type Poll, readPoll } from "../src/core/secret/poll.ts";
import { ask, mark, taken } from "../src/core/secret/ticket.ts";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** A poll with the keys of its other side. */
export class OtherSide {
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

  /** What lies in an envelope. */
  async opened(request: Bytes): Promise<CastBallot> {
    const recipientKey = this.box.privateKey;
    const info = utf8(`plenum-cast 1 ${this.poll.hash}`);
    const box = await suite.createRecipientContext({ recipientKey, enc: request.slice(32, 97), info });
    const plain = new Uint8Array(await box.open(request.slice(97)));
    const length = this.issuer.length;
    const ballot = 97 + length + 2;
    const end = ballot + (plain[ballot - 2] ?? 0) * 256 + (plain[ballot - 1] ?? 0);
    return {
      message: plain.slice(0, 97),
      token: plain.slice(97, 97 + length),
      ballot: plain.slice(ballot, end),
      signature: plain.slice(end, end + 64),
    };
  }

  /** Up to three ballots, published. */
  async board(casts: readonly CastBallot[]): Promise<Board> {
    const leaves = await Promise.all(casts.map(cast => sha256(Uint8Array.of(0), utf8(rowOf(cast)))));
    let root = leaves[0] ?? (await sha256());
    for (const leaf of leaves.slice(1, 3)) root = await sha256(Uint8Array.of(1), root, leaf);
    const result = `plenum-result 1\ndefinition ${this.poll.hash}\nissued 3\nroot ${base64(root)}\n`;
    const signature = base64(await this.signed(result));
    return { ballots: casts.map(cast => `${rowOf(cast)}\n`).join(""), result, signature };
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

/** A line of the board. */
export function rowOf(cast: CastBallot): string {
  return [cast.message, cast.token, cast.ballot, cast.signature].map(base64).join(" ");
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
