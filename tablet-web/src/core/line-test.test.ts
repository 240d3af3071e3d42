import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { FakePeerConnection, FakeTrack } from "../../test/fake-rtc.ts";
import { LiveServer } from "../../test/live-server.ts";
import { gradeOf, type LineTestOptions, reportOf, type Sample, sampleOf, testLine } from "./line-test.ts";

const sample = (at: number, more: Partial<Sample> = {}): Sample => ({
  atMs: at,
  sentBytes: at * 100,
  receivedBytes: at * 50,
  receivedPackets: at / 10,
  lostPackets: 0,
  roundTripMs: 40,
  ...more,
});

describe("a report of the line", () => {
  it("takes the rates of the later half, when the sender knows the line", () => {
    const slow = [0, 250, 500, 750].map(at => sample(at, { sentBytes: 0, receivedBytes: 0 }));
    const fast = [1000, 1250, 1500, 1750, 2000].map(at =>
      sample(at, { sentBytes: (at - 1000) * 125, receivedBytes: (at - 1000) * 62.5 }),
    );
    expect(reportOf([...slow, ...fast], 0)).toMatchObject({ upBps: 1_000_000, downBps: 500_000, grade: "good" });
  });

  it("has the worse loss of both directions and the middle delay", () => {
    const samples = [
      sample(0, { roundTripMs: 900 }),
      sample(500),
      sample(1000, { lostPackets: 5, receivedPackets: 95 }),
    ];
    expect(reportOf(samples, 0.01)).toMatchObject({ lost: 0.05, roundTripMs: 40 });
    expect(reportOf(samples, 0.08).lost).toBe(0.08);
  });

  it("is poor when nothing was measured", () => {
    expect(reportOf([], 0)).toEqual({ roundTripMs: 0, upBps: 0, downBps: 0, lost: 0, grade: "poor" });
  });

  it("grades what people will notice", () => {
    const fine = { roundTripMs: 40, upBps: 900_000, downBps: 900_000, lost: 0 };
    expect(gradeOf(fine)).toBe("good");
    expect(gradeOf({ ...fine, roundTripMs: 350 })).toBe("fair");
    expect(gradeOf({ ...fine, upBps: 200_000 })).toBe("fair");
    expect(gradeOf({ ...fine, lost: 0.05 })).toBe("fair");
    expect(gradeOf({ ...fine, lost: 0.2 })).toBe("poor");
    expect(gradeOf({ ...fine, downBps: 0 })).toBe("poor");
    expect(gradeOf({ ...fine, roundTripMs: 900 })).toBe("poor");
  });

  it("sums what the browser counts", () => {
    const stats: [string, object][] = [
      ["a", { type: "outbound-rtp", timestamp: 5, bytesSent: 10 }],
      ["b", { type: "outbound-rtp", timestamp: 5, bytesSent: 20 }],
      ["c", { type: "inbound-rtp", timestamp: 5, bytesReceived: 7, packetsReceived: 3, packetsLost: 1 }],
      ["d", { type: "candidate-pair", timestamp: 5, nominated: true, currentRoundTripTime: 0.012 }],
      ["e", { type: "candidate-pair", timestamp: 5, nominated: false, currentRoundTripTime: 3 }],
    ];
    expect(sampleOf(stats)).toEqual({
      atMs: 5,
      sentBytes: 30,
      receivedBytes: 7,
      receivedPackets: 3,
      lostPackets: 1,
      roundTripMs: 12,
    });
  });
});

describe("a test of the line", () => {
  let server: LiveServer;
  let stopped = 0;
  let options: LineTestOptions;

  beforeEach(async () => {
    stopped = 0;
    server = await LiveServer.start();
    options = {
      url: server.url,
      session: "s1",
      tokens: { token: async () => "token", refresh: async () => "token", subscribe: () => () => undefined },
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      sources: { sent: () => undefined, revoke: () => undefined, subscribe: () => () => undefined },
      testPicture: () => ({ track: new FakeTrack("video").real, stop: () => void stopped++ }),
      createPeer: () => new FakePeerConnection().real,
    };
  });

  afterEach(() => server.stop());

  it("goes the way of the room, with a test picture in place of the camera", async () => {
    const abort = new AbortController();
    const end = testLine(options, () => undefined, abort.signal);
    expect(await server.take("hello")).toMatchObject({ session: "s1", test: true, videoSlots: 1 });
    server.send({ t: "welcome", v: 1, now: Date.now() });
    expect(await server.take("mine")).toMatchObject({ camera: true });
    expect(await server.take("want")).toMatchObject({ defaultHeight: 720 });
    abort.abort();
    expect(await end).toEqual({ kind: "unreachable" });
    expect(stopped).toBe(1);
  });

  it("says that nothing came back when it may not be done here", async () => {
    const end = testLine(options, () => undefined, new AbortController().signal);
    await server.take("hello");
    server.current?.close(4004);
    expect(await end).toEqual({ kind: "unreachable" });
    expect(stopped).toBe(1);
  });
});
