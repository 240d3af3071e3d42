import { type Browser, expect, type Page } from "@playwright/test";
import { Seat } from "./house.ts";

/** What is needed of Chromium for a meeting: a camera with a moving picture, a microphone with a tone, nobody to press Allow. */
export const meetingFlags = [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream=fps=10",
  "--auto-select-desktop-capture-source=Entire screen",
];

/** A network that was cut, a killed server, and what Chromium says about them. */
export const breaks = [/WebSocket connection to .* failed/, /^Failed to load resource: net::ERR_/];

/** ms between two looks. */
const intervals = [200];

type Counters = { energy: number; lost: number; packets: number };

/** Somebody in the online room at a device with camera and microphone. */
export class Participant {
  readonly seat: Seat;
  readonly page: Page;

  private constructor(seat: Seat) {
    this.seat = seat;
    this.page = seat.page;
  }

  static async come(browser: Browser, role: string, viewport: { width: number; height: number }): Promise<Participant> {
    const permissions = ["camera", "microphone"];
    const seat = await Seat.take(browser, role, viewport, { permissions, allowed: breaks });
    await seat.page.addInitScript(watch);
    return new Participant(seat);
  }

  async signIn(address: string, username: string): Promise<void> {
    await this.seat.signIn(address, username);
  }

  /** From the lobby in; resolves once media flows. */
  async join(): Promise<void> {
    await this.page.getByRole("button", { name: "Vào phòng họp", exact: true }).click();
    await this.flows();
  }

  /** The conversation is on and nothing is being connected again. */
  async flows(timeout = 20_000): Promise<void> {
    await expect(this.page.getByRole("toolbar", { name: "Điều khiển" })).toBeVisible({ timeout });
    await expect.poll(() => this.page.evaluate(() => window.meeting.connected()), { timeout, intervals }).toBe(true);
    await expect(this.page.getByText("Đang nối lại hình và tiếng…")).toBeHidden({ timeout });
  }

  /** Presses a button of the bar at the lower edge. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole("toolbar", { name: "Điều khiển" }).getByRole("button", { name }).click();
  }

  picture(personId: string, kind = "CAMERA") {
    return this.page.locator(`figure[data-person="${personId}"][data-kind="${kind}"]`);
  }

  /** Frames of that person are drawn now, and so high. */
  async sees(personId: string, height?: number, kind = "CAMERA", timeout = 40_000): Promise<void> {
    const video = this.picture(personId, kind).locator("video");
    await expect(video).toHaveCount(1, { timeout });
    const drawn = () => video.evaluate((one: HTMLVideoElement) => one.getVideoPlaybackQuality().totalVideoFrames);
    await expect.poll(() => this.growth(drawn), { timeout, intervals }).toBeGreaterThan(2);
    if (height === undefined) return;
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.videoHeight), { timeout }).toBe(height);
  }

  async hears(timeout = 15_000): Promise<void> {
    await expect.poll(() => this.growth(this.energy), { timeout, intervals }).toBeGreaterThan(0.0005);
  }

  /** From now on, for two seconds, not a sound. */
  async hearsNothing(): Promise<void> {
    await expect.poll(() => this.growth(this.energy, 2_000), { timeout: 20_000, intervals }).toBeLessThan(0.0001);
  }

  private readonly energy = async () => (await this.counters()).energy;

  /** By how much it grows within `ms`; a new connection counts from nothing again. */
  private async growth(count: () => Promise<number>, ms = 500): Promise<number> {
    const before = await count();
    await this.page.waitForTimeout(ms);
    return (await count()) - before;
  }

  counters(): Promise<Counters> {
    return this.page.evaluate(() => window.meeting.counters());
  }

  /** The ports of the own side that lead to the bridge. */
  ports(): Promise<number[]> {
    return this.page.evaluate(() => window.meeting.ports());
  }

  /** ms from the first connection to the first frame of anybody else. */
  firstFrame(): Promise<number | undefined> {
    return this.page.evaluate(() => window.meeting.firstFrame);
  }
}

declare global {
  interface Window {
    meeting: {
      firstFrame: number | undefined;
      connected(): boolean;
      counters(): Promise<Counters>;
      ports(): Promise<number[]>;
    };
  }
}

/** Runs in the page before the app: keeps the peer connections that the app makes, so that they can be asked. */
function watch(): void {
  const made: RTCPeerConnection[] = [];
  let connectedAt: number | undefined;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") connectedAt ??= performance.now();
      });
      this.addEventListener("track", event => {
        if (event.track.kind === "video") event.track.addEventListener("unmute", () => frame(event.track));
      });
    }
  };
  /** `unmute` comes with the first packet; the first frame is what an element draws. */
  const frame = (track: MediaStreamTrack) => {
    const video = document.createElement("video");
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    video.requestVideoFrameCallback(() => {
      window.meeting.firstFrame ??= performance.now() - (connectedAt ?? 0);
      video.srcObject = null;
    });
    video.play().catch(() => undefined); // taken away as soon as it has drawn
  };
  const current = () => made.findLast(one => one.connectionState !== "closed");
  type Report = { type: string; kind?: string; nominated?: boolean; localCandidateId?: string } & Record<
    string,
    number
  >;
  const reports = async () => {
    const all = new Map<string, Report>();
    for (const [id, report] of (await current()?.getStats()) ?? []) all.set(id, report as Report);
    return all;
  };
  window.meeting = {
    firstFrame: undefined,
    connected: () => current()?.connectionState === "connected",
    async counters() {
      const sum = { energy: 0, lost: 0, packets: 0 };
      for (const one of (await reports()).values()) {
        if (one.type !== "inbound-rtp") continue;
        sum.energy += one.totalAudioEnergy ?? 0;
        sum.lost += one.packetsLost ?? 0;
        sum.packets += one.packetsReceived ?? 0;
      }
      return sum;
    },
    async ports() {
      const all = await reports();
      const pairs = [...all.values()].filter(one => one.type === "candidate-pair" && one.nominated);
      return pairs.map(one => all.get(one.localCandidateId ?? "")?.port ?? 0);
    },
  };
}
