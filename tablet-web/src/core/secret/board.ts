import { base64, concat, fromBase64, sha256, utf8 } from "./bytes.ts";
import type { CastBallot } from "./envelope.ts";
import type { Poll } from "./poll.ts";

/** The published ballots of a poll, all of them: a device never asks for a single one. */
export interface Board {
  ballots: string;
  result: string;
  /** Of the box, under the result: Base64. */
  signature: string;
}

/** What a device finds of its own ballot. `altered` and `missing` are evidence, together with the receipt. */
export type Own = "found" | "altered" | "missing" | "board-unsound";

/** Looks for the own ballot on a board that the box has signed and whose root covers its lines. */
export async function findOwn(poll: Poll, cast: CastBallot, board: Board): Promise<Own> {
  if (!(await isSound(poll, board))) return "board-unsound";
  const message = base64(cast.message);
  const row = rowsOf(board).find(one => one.startsWith(`${message} `));
  if (row === undefined) return "missing";
  return row.split(" ")[2] === base64(cast.ballot) ? "found" : "altered";
}

async function isSound(poll: Poll, board: Board): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", poll.receipt, "Ed25519", false, ["verify"]);
  const signed = await crypto.subtle.verify("Ed25519", key, fromBase64(board.signature), utf8(board.result));
  const found = /^plenum-result 1\ndefinition ([0-9a-f]{64})\n[\s\S]*\nroot (\S+)\n$/.exec(board.result);
  return signed && found?.[1] === poll.hash && found[2] === base64(await rootOf(rowsOf(board)));
}

function rowsOf(board: Board): string[] {
  return board.ballots.split("\n").slice(0, -1);
}

/** RFC 6962 section 2.1. */
async function rootOf(rows: readonly string[]): Promise<Uint8Array> {
  if (rows.length === 0) return sha256();
  let level = await Promise.all(rows.map(row => sha256(Uint8Array.of(0), utf8(row))));
  while (level.length > 1) {
    const pairs = level.filter((_, at) => at % 2 === 0).map((left, pair) => ({ left, right: level[2 * pair + 1] }));
    level = await Promise.all(
      pairs.map(({ left, right }) => (right ? sha256(concat(Uint8Array.of(1), left, right)) : Promise.resolve(left))),
    );
  }
  return level[0] ?? sha256();
}
