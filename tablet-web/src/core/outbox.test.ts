import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Op, Outbox } from "./outbox.ts";
import { clientProblem, ProblemError } from "./problem.ts";
import { deleteStoreDb } from "./store-db.ts";
import { Vault } from "./vault.ts";

const person = "p2";
const secret = new Uint8Array(32).fill(7);
const opened: { outbox: Outbox; vault: Vault }[] = [];

async function start(now = 1_000) {
  const vault = await Vault.of(person);
  const { store } = await vault.openWithSecret(secret);
  const outbox = await Outbox.open(store, { now: () => now, exclusive: run => run(), retryMs: 5 });
  opened.push({ outbox, vault });
  return outbox;
}

/** The end of the browser. */
function kill() {
  for (const { outbox, vault } of opened.splice(0)) {
    outbox.close();
    vault.close();
  }
}

beforeEach(() => deleteStoreDb(person));
afterEach(kill);

const network = () => new ProblemError(clientProblem("client:network"));
const refusal = () => new ProblemError({ type: "x", code: "notes:too-late", title: "Quá hạn", status: 409 });
const settled = (outbox: Outbox) => outbox.flush().then(() => outbox.flush());
const ids = (ops: readonly Op[]) => ops.map(op => op.id);

describe("the outbox", () => {
  it("delivers in order what was queued without a network, after a restart, once", async () => {
    const before = await start(5_000);
    before.handle("answer", () => Promise.reject(network()));
    for (const id of ["a", "b", "c"]) await before.queue("answer", { id }, id);
    await before.flush();
    expect(ids(before.waiting())).toEqual(["a", "b", "c"]);
    kill();
    const after = await start(9_000);
    expect(ids(after.waiting())).toEqual(["a", "b", "c"]);
    const got: Op[] = [];
    after.handle("answer", async ops => void got.push(...ops));
    await settled(after);
    expect(got.map(op => [op.id, op.at])).toEqual([
      ["a", 5_000],
      ["b", 5_000],
      ["c", 5_000],
    ]);
    expect(after.waiting()).toEqual([]);
  });

  it("sends again with the same id what was delivered without an answer", async () => {
    const outbox = await start();
    const server = new Set<string>();
    let cut = true;
    outbox.handle("answer", async ops => {
      for (const op of ops) server.add(op.id);
      if (cut) throw network();
    });
    await outbox.queue("answer", 1, "a");
    await settled(outbox);
    expect(ids(outbox.waiting())).toEqual(["a"]);
    cut = false;
    await settled(outbox);
    expect([...server]).toEqual(["a"]);
    expect(outbox.waiting()).toEqual([]);
  });

  it("tries again by itself", async () => {
    const outbox = await start();
    let tries = 0;
    const done = new Promise<void>(resolve => {
      outbox.handle("answer", async () => {
        if (++tries < 4) throw network();
        resolve();
      });
    });
    await outbox.queue("answer", 1);
    await done;
    expect(tries).toBe(4);
  });

  it("takes out one refused operation and delivers its neighbours", async () => {
    const outbox = await start();
    const got: string[] = [];
    await outbox.queue("answer", 1, "a");
    await outbox.queue("answer", 2, "bad");
    await outbox.queue("answer", 3, "c");
    outbox.handle("answer", async ops => {
      if (ops.some(op => op.id === "bad")) throw refusal();
      got.push(...ids(ops));
    });
    await settled(outbox);
    expect(got).toEqual(["a", "c"]);
    expect(outbox.waiting()).toEqual([]);
    expect(await outbox.refused()).toMatchObject([{ op: { id: "bad" }, problem: { code: "notes:too-late" } }]);
    await outbox.forget("bad");
    expect(await outbox.refused()).toEqual([]);
  });

  it("is not held up by a kind that nobody handles or that does not get through", async () => {
    const outbox = await start();
    const got: string[] = [];
    outbox.handle("broken", () => Promise.reject(network()));
    await outbox.queue("unknown", 1, "u");
    await outbox.queue("broken", 1, "b");
    await outbox.queue("answer", 1, "a");
    outbox.handle("answer", async ops => void got.push(...ids(ops)));
    await settled(outbox);
    expect(got).toEqual(["a"]);
    expect(ids(outbox.waiting())).toEqual(["u", "b"]);
  });

  it("brings many in few calls", async () => {
    const outbox = await start();
    const calls: number[] = [];
    for (let n = 0; n < 120; n++) await outbox.queue("note", n);
    outbox.handle("note", async ops => void calls.push(ops.length));
    await settled(outbox);
    expect(calls).toEqual([50, 50, 20]);
  });
});
