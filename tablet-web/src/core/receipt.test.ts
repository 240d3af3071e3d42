import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { receiptOf } from "./receipt.ts";

const line =
  '{"seq":17,"at":1,"by":"d7","roles":["DELEGATE"],"type":"voting.ballot-cast","data":{"voteId":"v1","personId":"d7","choice":"FOR"}}';

describe("a receipt", () => {
  it("is the beginning of the line's leaf in the tree of checkpoints", async () => {
    const leaf = createHash("sha256")
      .update(Buffer.from([0]))
      .update(line)
      .digest("hex");
    const receipt = await receiptOf({ seq: 17, line });
    expect(receipt).toEqual({ seq: 17, code: `${leaf.slice(0, 4)} ${leaf.slice(4, 8)}`, choice: "FOR", voteId: "v1" });
  });

  it("is another one when a single byte of the line is another", async () => {
    const before = await receiptOf({ seq: 17, line });
    const after = await receiptOf({ seq: 17, line: line.replace('"at":1', '"at":2') });
    expect(after?.code).not.toBe(before?.code);
  });

  it("is not given for another line, or for one that holds no ballot", async () => {
    expect(await receiptOf({ seq: 18, line })).toBeUndefined();
    expect(await receiptOf({ seq: 17, line: '{"seq":17,"data":{}}' })).toBeUndefined();
    expect(await receiptOf({ seq: 17, line: "not a line" })).toBeUndefined();
  });
});
