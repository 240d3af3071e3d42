import { keysPossible } from "./marks.ts";
import type { Choice } from "./schemas.ts";
import { votingKey } from "./voting-key.ts";

export interface SentBallot {
  voteId: string;
  choice: Choice;
  signature?: { publicKey: string; turn: number; value: string };
}

/** What the voter sees of a vote when sending. */
export interface Seen {
  title: string;
  /** Of the newest own signed ballot; 0 when there is none. */
  turn: number;
}

/** Signs with this device's paired key for the person and body; without one the ballots go out as they are. */
export async function signBallots(
  place: { session: string; body: string; person: string },
  ballots: readonly { voteId: string; choice: Choice }[],
  seen: (voteId: string) => Seen,
): Promise<SentBallot[]> {
  // A browser that can't hold keys has none.
  const key = keysPossible() ? await votingKey(place.person, place.body).catch(() => undefined) : undefined;
  if (!key?.paired) return [...ballots];
  return Promise.all(
    ballots.map(async ({ voteId, choice }) => {
      const { title, turn: before } = seen(voteId);
      const turn = before + 1;
      const text = ["plenum-ballot-v1", place.session, voteId, place.person, turn, choice, title, ""].join("\n");
      return { voteId, choice, signature: { publicKey: key.publicKey, turn, value: await key.sign(text) } };
    }),
  );
}
