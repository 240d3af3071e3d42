import { included, leafOf } from "../merkle.ts";
import type { Witnessed } from "../witness.ts";
import { fromBase64, hex, sha256, utf8 } from "./bytes.ts";

/** A line of the session's journal and its audit path in the tree of a checkpoint. */
export interface ProvenLine {
  /** From 1. */
  seq: number;
  /** As stored. */
  line: string;
  /** From the leaf's neighbour upwards, Base64. */
  proof: readonly string[];
}

/** What this device knows by itself of a poll, to be found in the journal. */
export interface Sought {
  /** Hash of the definition. */
  definition: string;
  person: string;
  /** SHA-256 of what was asked for in Base64, hexadecimal. */
  blinded: string | undefined;
}

/** What the journal that this device has witnessed says of its ballot. */
export type Proof =
  /** The checkpoint does not reach that far yet, or the server gave nothing out. */
  | { kind: "waiting" }
  /** Numbers of the lines. */
  | { kind: "proven"; definition: number; taken: number }
  /** A line that does not lie where it was said to, or says something else. */
  | { kind: "denied" };

const denied: Proof = { kind: "denied" };

/** Whether both lines lie in the tree of the checkpoint, and say what this device has: the definition that it shows, the ballot that it took. */
export async function provenBy(
  known: Pick<Witnessed, "size" | "root">,
  sought: Sought,
  lines: readonly ProvenLine[],
): Promise<Proof> {
  for (const one of lines) if (!(await lies(one, known))) return denied;
  const [definition, taken] = ["ballot.defined", "ballot.taken"].map(type =>
    lines.map(read).find(one => one.type === type),
  );
  if (definition && !(await defines(definition, sought))) return denied;
  if (taken && !(await isOwn(taken, sought))) return denied;
  if (!definition || !taken) return { kind: "waiting" };
  if (definition.data?.pollId !== taken.data?.pollId) return denied;
  return { kind: "proven", definition: definition.seq, taken: taken.seq };
}

async function lies({ seq, line, proof }: ProvenLine, { size, root }: Pick<Witnessed, "size" | "root">) {
  return included(seq - 1, await leafOf(line), size, fromBase64(root), proof.map(fromBase64));
}

interface Line {
  seq: number;
  type?: string;
  data?: { pollId?: string; personId?: string; hash?: string; definition?: string; blinded?: string };
}

function read({ line }: ProvenLine): Line {
  return JSON.parse(line) as Line;
}

async function defines({ data }: Line, { definition }: Sought): Promise<boolean> {
  return data?.hash === definition && hex(await sha256(utf8(data.definition ?? ""))) === definition;
}

async function isOwn({ data }: Line, { person, blinded }: Sought): Promise<boolean> {
  return data?.personId === person && hex(await sha256(utf8(data.blinded ?? ""))) === blinded;
}
