import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { FakePeerConnection, FakeTrack } from "../../test/fake-rtc.ts";
import { LiveServer } from "../../test/live-server.ts";
import { Call, type CallState, type CallTopic, type OwnSources } from "./call.ts";
import type { SourceKind } from "./media.ts";

let server: LiveServer;
let call: Call;
let peers: FakePeerConnection[];
let own: Map<SourceKind, FakeTrack>;
let revoked: SourceKind[];
let told: () => void;

const sources: OwnSources = {
  sent: kind => own.get(kind)?.real,
  revoke: kind => {
    revoked.push(kind);
    own.delete(kind);
  },
  subscribe: listener => {
    told = listener;
    return () => undefined;
  },
};

function until<T>(topic: CallTopic, value: () => T, fits: (value: T) => boolean): Promise<T> {
  return new Promise(resolve => {
    const look = () => {
      if (fits(value())) resolve(value());
    };
    call.subscribe(topic, look);
    look();
  });
}
const untilState = (kind: CallState["kind"]) => until("state", call.state, state => state.kind === kind);

beforeEach(async () => {
  peers = [];
  own = new Map([["CAMERA", new FakeTrack("video")]]);
  revoked = [];
  server = await LiveServer.start();
  call = begin();
});

function begin(pauses: { answer?: number } = {}): Call {
  return new Call({
    url: server.url,
    session: "s1",
    videoSlots: 9,
    sources,
    tokens: { token: async () => "token", refresh: async () => "token", subscribe: () => () => undefined },
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    createPeer: () => {
      const peer = new FakePeerConnection();
      peers.push(peer);
      return peer.real;
    },
    pauses: { backoffMin: 5, backoffMax: 20, ...pauses },
    patience: { path: 5, offer: 30, connect: 1_000 },
  });
}

afterEach(async () => {
  call.stop();
  await server.stop();
});

/** Greets, offers, takes the answer; the newest peer is connected. */
async function connect(n = 1): Promise<FakePeerConnection> {
  await server.take("hello");
  server.send({ t: "welcome", v: 1, now: Date.now() });
  return offer(n);
}

async function offer(n: number): Promise<FakePeerConnection> {
  server.send({ t: "offer", n, sdp: `offer-${n}` });
  expect(await server.take("answer")).toEqual({ t: "answer", n, sdp: `answer to offer-${n} sending 0 1 2` });
  const peer = peers.at(-1);
  if (!peer) throw new Error("no peer was made");
  peer.become("connected");
  return peer;
}

describe("a call", () => {
  it("says hello with its slots, answers the offer and is live once connected", async () => {
    call.start();
    const hello = await server.take("hello");
    expect(hello).toEqual({ t: "hello", v: 1, token: "token", session: "s1", videoSlots: 9, test: false });
    server.send({ t: "welcome", v: 1, now: Date.now() });
    expect(await server.take("mine")).toEqual({ t: "mine", microphone: false, camera: true, screen: false });
    const peer = await offer(1);
    await untilState("live");
    expect(peer.sender("1").track).toBe(own.get("CAMERA"));
  });

  it("finds a picture by the slot that carries it now", async () => {
    call.start();
    await connect();
    const carried = { mid: "v1", source: "p2/CAMERA" };
    server.send({ t: "slots", slots: [carried, { mid: "v0", source: null }] });
    const track = await until(
      "tracks",
      () => call.track("p2/CAMERA"),
      one => one !== undefined,
    );
    expect(track?.label).toBe("offer-1 v1");
    server.send({ t: "slots", slots: [{ mid: "v1", source: "p3/CAMERA" }] });
    await until(
      "tracks",
      () => call.track("p2/CAMERA"),
      one => one === undefined,
    );
    expect(call.track("p3/CAMERA")?.label).toBe("offer-1 v1");
  });

  it("keeps the last picture until the next path is connected", async () => {
    call.start();
    const first = await connect();
    server.send({ t: "slots", slots: [{ mid: "v0", source: "p2/CAMERA" }] });
    await until(
      "tracks",
      () => call.track("p2/CAMERA"),
      one => one !== undefined,
    );
    first.become("failed");
    await server.take("renew");
    expect(call.state().kind).toBe("reconnecting");
    server.send({ t: "offer", n: 2, sdp: "offer-2" });
    await server.take("answer");
    server.send({ t: "slots", slots: [{ mid: "v1", source: "p2/CAMERA" }] });
    expect(call.track("p2/CAMERA")?.label).toBe("offer-1 v0");
    peers[1]?.become("connected");
    await until(
      "tracks",
      () => call.track("p2/CAMERA")?.label,
      label => label === "offer-2 v1",
    );
    expect(first.connectionState).toBe("closed");
    expect(call.state().kind).toBe("live");
  });

  it("asks again when a renewal is not heard", async () => {
    call.start();
    const peer = await connect();
    peer.become("disconnected");
    await server.take("renew");
    await server.take("renew");
  });

  it("lives through a short break of its socket when the bridge has kept it", async () => {
    call.start();
    await connect();
    await untilState("live");
    server.current?.terminate();
    await server.take("hello");
    server.send({ t: "welcome", v: 1, now: Date.now(), kept: true });
    await untilState("live");
    expect(peers).toHaveLength(1);
    expect(server.frames.filter(frame => frame.t === "renew")).toEqual([]);
  });

  it("leaves with another word than when it gives up a silent socket", async () => {
    call = begin({ answer: 60 });
    call.start();
    await server.take("hello");
    const code = () => new Promise<number>(resolve => server.current?.on("close", resolve));
    const givenUp = code();
    server.send({ t: "welcome", v: 1, now: Date.now() });
    expect(await givenUp).toBe(4010);
    await server.take("hello");
    const left = code();
    call.stop();
    expect(await left).toBe(1000);
  });

  it("asks for an offer when the bridge has kept what it has not", async () => {
    call.start();
    await server.take("hello");
    server.send({ t: "welcome", v: 1, now: Date.now(), kept: true });
    await server.take("renew");
  });

  it("takes a new offer of a restarted server, whatever its number, with the same sources", async () => {
    call.start();
    const before = await connect(7);
    await untilState("live");
    server.current?.terminate();
    await untilState("reconnecting");
    const after = await connect(1);
    await untilState("live");
    expect(after.sender("1").track).toBe(own.get("CAMERA"));
    expect(before.connectionState).toBe("closed");
  });

  it("waits for the bridge without asking while it is away", async () => {
    call.start();
    const peer = await connect();
    await untilState("live");
    server.send({ t: "media", state: "LOST" });
    await untilState("reconnecting");
    peer.become("failed");
    server.send({ t: "media", state: "READY" });
    await offer(2);
    await untilState("live");
    expect(server.frames.filter(frame => frame.t === "renew")).toEqual([]);
  });

  it("stops sending what it may not send, and does not begin again by itself", async () => {
    const microphone = new FakeTrack("audio");
    own.set("MICROPHONE", microphone);
    call.start();
    const peer = await connect();
    await peer.until(() => peer.sender("0").track === microphone);
    server.send({ t: "permission", microphone: false, camera: true, screen: true });
    await peer.until(() => peer.sender("0").track === null);
    expect(revoked).toContain("MICROPHONE");
    server.send({ t: "permission", microphone: true, camera: true, screen: true });
    await until("permission", call.permission, permission => permission.microphone);
    expect(peer.sender("0").track).toBeNull();
    own.set("MICROPHONE", microphone);
    told();
    await peer.until(() => peer.sender("0").track === microphone);
  });

  it("tells the bridge's wishes to the peer it has and to the next", async () => {
    call.start();
    const first = await connect();
    server.send({ t: "sender", source: "CAMERA", maxHeight: 180 });
    await first.until(() => first.sender("1").active.length === 1);
    const second = await offer(2);
    expect(second.sender("1").active).toEqual(["q"]);
  });

  it("follows who is there, who is heard and who mainly speaks", async () => {
    call.start();
    await connect();
    const person = { personId: "p2", connected: true, microphone: true, camera: true, screen: false, quality: 4 };
    server.send({ t: "people", full: true, people: [person, { ...person, personId: "p3" }] });
    server.send({ t: "people", full: false, people: [{ ...person, microphone: false }], gone: ["p3"] });
    const people = await until("people", call.people, all => all.size === 1 && all.get("p2")?.microphone === false);
    expect([...people.keys()]).toEqual(["p2"]);
    server.send({ t: "levels", levels: { p2: 30 } });
    server.send({ t: "speaker", personId: "p2" });
    await until("speaker", call.speaker, speaker => speaker === "p2");
    expect(call.levels().get("p2")).toBe(30);
  });

  it("sends only the newest of many wishes, and again after a break", async () => {
    call.start();
    await connect();
    const want = { selected: [], heights: {}, lastN: -1, downlinkBps: 0 };
    for (const defaultHeight of [90, 180, 360]) call.want({ ...want, defaultHeight });
    expect(await server.take("want")).toMatchObject({ defaultHeight: 90 });
    expect(await server.take("want")).toMatchObject({ defaultHeight: 360 });
    server.current?.terminate();
    await connect(2);
    expect(await server.take("want")).toMatchObject({ defaultHeight: 360 });
  });

  it("ends when the same person has come with another device", async () => {
    call.start();
    const peer = await connect();
    server.current?.close(4013);
    expect(await untilState("ended")).toEqual({ kind: "ended", reason: "elsewhere" });
    expect(peer.connectionState).toBe("closed");
  });
});
