import { blind, finalize, issuerKey } from "./blind-rsa.ts";
import { type Bytes, base64, concat, hex, random, sha256, utf8 } from "./bytes.ts";
import type { CastBallot } from "./envelope.ts";
import type { Poll } from "./poll.ts";

/** A ballot that was asked for: the one-time key and what takes the blinding away. Never leaves this device. */
export interface Asked {
  /** Signs, and cannot be taken out. */
  key: CryptoKey;
  message: Bytes;
  blinded: Bytes;
  inverse: bigint;
}

/** A ballot to be marked: the key and the issuer's token for it. */
export interface Ticket {
  key: CryptoKey;
  message: Bytes;
  token: Bytes;
  /** SHA-256 of what was asked for in Base64, hexadecimal: the journal must have it so. Gone once the ballot is marked. */
  blinded?: string;
}

/** Makes a one-time key and blinds it for the poll's issuer. Keep it before asking: the same question may be asked again. */
export async function ask(poll: Poll): Promise<Asked> {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const message = concat(random(32), point);
  const blinded = await blind(await issuerKey(poll.issuer), message);
  return { key: pair.privateKey, message, blinded: blinded.message, inverse: blinded.inverse };
}

/** What the device's own key signs when it asks. @param blinded Base64 */
export function issueText(poll: Poll, person: string, blinded: string): Bytes {
  return utf8(`plenum-issue 1\ndefinition ${poll.hash}\nperson ${person}\nblinded ${blinded}\n`);
}

/** Takes the issuer's answer. Throws when it is not its signature: then nobody has a token. */
export async function taken(poll: Poll, asked: Asked, answer: Bytes): Promise<Ticket> {
  const token = await finalize(await issuerKey(poll.issuer), asked.message, answer, asked.inverse);
  const blinded = hex(await sha256(utf8(base64(asked.blinded))));
  return { key: asked.key, message: asked.message, token, blinded };
}

/** Signs the ballot. Keep the result before it is sent: a retry must be the same bytes. */
export async function mark(ticket: Ticket, ballot: Bytes): Promise<CastBallot> {
  const signed = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, ticket.key, ballot);
  return { message: ticket.message, token: ticket.token, ballot, signature: new Uint8Array(signed) };
}
