import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { type Bytes, concat, fromHex, hex, sha256, utf8 } from "./bytes.ts";
import type { Poll } from "./poll.ts";

/** A marked ballot under its token: what the box will publish, and what a retry must repeat byte for byte. */
export interface CastBallot {
  /** 32 random bytes and the one-time key's point. */
  message: Bytes;
  token: Bytes;
  ballot: Bytes;
  /** ECDSA of the one-time key under the ballot. */
  signature: Bytes;
}

/** An envelope for the relay, and the key of the one reply to it. */
export interface Sealed {
  request: Bytes;
  replyKey: CryptoKey;
}

/** What the box says. `unreadable`: the reply was not made for this envelope, so nothing is known: send again. */
export type Answer =
  | { kind: "recorded"; receipt: Bytes }
  | { kind: "already-cast" }
  | { kind: "not-open" }
  | { kind: "refused" }
  | { kind: "unreadable" };

const plainBytes = 2048;
const replyBytes = 93;
const nonceBytes = 12;

/** Seals for the poll's box; each time anew, so that a repetition looks like any other envelope. */
export async function seal(poll: Poll, cast: CastBallot): Promise<Sealed> {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const recipientPublicKey = await suite.kem.deserializePublicKey(poll.box);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: utf8(`plenum-cast 1 ${poll.hash}`) });
  const sealed = new Uint8Array(await sender.seal(padded(cast)));
  const key = await sender.export(utf8("plenum-reply 1"), 32);
  return {
    request: concat(fromHex(poll.hash), new Uint8Array(sender.enc), sealed),
    replyKey: await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]),
  };
}

function padded({ message, token, ballot, signature }: CastBallot): Bytes {
  const length = Uint8Array.of(ballot.length >> 8, ballot.length & 255);
  const all = concat(message, token, length, ballot, signature);
  if (all.length > plainBytes) throw new Error("the ballot is too long for its envelope");
  return concat(all, new Uint8Array(plainBytes - all.length));
}

/** Reads the reply and checks the receipt in it. */
export async function open(poll: Poll, cast: CastBallot, sealed: Sealed, reply: Bytes): Promise<Answer> {
  const plain = await decrypted(sealed, reply);
  switch (plain?.[0]) {
    case 1: {
      const receipt = plain.slice(1);
      return (await isReceipt(poll, cast, receipt)) ? { kind: "recorded", receipt } : { kind: "unreadable" };
    }
    case 2:
      return { kind: "already-cast" };
    case 3:
      return { kind: "not-open" };
    case 4:
      return { kind: "refused" };
    default:
      return { kind: "unreadable" };
  }
}

async function decrypted(sealed: Sealed, reply: Bytes): Promise<Bytes | undefined> {
  if (reply.length !== replyBytes) return undefined;
  const gcm = { name: "AES-GCM", iv: reply.slice(0, nonceBytes) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm, sealed.replyKey, reply.slice(nonceBytes)));
  } catch {
    return undefined;
  }
}

/** Whether the box has signed that this ballot lies in it. */
export async function isReceipt(poll: Poll, cast: CastBallot, receipt: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", poll.receipt, "Ed25519", false, ["verify"]);
  const token = hex(await sha256(cast.message));
  const text = `plenum-receipt 1\ndefinition ${poll.hash}\ntoken ${token}\nballot ${hex(await sha256(cast.ballot))}\n`;
  return crypto.subtle.verify("Ed25519", key, receipt, utf8(text));
}
