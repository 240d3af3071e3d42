import { fromBase64 } from "./base64.ts";
import { consistent } from "./merkle.ts";
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

const kept = new EventTarget();

/** Told after each checkpoint of the session that was checked here, until the answer is called. */
export function onAttested(session: string, listener: () => void): () => void {
  kept.addEventListener(session, listener);
  return () => kept.removeEventListener(session, listener);
}

export function witnessOf(session: string, memory: Memory): Witness {
  try {
    const before: unknown = JSON.parse(memory.getItem(keyOf(session)) ?? "null");
    return isWitness(before) ? before : { kind: "none" };
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
  kept.dispatchEvent(new Event(session));
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
