import { type Bytes, concat, fromBase64, hex, random } from "./bytes.ts";

/** An issuer's key: for checks, and as the numbers that blinding needs. */
export interface IssuerKey {
  verifier: CryptoKey;
  n: bigint;
  e: bigint;
  bits: number;
}

/** A blinded message for the issuer, and the number that takes the blinding away again: nobody else may know it. */
export interface Blinded {
  message: Bytes;
  inverse: bigint;
}

const saltLength = 48;
const hashLength = 48;

/** @param spki X.509 in Base64. Throws when it is no RSA key of 2048 bits or more. */
export async function issuerKey(spki: string): Promise<IssuerKey> {
  const kind = { name: "RSA-PSS", hash: "SHA-384" };
  const verifier = await crypto.subtle.importKey("spki", fromBase64(spki), kind, true, ["verify"]);
  const { n, e } = await crypto.subtle.exportKey("jwk", verifier);
  const key = { verifier, n: numberOf(fromBase64Url(n)), e: numberOf(fromBase64Url(e)) };
  const bits = key.n.toString(2).length;
  if (bits < 2048) throw new Error("a weak issuer's key");
  return { ...key, bits };
}

/** Blind of RFC 9474 section 4.2 with SHA-384 and a salt of 48 bytes; `message` begins with its own 32 random bytes. */
export async function blind(key: IssuerKey, message: Bytes): Promise<Blinded> {
  return blindWith(key, message, random(saltLength), invertible(key));
}

/** As `blind`, with the randomness given. */
export async function blindWith(key: IssuerKey, message: Bytes, salt: Bytes, r: bigint): Promise<Blinded> {
  const encoded = numberOf(await pss(message, salt, key.bits - 1));
  const blinded = (encoded * power(r, key.e, key.n)) % key.n;
  return { message: octets(blinded, key.bits), inverse: inverse(r, key.n) };
}

/** Finalize of RFC 9474 section 4.4: the token. Throws when the issuer's answer is not a signature of this key. */
export async function finalize(key: IssuerKey, message: Bytes, answer: Bytes, unblinding: bigint): Promise<Bytes> {
  const token = octets((numberOf(answer) * unblinding) % key.n, key.bits);
  if (!(await isToken(key, message, token))) throw new Error("the issuer's answer is no signature of its key");
  return token;
}

/** Plain RSASSA-PSS. */
export function isToken(key: IssuerKey, message: Bytes, token: Bytes): Promise<boolean> {
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength }, key.verifier, token, message);
}

/** EMSA-PSS-ENCODE of RFC 8017 section 9.1.1. */
async function pss(message: Bytes, salt: Bytes, bits: number): Promise<Bytes> {
  const length = Math.ceil(bits / 8);
  const hash = await sha384(concat(new Uint8Array(8), await sha384(message), salt));
  const block = concat(new Uint8Array(length - saltLength - hashLength - 2), Uint8Array.of(1), salt);
  const mask = await mgf1(hash, block.length);
  const masked = block.map((one, at) => one ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concat(masked, hash, Uint8Array.of(0xbc));
}

async function mgf1(seed: Bytes, length: number): Promise<Bytes> {
  const counters = Array.from({ length: Math.ceil(length / hashLength) }, (_, counter) =>
    Uint8Array.of(0, 0, 0, counter),
  );
  const hashes = await Promise.all(counters.map(counter => sha384(concat(seed, counter))));
  return concat(...hashes).slice(0, length);
}

async function sha384(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
}

function invertible(key: IssuerKey): bigint {
  for (;;) {
    const r = numberOf(random(Math.ceil(key.bits / 8)));
    if (r > 1n && r < key.n) return r;
  }
}

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n;
  let square = base % n;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

/** Extended Euclid. Throws when there is none, which nobody will see: it would factor the issuer's modulus. */
function inverse(of: bigint, n: bigint): bigint {
  let [before, now] = [of, n];
  let [factor, next] = [1n, 0n];
  while (now > 0n) {
    const times = before / now;
    [before, now] = [now, before - times * now];
    [factor, next] = [next, factor - times * next];
  }
  if (before !== 1n) throw new Error("not invertible");
  return ((factor % n) + n) % n;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(bytes)}`);
}

function octets(number: bigint, bits: number): Bytes {
  const length = Math.ceil(bits / 8);
  const digits = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

function fromBase64Url(text: string | undefined): Bytes {
  const plain = (text ?? "").replaceAll("-", "+").replaceAll("_", "/");
  return fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="));
}
