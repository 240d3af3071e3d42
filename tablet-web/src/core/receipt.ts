import { leafOf } from "./merkle.ts";

/** A ballot's line of the journal as the server gave it out. */
export interface StoredLine {
  seq: number;
  line: string;
}

/** What a voter keeps of a recorded ballot: where it stands in the journal, and eight digits of what stands there. */
export interface Receipt {
  seq: number;
  /** Eight hexadecimal digits in two groups. */
  code: string;
  /** What the line says was chosen. */
  choice: string;
}

/**
 * Made by this device of the bytes that the journal holds, so that the exported journal finds them by it: the beginning of the
 * line's leaf in the tree of checkpoints, SHA-256 over a byte 0 and the line. Undefined when the line is not the ballot asked for.
 */
export async function receiptOf({ seq, line }: StoredLine): Promise<(Receipt & { voteId: string }) | undefined> {
  const stored = read(line);
  if (stored?.seq !== seq || !stored.data?.voteId || !stored.data.choice) return undefined;
  const hash = await leafOf(line);
  const hex = [...hash.slice(0, 4)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return { seq, code: `${hex.slice(0, 4)} ${hex.slice(4)}`, choice: stored.data.choice, voteId: stored.data.voteId };
}

function read(line: string): { seq?: number; data?: { voteId?: string; choice?: string } } | undefined {
  try {
    return JSON.parse(line) as { seq?: number };
  } catch {
    return undefined;
  }
}
