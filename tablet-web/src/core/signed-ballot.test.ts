import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "./base64.ts";
import { signBallots } from "./signed-ballot.ts";
import { freshVotingKey, keepPaired } from "./voting-key.ts";

const place = { session: "ky-hop", body: "hdnd", person: "binh" };
const ballots = [
  { voteId: "bq-1", choice: "FOR" as const },
  { voteId: "bq-2", choice: "AGAINST" as const },
];
const seen = (voteId: string) => ({ title: `Nghị quyết ${voteId}`, turn: voteId === "bq-1" ? 0 : 2 });

describe("ballots on their way", () => {
  it("go unsigned from a device that is not paired", async () => {
    expect(await signBallots(place, ballots, seen)).toEqual(ballots);
    await freshVotingKey(place.person, place.body);
    expect(await signBallots(place, ballots, seen)).toEqual(ballots);
  });

  it("are signed each for its vote, choice and turn by a paired one", async () => {
    const { keyId, publicKey } = await freshVotingKey(place.person, place.body);
    await keepPaired(place.person, place.body, keyId);
    const [, second] = await signBallots(place, ballots, seen);
    expect(second).toMatchObject({ voteId: "bq-2", choice: "AGAINST", signature: { publicKey, turn: 3 } });
    const key = await crypto.subtle.importKey(
      "spki",
      fromBase64(publicKey),
      { name: "ECDSA", namedCurve: "P-256" },
      true,
      ["verify"],
    );
    const text = "plenum-ballot-v1\nky-hop\nbq-2\nbinh\n3\nAGAINST\nNghị quyết bq-2\n";
    const sound = await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      key,
      fromBase64(second?.signature?.value ?? ""),
      new TextEncoder().encode(text),
    );
    expect(sound).toBe(true);
  });
});
