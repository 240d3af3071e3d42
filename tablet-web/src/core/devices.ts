import type { SourceKind } from "./media.ts";

/** Why a device can't be used, in the order of what a person can do about it. */
export type DeviceTrouble = "denied" | "missing" | "busy" | "insecure" | "failed";
export type DeviceKind = "microphone" | "camera" | "loudspeaker";
export type Device = { id: string; label: string };
export type DeviceLists = Readonly<Record<DeviceKind, readonly Device[]>>;
export type Chosen = Readonly<Partial<Record<DeviceKind, string>>>;

/** One of our own sources. A microphone that is off stays open, so that it is on again at once; a camera that is off is dark. */
export interface OwnSource {
  on: boolean;
  opening: boolean;
  track: MediaStreamTrack | undefined;
  trouble: DeviceTrouble | undefined;
}

export interface DevicePlaces {
  /** Undefined where the page is not secure. */
  media: MediaDevices | undefined;
  memory: Pick<Storage, "getItem" | "setItem">;
}

type Captured = "microphone" | "camera";
const key = "plenum.devices";
const off: OwnSource = { on: false, opening: false, track: undefined, trouble: undefined };
const nothing: DeviceLists = { microphone: [], camera: [], loudspeaker: [] };
const kindOf = { microphone: "MICROPHONE", camera: "CAMERA" } as const;
const named: Record<MediaDeviceKind, DeviceKind> = {
  audioinput: "microphone",
  videoinput: "camera",
  audiooutput: "loudspeaker",
};

/**
 * Camera, microphone and shared screen of this browser: opens them, remembers which were chosen, notices when one is pulled
 * out. Lives longer than any connection.
 */
export class Devices {
  private readonly places: DevicePlaces;
  private readonly listeners = new Set<() => void>();
  private sources: Record<SourceKind, OwnSource> = { MICROPHONE: off, CAMERA: off, SCREEN: off };
  private known: DeviceLists = nothing;
  private picked: Chosen;
  /** Counts openings of each device: only the newest may take effect. */
  private readonly turns: Record<Captured, number> = { microphone: 0, camera: 0 };

  constructor(places: DevicePlaces) {
    this.places = places;
    this.picked = remembered(places.memory);
  }

  readonly source = (kind: SourceKind): OwnSource => this.sources[kind];
  readonly lists = (): DeviceLists => this.known;
  readonly chosen = (): Chosen => this.picked;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What goes out of this source now. */
  sent(kind: SourceKind): MediaStreamTrack | undefined {
    const { on, track } = this.sources[kind];
    return on ? track : undefined;
  }

  /** Opens both with one question of the browser; what one lacks is no reason to go without the other. */
  async prepare(on: { microphone: boolean; camera: boolean }): Promise<void> {
    this.places.media?.addEventListener?.("devicechange", this.refresh);
    if (!on.camera) {
      await this.openMicrophone(on.microphone);
      return;
    }
    const turns = [this.begin("microphone"), this.begin("camera")] as const;
    try {
      const stream = await this.ask({ audio: this.audio(), video: this.video() });
      this.take("microphone", turns[0], stream.getAudioTracks()[0], on.microphone);
      this.take("camera", turns[1], stream.getVideoTracks()[0], true);
      await this.refresh();
    } catch {
      await this.openMicrophone(on.microphone);
      await this.open("camera", true);
    }
  }

  /** Opens it without sending it yet, or opens it anew after trouble. */
  openMicrophone(on: boolean): Promise<void> {
    return this.open("microphone", on);
  }

  async switchMicrophone(on: boolean): Promise<void> {
    const { track, opening } = this.sources.MICROPHONE;
    if (on && !track && !opening) return this.openMicrophone(true);
    if (track) track.enabled = on;
    this.become("MICROPHONE", { on });
  }

  async switchCamera(on: boolean): Promise<void> {
    if (on === this.sources.CAMERA.on) return;
    if (on) return this.open("camera", true);
    this.turns.camera++;
    this.sources.CAMERA.track?.stop();
    this.become("CAMERA", { ...off });
  }

  /** Uses this device from now on, and next time. */
  async choose(kind: DeviceKind, id: string): Promise<void> {
    this.picked = { ...this.picked, [kind]: id };
    this.places.memory.setItem(key, JSON.stringify(this.picked));
    this.told();
    if (kind === "microphone" && this.sources.MICROPHONE.track) await this.open(kind, this.sources.MICROPHONE.on);
    if (kind === "camera" && this.sources.CAMERA.on) await this.open(kind, true);
  }

  get canShareScreen(): boolean {
    return typeof this.places.media?.getDisplayMedia === "function";
  }

  /** False when the person has closed the browser's chooser. */
  async shareScreen(): Promise<boolean> {
    this.become("SCREEN", { opening: true, trouble: undefined });
    try {
      const stream = await this.places.media?.getDisplayMedia({
        video: { frameRate: { ideal: 10, max: 15 }, width: { max: 1920 }, height: { max: 1080 } },
        audio: false,
      });
      const track = stream?.getVideoTracks()[0];
      if (track) {
        track.contentHint = "detail";
        track.addEventListener("ended", () => this.stopScreen());
      }
      this.become("SCREEN", { ...off, on: track !== undefined, track });
      return track !== undefined;
    } catch (error) {
      const refused = troubleOf(error) === "denied";
      this.become("SCREEN", { ...off, trouble: refused ? undefined : "failed" });
      return false;
    }
  }

  stopScreen(): void {
    this.sources.SCREEN.track?.stop();
    this.become("SCREEN", { ...off });
  }

  /** Switches off what we may not send any more; it does not come on again by itself. */
  revoke(kind: SourceKind): void {
    if (kind === "MICROPHONE") void this.switchMicrophone(false);
    if (kind === "CAMERA") void this.switchCamera(false);
    if (kind === "SCREEN" && this.sources.SCREEN.track) this.stopScreen();
  }

  /** Everything dark and silent. */
  close(): void {
    this.places.media?.removeEventListener?.("devicechange", this.refresh);
    for (const kind of ["microphone", "camera"] as const) this.turns[kind]++;
    for (const source of Object.values(this.sources)) source.track?.stop();
    this.sources = { MICROPHONE: off, CAMERA: off, SCREEN: off };
    this.told();
  }

  /** Names of devices are only told by the browser once one of them may be used. */
  readonly refresh = async (): Promise<void> => {
    const found = (await this.places.media?.enumerateDevices?.().catch(() => [])) ?? [];
    const lists: Record<DeviceKind, Device[]> = { microphone: [], camera: [], loudspeaker: [] };
    for (const one of found) {
      if (one.deviceId !== "") lists[named[one.kind]].push({ id: one.deviceId, label: one.label });
    }
    this.known = lists;
    this.told();
  };

  private async open(kind: Captured, on: boolean): Promise<void> {
    const turn = this.begin(kind);
    try {
      const stream = await this.ask(kind === "microphone" ? { audio: this.audio() } : { video: this.video() });
      this.take(kind, turn, stream.getTracks()[0], on);
    } catch (error) {
      if (turn === this.turns[kind]) this.become(kindOf[kind], { ...off, trouble: troubleOf(error) });
    }
    await this.refresh();
  }

  private begin(kind: Captured): number {
    this.become(kindOf[kind], { opening: true, trouble: undefined });
    return ++this.turns[kind];
  }

  private take(kind: Captured, turn: number, track: MediaStreamTrack | undefined, on: boolean): void {
    if (!track || turn !== this.turns[kind]) {
      track?.stop();
      return;
    }
    const name = kindOf[kind];
    this.sources[name].track?.stop();
    track.enabled = on;
    track.contentHint = kind === "microphone" ? "speech" : "motion";
    track.addEventListener("ended", () => this.ended(kind, track));
    this.become(name, { on, opening: false, track, trouble: undefined });
  }

  /** Pulled out, or taken by the system: another device may do. */
  private ended(kind: Captured, track: MediaStreamTrack): void {
    if (this.sources[kindOf[kind]].track !== track) return;
    const { on } = this.sources[kindOf[kind]];
    this.become(kindOf[kind], { ...off });
    if (on) void this.open(kind, true);
  }

  /** A chosen device that is not plugged in any more gives way to the usual one. */
  private async ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const { media } = this.places;
    if (!media?.getUserMedia) throw new DOMException("no media devices", "SecurityError");
    try {
      return await media.getUserMedia(constraints);
    } catch (error) {
      if (nameOf(error) !== "OverconstrainedError") throw error;
      return media.getUserMedia(withoutDevice(constraints));
    }
  }

  private audio(): MediaTrackConstraints {
    const id = this.picked.microphone;
    const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
    return { ...processing, ...(id ? { deviceId: { exact: id } } : {}) };
  }

  private video(): MediaTrackConstraints {
    const id = this.picked.camera;
    const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };
    return { ...picture, ...(id ? { deviceId: { exact: id } } : {}) };
  }

  private become(kind: SourceKind, change: Partial<OwnSource>): void {
    this.sources = { ...this.sources, [kind]: { ...this.sources[kind], ...change } };
    this.told();
  }

  private told(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Devices of a real browser. */
export function browserDevices(): Devices {
  return new Devices({ media: navigator.mediaDevices as MediaDevices | undefined, memory: localStorage });
}

const troubles: Record<string, DeviceTrouble> = {
  NotAllowedError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
  SecurityError: "insecure",
};

/** The names are those of Media Capture and Streams. */
function troubleOf(error: unknown): DeviceTrouble {
  return troubles[nameOf(error)] ?? "failed";
}

/** What browsers throw here is not an Error everywhere. */
function nameOf(error: unknown): string {
  return String((error as { name?: unknown } | undefined)?.name);
}

function withoutDevice(constraints: MediaStreamConstraints): MediaStreamConstraints {
  const free = ({ deviceId: _, ...rest }: MediaTrackConstraints) => rest;
  const { audio, video } = constraints;
  return {
    ...(typeof audio === "object" ? { audio: free(audio) } : {}),
    ...(typeof video === "object" ? { video: free(video) } : {}),
  };
}

function remembered(memory: DevicePlaces["memory"]): Chosen {
  try {
    const stored: unknown = JSON.parse(memory.getItem(key) ?? "{}");
    return typeof stored === "object" && stored !== null ? (stored as Chosen) : {};
  } catch {
    return {};
  }
}
