import "fake-indexeddb/auto";
import { webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "./base64.ts";
import { dropVotingKey, fingerprint, freshVotingKey, keepPaired, votingKey } from "./voting-key.ts";

describe("the key that signs ballots", () => {
  it("signs what anyone can check with its public half", async () => {
    const key = await freshVotingKey("binh", "hdnd");
    const read = await webcrypto.subtle.importKey(
      "spki",
      fromBase64(key.publicKey),
      { name: "ECDSA", namedCurve: "P-256" },
      true,
      ["verify"],
    );
    const signature = fromBase64(await key.sign("tán thành"));
    const check = (text: string) =>
      webcrypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, read, signature, new TextEncoder().encode(text));
    expect(await check("tán thành")).toBe(true);
    expect(await check("không tán thành")).toBe(false);
  });

  it("is offered again until the server has answered, then it is another", async () => {
    const first = await freshVotingKey("cuong", "hdnd");
    expect((await freshVotingKey("cuong", "hdnd")).keyId).toBe(first.keyId);
    await keepPaired("cuong", "hdnd", first.keyId);
    expect((await votingKey("cuong", "hdnd"))?.paired).toBe(true);
    expect((await freshVotingKey("cuong", "hdnd")).keyId).not.toBe(first.keyId);
  });

  it("is of one person in one body, and gone when it was revoked", async () => {
    const key = await freshVotingKey("dung", "hdnd");
    expect(await votingKey("dung", "ubnd")).toBeUndefined();
    expect(await votingKey("giang", "hdnd")).toBeUndefined();
    expect((await votingKey("dung", "hdnd"))?.keyId).toBe(key.keyId);
    await dropVotingKey("dung", "hdnd");
    expect(await votingKey("dung", "hdnd")).toBeUndefined();
  });

  it("has eight digits that two people can compare", () => {
    expect(fingerprint("0000000f".padEnd(64, "a"))).toBe("0000 0015");
    expect(fingerprint("ffffffff".padEnd(64, "a"))).toBe("9496 7295");
  });
});
