import { useEffect } from "react";
import { clientProblem, ProblemError } from "../core/problem.ts";
import type { Choice } from "../core/schemas.ts";
import type { SentBallot } from "../core/signed-ballot.ts";
import { useLive, useMe, usePart } from "./live.tsx";

const code = () =>
  import("../core/signed-ballot.ts").catch(error => {
    throw new ProblemError(clientProblem("client:network"), error);
  });

/** Brings what signs before it is needed: a ballot can be given without a network too. */
export async function fetchSigning(): Promise<void> {
  await code();
}

/**
 * Signs the own ballots with this device's paired key, for what is on screen now; unpaired devices send them as they are. `forget`
 * is for a key that the server refuses.
 */
export function useSigning(): {
  sign: (ballots: readonly { voteId: string; choice: Choice }[]) => Promise<SentBallot[]>;
  forget: () => Promise<void>;
} {
  const { session } = useLive();
  const body = usePart("session")?.bodyId;
  const votes = usePart("voting")?.votes;
  const me = useMe();
  const person = me?.personId;
  useEffect(() => {
    void fetchSigning().catch(() => undefined); // sending tells what fails
  }, []);
  return {
    sign: async ballots => {
      if (!body || !person) return [...ballots];
      const { signBallots } = await code();
      return signBallots({ session, body, person }, ballots, voteId => ({
        title: votes?.find(one => one.voteId === voteId)?.title ?? "",
        turn: me?.ballots.find(one => one.voteId === voteId)?.turn ?? 0,
      }));
    },
    forget: async () => {
      if (!body || !person) return;
      const { dropVotingKey } = await import("../core/voting-key.ts");
      await dropVotingKey(person, body);
    },
  };
}
