import { type Frame, type SocketOptions, type SocketState, SteadySocket } from "./socket.ts";

/** What a person sends at most one of each. */
export type SourceKind = "MICROPHONE" | "CAMERA" | "SCREEN";

/** A person's source by its name on the wire. */
export function sourceOf(personId: string, kind: SourceKind): string {
  return `${personId}/${kind}`;
}

/** A person's connection and switches as the others see them; quality 0 (lost) to 4. */
export interface Person {
  personId: string;
  connected: boolean;
  microphone: boolean;
  camera: boolean;
  screen: boolean;
  quality: number;
}

/** Which of our sources the bridge lets through now. */
export interface Permission {
  microphone: boolean;
  camera: boolean;
  screen: boolean;
}

export interface Slot {
  mid: string;
  source: string | null;
}

/** What the screen shows now: sources by importance and the height in pixels that each needs. */
export interface Want {
  selected: readonly string[];
  heights: Readonly<Record<string, number>>;
  defaultHeight: number;
  lastN: number;
  downlinkBps: number;
}

/** Our line as the bridge measures it; losses 0 to 1, the round trip -1 while unknown. */
export interface Line {
  upBps: number;
  upLost: number;
  downBps: number;
  downLost: number;
  downEstimateBps: number;
  roundTripMs: number;
}

/** Everything the media socket says after its greeting. */
export type MediaFrame =
  | { t: "offer"; n: number; sdp: string; turn?: RTCIceServer }
  | { t: "slots"; slots: readonly Slot[] }
  | { t: "people"; full: boolean; people: readonly Person[]; gone?: readonly string[] }
  | { t: "levels"; levels: Readonly<Record<string, number>> }
  | { t: "speaker"; personId: string | null }
  | { t: "sender"; source: SourceKind; maxHeight: number }
  | ({ t: "permission" } & Permission)
  | ({ t: "line" } & Line)
  | { t: "media"; state: "READY" | "LOST" };

type Refusal = "forbidden" | "no-session" | "version" | "malformed" | "elsewhere" | "full";
export type MediaState = SocketState<Refusal>;
export type MediaEnd = Refusal | "signed-out";

export interface MediaOptions extends SocketOptions {
  session: string;
  /** How many pictures this screen can show at once. */
  videoSlots: number;
  /** A test of one's own line: an echo, and no place in the room is needed. */
  test?: boolean;
  /** Sees and hears the stage without being in the room. */
  watch?: boolean;
}

export interface MediaListener {
  /** `kept`: the bridge still holds our connection, no new offer will come by itself. */
  welcomed(kept: boolean): void;
  frame(frame: MediaFrame): void;
  changed(state: MediaState): void;
}

const endings: Record<number, Refusal> = {
  4000: "malformed",
  4003: "forbidden",
  4004: "no-session",
  4012: "version",
  4013: "elsewhere",
  4015: "full",
};
/** A speaker who is cut off is missed at once: try again sooner than for papers and votes. */
const impatient = { backoffMin: 250, backoffMax: 1_500 };
/** ms between two `want`s. */
const wantEvery = 200;

/** One person's media socket (protocol.md): signalling only; what flows between browser and bridge outlives it. */
export class MediaConnection {
  private readonly socket: SteadySocket<Refusal>;
  private wanted: Want | undefined;
  private wantedAt = 0;
  private wantTimer: ReturnType<typeof setTimeout> | undefined;
  private switches: Permission | undefined;
  private readonly now: () => number;

  constructor(options: MediaOptions, listener: MediaListener) {
    const { session, videoSlots, test = false, watch = false } = options;
    this.now = options.now ?? Date.now;
    this.socket = new SteadySocket(
      { ...options, pauses: { ...impatient, ...options.pauses } },
      {
        protocol: "plenum.media.v1",
        endings,
        hello: token => ({ t: "hello", v: 1, token, session, videoSlots, test, ...(watch && { watch }) }),
        welcomed: frame => {
          this.repeat();
          listener.welcomed((frame as Frame & { kept?: boolean }).kept === true);
        },
        frame: frame => listener.frame(frame as Frame & MediaFrame),
        changed: state => listener.changed(state),
      },
    );
  }

  readonly state = (): MediaState => this.socket.state();

  start(): void {
    this.socket.start();
  }

  stop(): void {
    clearTimeout(this.wantTimer);
    this.wantTimer = undefined;
    this.socket.stop();
  }

  answer(n: number, sdp: string): void {
    this.socket.write({ t: "answer", n, sdp });
  }

  /** False while there is no socket: the greeting will tell what to do. */
  renew(): boolean {
    if (this.socket.open) this.socket.write({ t: "renew" });
    return this.socket.open;
  }

  /** Is the way there? Silence now means lost. */
  probe(): void {
    this.socket.probe();
    this.socket.retryNow();
  }

  /** The newest wish goes out, at most five a second. */
  want(want: Want): void {
    if (this.wanted && same(this.wanted, want)) return;
    this.wanted = want;
    if (this.wantTimer) return;
    const pause = Math.max(0, this.wantedAt + wantEvery - this.now());
    if (pause === 0) this.tellWant();
    else this.wantTimer = setTimeout(() => this.tellWant(), pause);
  }

  /** Our own switches, for the others' pictures of us. */
  mine(switches: Permission): void {
    if (this.switches && same(this.switches, switches)) return;
    this.switches = switches;
    this.tellMine();
  }

  private repeat(): void {
    this.tellMine();
    this.tellWant();
  }

  private tellWant(): void {
    clearTimeout(this.wantTimer);
    this.wantTimer = undefined;
    if (!this.wanted || !this.socket.open) return;
    this.wantedAt = this.now();
    this.socket.write({ t: "want", ...this.wanted });
  }

  private tellMine(): void {
    if (this.switches && this.socket.open) this.socket.write({ t: "mine", ...this.switches });
  }
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
