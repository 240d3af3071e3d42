import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { beforeAll, describe, expect, it } from "vitest";
import { blind, blindWith, finalize, type IssuerKey, issuerKey } from "./blind-rsa.ts";
import { base64, fromHex, hex, random } from "./bytes.ts";

interface Vector {
  name: string;
  input: string;
  salt: string;
  inverse: string;
  blinded: string;
  blindSignature: string;
  signature: string;
}

const file = join(import.meta.dirname, "../../../../server/src/test/resources/secret/rfc9474.json");
const vectors: { key: Record<"n" | "e" | "d", string>; cases: Vector[] } = JSON.parse(readFileSync(file, "utf8"));
const n = BigInt(`0x${vectors.key.n}`);
const d = BigInt(`0x${vectors.key.d}`);

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = power((base * base) % n, exponent >> 1n);
  return exponent & 1n ? (half * base) % n : half;
}

/** The issuer's step by its definition. */
function signed(blinded: Uint8Array): Uint8Array<ArrayBuffer> {
  return fromHex(
    power(BigInt(`0x${hex(blinded)}`), d)
      .toString(16)
      .padStart(vectors.key.n.length, "0"),
  );
}

async function spki(): Promise<string> {
  const url = (number: string) => base64(fromHex(number)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const jwk = { kty: "RSA", n: url(vectors.key.n), e: url(vectors.key.e), ext: true };
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
  return base64(new Uint8Array(await crypto.subtle.exportKey("spki", key)));
}

describe("blind signatures of RFC 9474", () => {
  let key: IssuerKey;
  beforeAll(async () => {
    key = await issuerKey(await spki());
  });

  it.each(vectors.cases)("give the vectors of $name", async vector => {
    const unblinding = BigInt(`0x${vector.inverse}`);
    const r = inverseOf(unblinding); // the vectors name r by its inverse
    const blinded = await blindWith(key, fromHex(vector.input), fromHex(vector.salt), r);
    expect(hex(blinded.message)).toBe(vector.blinded);
    expect(blinded.inverse).toBe(unblinding);
    const token = await finalize(key, fromHex(vector.input), fromHex(vector.blindSignature), blinded.inverse);
    expect(hex(token)).toBe(vector.signature);
    const changed = fromHex(vector.blindSignature);
    changed[10] = (changed[10] ?? 0) ^ 1;
    await expect(finalize(key, fromHex(vector.input), changed, blinded.inverse)).rejects.toThrow();
  });

  it("are accepted by the reference package, and its by us", async () => {
    const suite = RSABSSA.SHA384.PSS.Randomized();
    const message = suite.prepare(random(65)) as Uint8Array<ArrayBuffer>;
    const ours = await blind(key, message);
    expect(
      await suite.verify(
        key.verifier,
        await suite.finalize(key.verifier, message, signed(ours.message), octets(ours.inverse)),
        message,
      ),
    ).toBe(true);
    const theirs = await suite.blind(key.verifier, message);
    const inverse = BigInt(`0x${hex(theirs.inv)}`);
    await expect(finalize(key, message, signed(theirs.blindedMsg), inverse)).resolves.toHaveLength(
      vectors.key.n.length / 2,
    );
  });

  it("hide the message anew each time", async () => {
    const message = random(97);
    expect((await blind(key, message)).message).not.toEqual((await blind(key, message)).message);
  });
});

function octets(number: bigint): Uint8Array<ArrayBuffer> {
  return fromHex(number.toString(16).padStart(vectors.key.n.length, "0"));
}

function inverseOf(number: bigint): bigint {
  let [before, now] = [number, n];
  let [factor, next] = [1n, 0n];
  while (now > 0n) {
    const times = before / now;
    [before, now] = [now, before - times * now];
    [factor, next] = [next, factor - times * next];
  }
  return ((factor % n) + n) % n;
}
