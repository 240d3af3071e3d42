import type { Board } from "./board.ts";
import { base64 } from "./bytes.ts";
import type { CastBallot } from "./envelope.ts";
import type { Poll } from "./poll.ts";

/**
 * What a delegate may hand over when the own ballot is not on the board as it was cast: the parts of the ballot as a line of the
 * board has them, the box's receipt, and the board's signed result. It says how that ballot was marked: only its owner gives it away.
 */
export function evidenceOf(poll: Poll, cast: CastBallot, receipt: Uint8Array | undefined, board: Board): string {
  return [
    "plenum-evidence 1",
    `definition ${poll.hash}`,
    `message ${base64(cast.message)}`,
    `token ${base64(cast.token)}`,
    `ballot ${base64(cast.ballot)}`,
    `signature ${base64(cast.signature)}`,
    ...(receipt ? [`receipt ${base64(receipt)}`] : []),
    `board-signature ${board.signature}`,
    ...board.result
      .trimEnd()
      .split("\n")
      .map(line => `board ${line}`),
    "",
  ].join("\n");
}
