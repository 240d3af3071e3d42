import { describe, expect, it, vi } from "vitest";
import { FakePeerConnection, FakeTrack } from "../../test/fake-rtc.ts";
import type { SourceKind } from "./media.ts";
import { activeLayers, type PeerState, RoomPeer, type Tracks } from "./peer.ts";

function open(tracks: Tracks = {}, heights: [SourceKind, number][] = [], sdp = "offer") {
  const pc = new FakePeerConnection();
  const states: PeerState[] = [];
  const answers: string[] = [];
  let wake: () => void = () => undefined;
  const answered = new Promise<void>(resolve => {
    wake = resolve;
  });
  const peer = new RoomPeer(
    { sdp, tracks, heights: new Map(heights), create: () => pc.real, patience: 2_500 },
    {
      answered: sdp => {
        answers.push(sdp);
        wake();
      },
      changed: state => states.push(state),
    },
  );
  return { pc, peer, states, answers, answered };
}

describe("a peer of the room", () => {
  it("answers an offer with all three of its sources sending, whether they have a track or not", async () => {
    const { answers, answered } = open();
    await answered;
    expect(answers).toEqual(["answer to offer sending 0 1 2"]);
  });

  it("sends the camera in three layers and the microphone before everything", async () => {
    const camera = new FakeTrack("video");
    const { pc, answered } = open({ CAMERA: camera.real });
    await answered;
    expect(pc.sender("1").track).toBe(camera);
    const shapes = pc.sender("1").parameters.encodings.map(one => [one.rid, one.scaleResolutionDownBy, one.maxBitrate]);
    expect(shapes).toEqual([
      ["q", 4, 150_000],
      ["h", 2, 500_000],
      ["f", 1, 1_700_000],
    ]);
    expect(pc.sender("0").parameters.encodings[0]).toMatchObject({ networkPriority: "high" });
  });

  it("takes a track that comes later without a new offer", async () => {
    const { pc, peer, answers, answered } = open();
    await answered;
    const microphone = new FakeTrack("audio");
    peer.send("MICROPHONE", microphone.real);
    await pc.until(() => pc.sender("0").track === microphone);
    peer.send("MICROPHONE", undefined);
    await pc.until(() => pc.sender("0").track === null);
    expect(answers).toHaveLength(1);
  });

  it("encodes only the layers that someone wants", async () => {
    const { pc, peer, answered } = open({ CAMERA: new FakeTrack("video").real }, [["CAMERA", 180]]);
    await answered;
    expect(pc.sender("1").active).toEqual(["q"]);
    peer.limit("CAMERA", 720);
    await pc.until(() => pc.sender("1").active.length === 3);
    peer.limit("CAMERA", 0);
    await pc.until(() => pc.sender("1").active.length === 0);
  });

  it("knows the slots' tracks by their m-lines", async () => {
    const { peer, answered } = open();
    await answered;
    expect(peer.track("v1")?.label).toBe("offer v1");
    expect(peer.track("1")).toBeUndefined();
  });

  it("gives a broken path time to come back by itself", async () => {
    vi.useFakeTimers();
    try {
      const { pc, states } = open();
      pc.become("connected");
      pc.become("disconnected");
      vi.advanceTimersByTime(2_499);
      pc.become("connected");
      vi.advanceTimersByTime(10_000);
      expect(states).toEqual(["connected"]);
      pc.become("disconnected");
      vi.advanceTimersByTime(2_500);
      expect(states).toEqual(["connected", "lost"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is lost at once when the browser has given up", () => {
    const { pc, states } = open();
    pc.become("failed");
    expect(states).toEqual(["lost"]);
  });

  it("tells the SSRCs of its layers when an offer asks for them, once the browser knows all of them", async () => {
    vi.useFakeTimers();
    try {
      const camera = new FakeTrack("video");
      const { pc, answers } = open({ CAMERA: camera.real }, [], "v=0\r\na=x-plenum-tell-ssrcs\r\n");
      pc.answer = "v=0\r\nm=audio\r\na=mid:0\r\nm=video\r\na=mid:1\r\nm=video\r\na=mid:2\r\n";
      await vi.advanceTimersByTimeAsync(0);
      expect(answers).toEqual([pc.answer]);
      pc.sender("1").streams = [{ rid: "h", ssrc: 20, rtxSsrc: 21 }];
      pc.become("connected");
      await vi.advanceTimersByTimeAsync(1_000);
      expect(answers).toHaveLength(1);
      pc.sender("1").streams = [
        { rid: "f", ssrc: 30, rtxSsrc: 31 },
        { rid: "q", ssrc: 10, rtxSsrc: 11 },
        { rid: "h", ssrc: 20, rtxSsrc: 21 },
      ];
      await vi.advanceTimersByTimeAsync(1_000);
      expect(answers).toHaveLength(2);
      expect(answers[1]?.split("\r\n").slice(5, 14)).toEqual([
        ...[10, 11, 20, 21, 30, 31].map(ssrc => `a=ssrc:${ssrc} cname:plenum`),
        "a=ssrc-group:SIM 10 20 30",
        "a=ssrc-group:FID 10 11",
        "a=ssrc-group:FID 20 21",
      ]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(answers).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it("says nothing any more once closed", async () => {
    const { pc, peer, states, answered } = open();
    await answered;
    peer.close();
    peer.send("CAMERA", new FakeTrack("video").real);
    pc.become("failed");
    expect(states).toEqual([]);
  });
});

describe("the layers", () => {
  it("are the lowest that suffices and all below", () => {
    const camera = (own: number, height: number | undefined) => [...activeLayers("CAMERA", own, height)].join("");
    expect(camera(720, undefined)).toBe("qhf");
    expect(camera(720, 0)).toBe("");
    expect(camera(720, 90)).toBe("q");
    expect(camera(720, 180)).toBe("q");
    expect(camera(720, 181)).toBe("qh");
    expect(camera(720, 360)).toBe("qh");
    expect(camera(720, 720)).toBe("qhf");
    expect(camera(480, 180)).toBe("qh");
    expect([...activeLayers("SCREEN", 1080, 360)]).toEqual(["h"]);
    expect([...activeLayers("SCREEN", 1080, 1080)]).toEqual(["h", "f"]);
  });
});
