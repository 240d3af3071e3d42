import { type DBSchema, openDB } from "idb";
import { toBase64Url } from "./base64.ts";

interface Shape extends DBSchema {
  keys: { key: string; value: Kept };
}

/** `paired`: the server has said so. Before that the same key is offered again, so that a lost answer costs no second code. */
interface Kept {
  pair: CryptoKeyPair;
  publicKey: string;
  keyId: string;
  paired: boolean;
}

/** The key with which this device signs one person's open ballots of one body. Its private half can't be read, not even by us. */
export interface VotingKey {
  /** SHA-256 of the public key, hex. */
  keyId: string;
  /** SubjectPublicKeyInfo, Base64url. */
  publicKey: string;
  paired: boolean;
  /** ECDSA on P-256 with SHA-256, Base64url of r and s. */
  sign(text: string): Promise<string>;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;

/** Beside the person's store: a sign-out does not end a pairing, the server's word does. */
const database = () =>
  openDB<Shape>("plenum-voting-keys", 1, { upgrade: fresh => void fresh.createObjectStore("keys") });

const place = (person: string, body: string) => `${person}/${body}`;

export async function votingKey(person: string, body: string): Promise<VotingKey | undefined> {
  const kept = await withKeys(db => db.get("keys", place(person, body)));
  return kept && signer(kept);
}

/** A key to be paired: the one that was made and never answered, else a new one. */
export async function freshVotingKey(person: string, body: string): Promise<VotingKey> {
  const before = await withKeys(db => db.get("keys", place(person, body)));
  if (before && !before.paired) return signer(before);
  const pair = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const spki = await crypto.subtle.exportKey("spki", pair.publicKey);
  const kept = { pair, publicKey: toBase64Url(new Uint8Array(spki)), keyId: await idOf(spki), paired: false };
  await withKeys(db => db.put("keys", kept, place(person, body)));
  return signer(kept);
}

export async function keepPaired(person: string, body: string, keyId: string): Promise<void> {
  await withKeys(async db => {
    const kept = await db.get("keys", place(person, body));
    if (kept?.keyId === keyId) await db.put("keys", { ...kept, paired: true }, place(person, body));
  });
}

/** The server does not know the key any more. */
export async function dropVotingKey(person: string, body: string): Promise<void> {
  await withKeys(db => db.delete("keys", place(person, body)));
}

/** Eight digits that two people can compare: the first 26 bits of the key's hash. */
export function fingerprint(keyId: string): string {
  const digits = (Number.parseInt(keyId.slice(0, 8), 16) % 100_000_000).toString().padStart(8, "0");
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

async function withKeys<T>(use: (db: Awaited<ReturnType<typeof database>>) => Promise<T>): Promise<T> {
  const db = await database();
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

function signer({ pair, publicKey, keyId, paired }: Kept): VotingKey {
  return {
    keyId,
    publicKey,
    paired,
    sign: async text => {
      const bytes = new TextEncoder().encode(text);
      const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes);
      return toBase64Url(new Uint8Array(signature));
    },
  };
}

async function idOf(spki: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", spki));
  return Array.from(digest, byte => byte.toString(16).padStart(2, "0")).join("");
}
