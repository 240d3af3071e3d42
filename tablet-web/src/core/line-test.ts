import { Call, type CallOptions, type OwnSources } from "./call.ts";
import type { SourceKind } from "./media.ts";

export type Grade = "good" | "fair" | "poor";

/** A line as it was measured over the very path of the room. */
export interface LineReport {
  roundTripMs: number;
  upBps: number;
  downBps: number;
  /** 0 to 1, the worse of the two directions. */
  lost: number;
  grade: Grade;
}

export type LineTestEnd =
  | { kind: "measured"; report: LineReport }
  /** Nothing came back: a firewall, or no media now. */
  | { kind: "unreachable" };

export type LineTestOptions = Omit<CallOptions, "sources" | "test" | "videoSlots"> & {
  /** Our real sources, but for the camera. */
  sources: OwnSources;
  /** Restless, so that it takes what the line carries: a camera before an empty room sends next to nothing. */
  testPicture: () => { track: MediaStreamTrack; stop: () => void };
};

const measureMs = 5_000;
const connectMs = 10_000;
const stepMs = 250;

/**
 * Tests the line by an echo over the same way as in the room: first whether one gets there at all, then five seconds of a
 * test picture and the own voice there and back. `onProgress` hears 0 to 1.
 */
export async function testLine(
  options: LineTestOptions,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<LineTestEnd> {
  const { sources, testPicture, ...rest } = options;
  const picture = testPicture();
  const sent = (kind: SourceKind) => (kind === "CAMERA" ? picture.track : sources.sent(kind));
  const call = new Call({ ...rest, test: true, videoSlots: 1, sources: { ...quiet, sent } });
  try {
    call.want({ selected: [], heights: {}, defaultHeight: 720, lastN: -1, downlinkBps: 0 });
    call.start();
    if (!(await connected(call, signal))) return { kind: "unreachable" };
    return { kind: "measured", report: await measure(call, onProgress, signal) };
  } finally {
    call.stop();
    picture.stop();
  }
}

/** During the test nobody takes anything away from us. */
const quiet = { revoke: () => undefined, subscribe: () => () => undefined };

function connected(call: Call, signal: AbortSignal): Promise<boolean> {
  return new Promise(resolve => {
    const decide = (answer: boolean) => {
      clearTimeout(late);
      resolve(answer);
    };
    const late = setTimeout(() => decide(false), connectMs);
    const look = () => {
      const { kind } = call.state();
      if (kind === "live") decide(true);
      if (kind === "ended" || signal.aborted) decide(false);
    };
    call.subscribe("state", look);
    signal.addEventListener("abort", look, { once: true });
    look();
  });
}

async function measure(call: Call, onProgress: (share: number) => void, signal: AbortSignal): Promise<LineReport> {
  const samples: Sample[] = [];
  for (let passed = 0; passed <= measureMs && !signal.aborted; passed += stepMs) {
    onProgress(passed / measureMs);
    const stats = await call.stats();
    if (stats) samples.push(sampleOf(stats));
    await pause(stepMs, signal);
  }
  const line = call.line();
  return reportOf(samples, line?.upLost ?? 0);
}

/** Counters of one moment. */
export interface Sample {
  atMs: number;
  sentBytes: number;
  receivedBytes: number;
  receivedPackets: number;
  lostPackets: number;
  roundTripMs: number | undefined;
}

/** What RTCPeerConnection counts (W3C WebRTC Statistics), summed over all streams. */
export function sampleOf(stats: Iterable<[string, object]>): Sample {
  const sample: Sample = {
    atMs: 0,
    sentBytes: 0,
    receivedBytes: 0,
    receivedPackets: 0,
    lostPackets: 0,
    roundTripMs: undefined,
  };
  for (const [, entry] of stats) {
    const one = entry as Record<string, string | number | boolean | undefined>;
    const count = (name: string) => (typeof one[name] === "number" ? one[name] : 0);
    sample.atMs = Math.max(sample.atMs, count("timestamp"));
    if (one.type === "outbound-rtp") sample.sentBytes += count("bytesSent");
    if (one.type === "inbound-rtp") {
      sample.receivedBytes += count("bytesReceived");
      sample.receivedPackets += count("packetsReceived");
      sample.lostPackets += count("packetsLost");
    }
    if (one.type === "candidate-pair" && one.nominated && typeof one.currentRoundTripTime === "number") {
      sample.roundTripMs = one.currentRoundTripTime * 1000;
    }
  }
  return sample;
}

/** Rates over the better half of the time: a sender needs a moment to find out how much the line carries. */
export function reportOf(samples: readonly Sample[], upLost: number): LineReport {
  const first = samples[Math.floor(samples.length / 2)];
  const last = samples.at(-1);
  const seconds = first && last ? Math.max(0.001, (last.atMs - first.atMs) / 1000) : 1;
  const rate = (count: (sample: Sample) => number) =>
    first && last ? Math.max(0, Math.round(((count(last) - count(first)) * 8) / seconds)) : 0;
  const trips = samples.map(sample => sample.roundTripMs).filter(ms => ms !== undefined);
  const packets = (last?.receivedPackets ?? 0) + (last?.lostPackets ?? 0);
  const downLost = packets > 0 ? Math.max(0, last?.lostPackets ?? 0) / packets : 0;
  const measured = {
    roundTripMs: Math.round(median(trips)),
    upBps: rate(sample => sample.sentBytes),
    downBps: rate(sample => sample.receivedBytes),
    lost: Math.max(upLost, downLost),
  };
  return { ...measured, grade: gradeOf(measured) };
}

/** Good: picture and sound without care. Fair: sound always, picture small. Poor: expect breaks. */
export function gradeOf({ roundTripMs, upBps, downBps, lost }: Omit<LineReport, "grade">): Grade {
  if (downBps === 0 || upBps < 60_000 || lost > 0.1 || roundTripMs > 800) return "poor";
  if (upBps < 400_000 || downBps < 400_000 || lost > 0.03 || roundTripMs > 300) return "fair";
  return "good";
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
