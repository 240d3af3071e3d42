import {
  type Line,
  MediaConnection,
  type MediaEnd,
  type MediaFrame,
  type MediaOptions,
  type MediaState,
  type Permission,
  type Person,
  type Slot,
  type SourceKind,
  type Want,
} from "./media.ts";
import { RoomPeer } from "./peer.ts";

export type CallState =
  | { kind: "connecting" }
  /** Media flows. */
  | { kind: "live" }
  /** It did and will again; nothing is lost but what was said meanwhile. */
  | { kind: "reconnecting" }
  | { kind: "ended"; reason: MediaEnd };
export type CallTopic = "state" | "people" | "levels" | "speaker" | "tracks" | "permission" | "line";

/** Where our own sources come from. */
export interface OwnSources {
  sent(kind: SourceKind): MediaStreamTrack | undefined;
  revoke(kind: SourceKind): void;
  subscribe(listener: () => void): () => void;
}

export interface CallOptions extends MediaOptions {
  sources: OwnSources;
  createPeer?: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** ms: for a broken path to come back, for an offer after a renewal was asked, for a new peer to connect. */
  patience?: { path?: number; offer?: number; connect?: number };
}

const kinds: readonly SourceKind[] = ["MICROPHONE", "CAMERA", "SCREEN"];
const permissionOf = { MICROPHONE: "microphone", CAMERA: "camera", SCREEN: "screen" } as const;
const everything: Permission = { microphone: true, camera: true, screen: true };
const offerPatience = 4_000;
const connectPatience = 8_000;

/** A peer and what its slots carry. */
type Path = { peer: RoomPeer; slots: ReadonlyMap<string, string> };

/**
 * Our place in the room's conversation: the media socket, and the peer of its newest offer. Comes back by itself after
 * everything that can break; what is sent is always what our sources and the bridge's permission allow.
 */
export class Call {
  private readonly options: CallOptions;
  private readonly media: MediaConnection;
  private readonly listeners = new Map<CallTopic, Set<() => void>>();
  private readonly heights = new Map<SourceKind, number>();
  /** What is seen and heard; the one before the newest stays until that one is connected. */
  private path: Path | undefined;
  private next: Path | undefined;
  private current: CallState = { kind: "connecting" };
  private persons: ReadonlyMap<string, Person> = new Map();
  private loudness: ReadonlyMap<string, number> = new Map();
  private dominant: string | undefined;
  private permitted: Permission = everything;
  private quality: Line | undefined;
  private bridgeAway = false;
  private hasFlown = false;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(options: CallOptions) {
    this.options = options;
    this.media = new MediaConnection(options, {
      welcomed: kept => this.welcomed(kept),
      frame: frame => this.receive(frame),
      changed: state => this.socketChanged(state),
    });
  }

  readonly state = (): CallState => this.current;
  readonly people = (): ReadonlyMap<string, Person> => this.persons;
  /** Loudness of who is heard now: 0 loudest, 127 silent (RFC 6464). */
  readonly levels = (): ReadonlyMap<string, number> => this.loudness;
  readonly speaker = (): string | undefined => this.dominant;
  readonly permission = (): Permission => this.permitted;
  readonly line = (): Line | undefined => this.quality;

  start(): void {
    this.unsubscribe ??= this.options.sources.subscribe(this.sourcesChanged);
    globalThis.addEventListener?.("online", this.nudge);
    networkInformation()?.addEventListener?.("change", this.nudge);
    this.sourcesChanged();
    this.media.start();
  }

  stop(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    globalThis.removeEventListener?.("online", this.nudge);
    networkInformation()?.removeEventListener?.("change", this.nudge);
    clearTimeout(this.renewal);
    this.renewal = undefined;
    this.media.stop();
    this.dropPaths();
    this.hasFlown = false;
    this.become({ kind: "connecting" });
  }

  subscribe(topic: CallTopic, listener: () => void): () => void {
    let set = this.listeners.get(topic);
    if (!set) {
      set = new Set();
      this.listeners.set(topic, set);
    }
    set.add(listener);
    return () => set.delete(listener);
  }

  /** The network may be back: tries at once what would be tried later. */
  readonly nudge = (): void => {
    this.media.probe();
    const peer = this.newestPath()?.peer;
    if (peer && peer.state() === "lost") this.renew();
  };

  want(want: Want): void {
    this.media.want(want);
  }

  /** The picture of that name, when a slot carries it. */
  track(source: string): MediaStreamTrack | undefined {
    for (const [mid, carried] of this.path?.slots ?? []) {
      if (carried === source) return this.path?.peer.track(mid);
    }
    return undefined;
  }

  /** Every voice slot, silent or not: who speaks may change without notice. */
  voice(slot: number): MediaStreamTrack | undefined {
    return this.path?.peer.track(`a${slot}`);
  }

  stats(): Promise<RTCStatsReport> | undefined {
    return (this.path ?? this.next)?.peer.stats();
  }

  private welcomed(kept: boolean): void {
    this.bridgeAway = false;
    if (kept && this.newestPath()?.peer.state() !== "connected") this.renew();
  }

  private receive(frame: MediaFrame): void {
    switch (frame.t) {
      case "offer":
        this.offered(frame);
        break;
      case "slots":
        this.takeSlots(frame.slots);
        break;
      case "people":
        this.takePeople(frame);
        break;
      case "levels":
        this.loudness = new Map(Object.entries(frame.levels));
        this.notify("levels");
        break;
      case "speaker":
        this.dominant = frame.personId ?? undefined;
        this.notify("speaker");
        break;
      case "sender":
        this.heights.set(frame.source, frame.maxHeight);
        for (const path of this.paths()) path.peer.limit(frame.source, frame.maxHeight);
        break;
      case "permission":
        this.takePermission(frame);
        break;
      case "line":
        this.quality = frame;
        this.notify("line");
        break;
      case "media":
        this.bridgeAway = frame.state === "LOST";
        if (this.bridgeAway) this.forgetRenewal();
        this.review();
        break;
    }
  }

  private offered({ n, sdp, turn }: MediaFrame & { t: "offer" }): void {
    this.forgetRenewal();
    this.next?.peer.close();
    const { createPeer, patience } = this.options;
    const tracks = Object.fromEntries(kinds.map(kind => [kind, this.outgoing(kind)]));
    const peer: RoomPeer = new RoomPeer(
      {
        sdp,
        tracks,
        heights: this.heights,
        ...(turn ? { turn } : {}),
        receives: this.options.watch === true,
        ...(createPeer ? { create: createPeer } : {}),
        ...(patience?.path === undefined ? {} : { patience: patience.path }),
      },
      {
        answered: answer => this.media.answer(n, answer),
        changed: () => this.peerChanged(peer),
      },
    );
    this.next = { peer, slots: new Map() };
    this.renewal = setTimeout(() => this.renew(), patience?.connect ?? connectPatience);
    this.review();
  }

  private peerChanged(peer: RoomPeer): void {
    if (peer !== this.newestPath()?.peer) return;
    if (peer.state() === "connected") {
      this.forgetRenewal();
      this.hasFlown = true;
      if (this.next) {
        this.path?.peer.close();
        this.path = this.next;
        this.next = undefined;
        this.notify("tracks");
      }
    }
    if (peer.state() === "lost") this.renew();
    this.review();
  }

  /** Asks for a new offer, and again until one has come and leads somewhere. */
  private renew(): void {
    this.forgetRenewal();
    if (this.bridgeAway || !this.media.renew()) return;
    this.renewal = setTimeout(() => this.renew(), this.options.patience?.offer ?? offerPatience);
  }

  private forgetRenewal(): void {
    clearTimeout(this.renewal);
    this.renewal = undefined;
  }

  private readonly sourcesChanged = (): void => {
    for (const kind of kinds) {
      for (const path of this.paths()) path.peer.send(kind, this.outgoing(kind));
    }
    this.media.mine({
      microphone: this.outgoing("MICROPHONE") !== undefined,
      camera: this.outgoing("CAMERA") !== undefined,
      screen: this.outgoing("SCREEN") !== undefined,
    });
  };

  private outgoing(kind: SourceKind): MediaStreamTrack | undefined {
    return this.permitted[permissionOf[kind]] ? this.options.sources.sent(kind) : undefined;
  }

  private takePermission({ microphone, camera, screen }: Permission): void {
    this.permitted = { microphone, camera, screen };
    for (const kind of kinds) {
      if (!this.permitted[permissionOf[kind]]) this.options.sources.revoke(kind);
    }
    this.sourcesChanged();
    this.notify("permission");
  }

  private takeSlots(slots: readonly Slot[]): void {
    const carried = new Map<string, string>();
    for (const { mid, source } of slots) if (source !== null) carried.set(mid, source);
    if (this.next) this.next = { ...this.next, slots: carried };
    else if (this.path) this.path = { ...this.path, slots: carried };
    this.notify("tracks");
  }

  private takePeople(frame: MediaFrame & { t: "people" }): void {
    const all = new Map(frame.full ? [] : this.persons);
    for (const person of frame.people) all.set(person.personId, person);
    for (const gone of frame.gone ?? []) all.delete(gone);
    this.persons = all;
    this.notify("people");
  }

  private socketChanged(state: MediaState): void {
    if (state.kind === "ended") {
      this.forgetRenewal();
      this.dropPaths();
      this.become(state);
      return;
    }
    this.review();
  }

  private review(): void {
    if (this.current.kind === "ended" && this.media.state().kind === "ended") return;
    const flows =
      this.path?.peer.state() === "connected" && !this.next && !this.bridgeAway && this.media.state().kind === "live";
    this.become(flows ? { kind: "live" } : { kind: this.hasFlown ? "reconnecting" : "connecting" });
  }

  private newestPath(): Path | undefined {
    return this.next ?? this.path;
  }

  private paths(): Path[] {
    return [this.path, this.next].filter(path => path !== undefined);
  }

  private dropPaths(): void {
    for (const path of this.paths()) path.peer.close();
    this.path = this.next = undefined;
    this.notify("tracks");
  }

  private become(state: CallState): void {
    if (state.kind === this.current.kind && state.kind !== "ended") return;
    this.current = state;
    this.notify("state");
  }

  private notify(topic: CallTopic): void {
    for (const listener of [...(this.listeners.get(topic) ?? [])]) listener();
  }
}

/** Where the browser tells about its network (not everywhere). */
function networkInformation(): Partial<EventTarget> | undefined {
  return (globalThis.navigator as (Navigator & { connection?: EventTarget }) | undefined)?.connection;
}
