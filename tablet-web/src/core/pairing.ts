import { type Api, unwrap } from "./api.ts";
import { ProblemError } from "./problem.ts";
import { dropVotingKey, freshVotingKey, keepPaired, votingKey } from "./voting-key.ts";

/** Who and where: a key signs for one person in one body, and is shown to one session. */
export interface PairingPlace {
  session: string;
  body: string;
  person: string;
  deviceId: string;
  /** What this browser calls itself. */
  device: string;
}

/** The letters of a code; what looks alike is not among them. */
export const pairingCode = /^[2-9A-HJ-NP-Z]{8}$/;

/** Pairs this device by the secretary's code. Rejects with the server's problem; tried again it offers the same key. */
export async function pair(api: Api, place: PairingPlace, code: string): Promise<string> {
  const { session, body, person, deviceId, device } = place;
  const key = await freshVotingKey(person, body);
  const signature = await key.sign(["plenum-pair-v1", session, person, code, ""].join("\n"));
  try {
    const { keyId } = await unwrap(
      api.POST("/api/sessions/{sessionId}/voting-keys", {
        params: { path: { sessionId: session } },
        body: { code, publicKey: key.publicKey, deviceId, device, signature },
      }),
    );
    await keepPaired(person, body, keyId);
    return keyId;
  } catch (error) {
    // A key that the server refuses as such is of no more use.
    if (error instanceof ProblemError && error.problem.code === "keys:bad-key") await dropVotingKey(person, body);
    throw error;
  }
}

/** The key of this device if the server still takes its signature; what it has revoked is forgotten here. */
export async function pairedKey(api: Api, place: Pick<PairingPlace, "session" | "body" | "person">) {
  const { session, body, person } = place;
  const key = await votingKey(person, body);
  if (!key) return undefined;
  const { keys } = await unwrap(
    api.GET("/api/sessions/{sessionId}/voting-keys/own", { params: { path: { sessionId: session } } }),
  );
  const known = keys.find(one => one.keyId === key.keyId);
  if (known) await keepPaired(person, body, key.keyId);
  else if (key.paired) await dropVotingKey(person, body);
  return known;
}
