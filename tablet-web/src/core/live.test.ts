import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { LiveServer } from "../../test/live-server.ts";
import { LiveConnection, type LiveState, type Topic } from "./live.ts";
import { clientProblem, ProblemError } from "./problem.ts";

let server: LiveServer;
let live: LiveConnection;
let token = "token-1";
let tokenListeners: (() => void)[] = [];

const tokens = {
  token: async () => {
    if (token === "") throw new ProblemError(clientProblem("client:signed-out", 401));
    return token;
  },
  refresh: async () => {
    token = "token-2";
    return token;
  },
  subscribe: (listener: () => void) => {
    tokenListeners.push(listener);
    return () => undefined;
  },
};

/** Resolves as soon as a topic's value fits. */
function until<T>(topic: Topic, value: () => T, fits: (value: T) => boolean): Promise<T> {
  return new Promise(resolve => {
    const look = () => {
      if (fits(value())) resolve(value());
    };
    live.subscribe(topic, look);
    look();
  });
}
const untilState = (kind: LiveState["kind"]) => until("state", live.state, state => state.kind === kind);

beforeEach(async () => {
  token = "token-1";
  tokenListeners = [];
  server = await LiveServer.start();
  live = new LiveConnection({
    url: server.url,
    session: "s1",
    as: "delegate",
    tokens,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    pauses: { backoffMin: 5, backoffMax: 20, ping: 40, answer: 400 },
  });
});

afterEach(async () => {
  live.stop();
  await server.stop();
});

describe("the live connection", () => {
  it("says hello first, without a place to resume from", async () => {
    live.start();
    expect(await server.take("hello")).toEqual({ t: "hello", v: 1, token: "token-1", session: "s1", as: "delegate" });
  });

  it("keeps the newest value of each part", async () => {
    live.start();
    await server.take("hello");
    server.greet(7, { floor: { queue: [] }, now: { done: [] } });
    await until(
      "floor",
      () => live.part("floor"),
      part => part !== undefined,
    );
    server.send({ t: "state", seq: 8, at: 1, full: false, parts: { now: { done: ["i1"] } } });
    await until(
      "now",
      () => live.part("now"),
      part => part?.done.length === 1,
    );
    expect(live.part("floor")).toEqual({ queue: [] });
  });

  it("forgets what it had when the state is full", async () => {
    live.start();
    await server.take("hello");
    server.greet(7, { floor: { queue: [] }, now: { done: [] } });
    await until(
      "floor",
      () => live.part("floor"),
      part => part !== undefined,
    );
    server.send({ t: "state", seq: 1, at: 1, full: true, parts: { now: { done: [] } } });
    expect(
      await until(
        "floor",
        () => live.part("floor"),
        part => part === undefined,
      ),
    ).toBeUndefined();
  });

  it("comes back by itself and resumes after the sequence it has", async () => {
    live.start();
    await server.take("hello");
    server.greet(7, { floor: { queue: [] } });
    await untilState("live");
    server.current?.terminate();
    expect((await untilState("offline")).kind).toBe("offline");
    expect(await server.take("hello")).toMatchObject({ after: 7 });
    server.greet(7, {}, false);
    await untilState("live");
    expect(live.part("floor")).toEqual({ queue: [] });
  });

  it("answers a command only when the server has", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await untilState("live");
    const done = live.send("floor.raise-hand", {});
    const frame = await server.take("do");
    expect(frame).toMatchObject({ name: "floor.raise-hand", data: {} });
    expect(live.pending()).toHaveLength(1);
    server.send({ t: "done", id: frame.id, seq: 2 });
    expect(await done).toEqual({ id: frame.id, seq: 2 });
    expect(live.pending()).toHaveLength(0);
  });

  it("sends a command whose answer was lost again with the same id", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await untilState("live");
    const done = live.send("voting.cast", { voteId: "v1", choice: "FOR" });
    const first = await server.take("do");
    server.current?.terminate();
    await server.take("hello");
    server.greet(2, {}, false);
    const second = await server.take("do");
    expect(second).toEqual(first);
    server.send({ t: "done", id: second.id, seq: 2 });
    expect((await done).seq).toBe(2);
  });

  it("keeps a command that is given without a network and sends it later", async () => {
    const done = live.send("voting.cast", { voteId: "v1", choice: "ABSTAIN" });
    expect(live.pending()[0]).toMatchObject({ name: "voting.cast", onWire: false });
    live.start();
    await server.take("hello");
    server.greet(1, {});
    const frame = await server.take("do");
    server.send({ t: "done", id: frame.id, seq: 5 });
    expect((await done).seq).toBe(5);
  });

  it("takes back only what never reached the wire", async () => {
    const early = live.send("floor.raise-hand", {}, "c1");
    expect(live.cancel("c1")).toBe(true);
    await expect(early).rejects.toBeInstanceOf(ProblemError);
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await untilState("live");
    void live.send("floor.raise-hand", {}, "c2");
    await server.take("do");
    expect(live.cancel("c2")).toBe(false);
  });

  it("hands on the problem of a refused command", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await untilState("live");
    const done = live.send("floor.raise-hand", {});
    const frame = await server.take("do");
    const problem = { type: "urn:plenum:problem:floor:no", code: "floor:no", title: "Không được", status: 409 };
    server.send({ t: "refused", id: frame.id, problem });
    await expect(done).rejects.toMatchObject({ problem });
  });

  it("notices a silent server and connects again", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await server.take("ping");
    await untilState("offline");
    expect(await server.take("hello")).toMatchObject({ after: 1 });
  });

  it("renews the token when the socket was closed for it", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await untilState("live");
    server.current?.close(4001);
    let hello = await server.take("hello");
    if (hello.token === "token-1") {
      server.current?.close(4001);
      hello = await server.take("hello");
    }
    expect(hello.token).toBe("token-2");
  });

  it("sends a new token before the old one expires", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {});
    await untilState("live");
    token = "token-3";
    for (const listener of tokenListeners) listener();
    expect(await server.take("token")).toEqual({ t: "token", token: "token-3" });
  });

  it("ends when the role is refused, and so do its pending commands", async () => {
    const done = live.send("floor.raise-hand", {});
    live.start();
    await server.take("hello");
    server.current?.close(4003);
    expect(await untilState("ended")).toEqual({ kind: "ended", reason: "forbidden" });
    await expect(done).rejects.toMatchObject({ problem: { code: "client:ended" } });
  });

  it("ends when nobody is signed in any more", async () => {
    token = "";
    live.start();
    expect(await untilState("ended")).toEqual({ kind: "ended", reason: "signed-out" });
  });

  it("reads the server's clock from the greeting", async () => {
    live.start();
    await server.take("hello");
    server.greet(1, {}, true, Date.now() + 3_600_000);
    await untilState("live");
    expect(live.clock.now() - Date.now()).toBeGreaterThan(3_590_000);
  });
});
