import { fromBase64 } from "./base64.ts";
import type { Checkpoint } from "./schemas.ts";

/** The newest checkpoint of a session that this device has checked and keeps. */
export interface Witnessed {
  size: number;
  root: string;
  key: string;
  signature: string;
  /** When it was checked here, UTC ms. */
  at: number;
}

export type Doubt = "changed" | "shorter" | "other-key" | "signature";
/** What a device thinks of a journal; `broken` stays until a person has looked at it. */
export type Witness =
  | { kind: "none" }
  | { kind: "sound"; known: Witnessed }
  | { kind: "broken"; why: Doubt; known: Witnessed | undefined; offered: Checkpoint };

type Memory = Pick<Storage, "getItem" | "setItem">;
/** The checkpoint that continues the first `from` lines; undefined when the server says that there is none. */
export type Since = (from: number) => Promise<Checkpoint | undefined>;

const keyOf = (session: string) => `plenum.witness.${session}`;

export function witnessOf(session: string, memory: Memory): Witness {
  try {
    const kept: unknown = JSON.parse(memory.getItem(keyOf(session)) ?? "null");
    return isWitness(kept) ? kept : { kind: "none" };
  } catch {
    return { kind: "none" };
  }
}

function isWitness(kept: unknown): kept is Witness {
  return (
    typeof kept === "object" && kept !== null && "kind" in kept && (kept.kind === "sound" || kept.kind === "broken")
  );
}

/**
 * Checks a checkpoint against the newest one that this device keeps, and keeps it. The first key seen for a session is the
 * session's key. Rejects when the server cannot be asked for the proof; then nothing has changed.
 */
export async function attest(session: string, offered: Checkpoint, since: Since, memory: Memory): Promise<Witness> {
  const before = witnessOf(session, memory);
  if (before.kind === "broken") return before;
  const known = before.kind === "sound" ? before.known : undefined;
  const after = await judge(session, known, offered, since);
  memory.setItem(keyOf(session), JSON.stringify(after));
  return after;
}

async function judge(
  session: string,
  known: Witnessed | undefined,
  offered: Checkpoint,
  since: Since,
): Promise<Witness> {
  const broken = (why: Doubt, what = offered): Witness => ({ kind: "broken", why, known, offered: what });
  if (known && offered.key !== known.key) return broken("other-key");
  if (!(await signed(session, offered))) return broken("signature");
  if (!known) return sound(offered);
  if (offered.size < known.size) return broken("shorter");
  if (offered.size === known.size) return offered.root === known.root ? { kind: "sound", known } : broken("changed");
  if (offered.from === known.size) return (await continues(known, offered)) ? sound(offered) : broken("changed");
  const newer = await since(known.size);
  if (!newer || newer.size < known.size) return broken("shorter");
  if (newer.key !== known.key) return broken("other-key", newer);
  if (!(await signed(session, newer))) return broken("signature", newer);
  return (await continues(known, newer)) ? sound(newer) : broken("changed", newer);
}

function sound({ size, root, key, signature }: Checkpoint): Witness {
  return { kind: "sound", known: { size, root, key, signature, at: Date.now() } };
}

/** The text that a checkpoint signs (C2SP tlog-checkpoint). */
export function bodyOf(session: string, size: number, root: string): string {
  return `plenum/session/${session}\n${size}\n${root}\n`;
}

async function signed(session: string, checkpoint: Checkpoint): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", fromBase64(checkpoint.key), "Ed25519", false, ["verify"]);
  const body = new TextEncoder().encode(bodyOf(session, checkpoint.size, checkpoint.root));
  return crypto.subtle.verify("Ed25519", key, fromBase64(checkpoint.signature).slice(4), body);
}

function continues(known: Witnessed, next: Checkpoint): Promise<boolean> {
  return consistent(known.size, fromBase64(known.root), next.size, fromBase64(next.root), next.proof.map(fromBase64));
}

/** Whether a tree of `size` leaves begins with the known one of `from` leaves, 1 <= from < size (RFC 9162 section 2.1.4.2). */
export async function consistent(
  from: number,
  known: Uint8Array,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  const isPower = 2 ** Math.round(Math.log2(from)) === from;
  const [start, ...path] = isPower ? [known, ...proof] : proof;
  if (!start) return from === size && same(known, root);
  let first = from - 1;
  let second = size - 1;
  while (first % 2 === 1) {
    first = Math.floor(first / 2);
    second = Math.floor(second / 2);
  }
  let before = start;
  let now = start;
  for (const next of path) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      before = await node(next, before);
      now = await node(next, now);
      while (first % 2 === 0 && first !== 0) {
        first = Math.floor(first / 2);
        second = Math.floor(second / 2);
      }
    } else {
      now = await node(now, next);
    }
    first = Math.floor(first / 2);
    second = Math.floor(second / 2);
  }
  return second === 0 && same(before, known) && same(now, root);
}

async function node(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  const all = new Uint8Array(1 + left.length + right.length);
  all[0] = 1;
  all.set(left, 1);
  all.set(right, 1 + left.length);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
