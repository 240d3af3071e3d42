import type { SourceKind } from "./media.ts";
import { asksForSsrcs, type LayerSsrcs, sentLayers, withSsrcs } from "./ssrcs.ts";

export type PeerState = "opening" | "connected" | "lost" | "closed";
export type Tracks = Readonly<Partial<Record<SourceKind, MediaStreamTrack | undefined>>>;

export interface PeerListener {
  /** Our answer to the offer; again with the SSRCs of our layers, if the offer asks for them. */
  answered(sdp: string): void;
  changed(state: PeerState): void;
}

export interface PeerOptions {
  sdp: string;
  tracks: Tracks;
  /** The greatest height anyone wants of a source; no entry: not said yet. */
  heights: ReadonlyMap<SourceKind, number>;
  /** A way around networks that let no packet to the bridge through. */
  turn?: RTCIceServer;
  /** Nothing will ever be sent. */
  receives?: boolean;
  create?: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** ms that a broken path may take to come back before it counts as lost. */
  patience?: number;
}

/** The offer's first m-lines take what we send (media-bridge `Offer`). */
const mids: Record<SourceKind, string> = { MICROPHONE: "0", CAMERA: "1", SCREEN: "2" };
const kinds: Record<string, SourceKind> = { "0": "MICROPHONE", "1": "CAMERA", "2": "SCREEN" };

/** A layer of simulcast, low to high, by its RID. */
type Layer = { rid: string; scale: number; bps: number };
const layers: Record<SourceKind, readonly Layer[]> = {
  MICROPHONE: [{ rid: "", scale: 1, bps: 40_000 }],
  CAMERA: [
    { rid: "q", scale: 4, bps: 150_000 },
    { rid: "h", scale: 2, bps: 500_000 },
    { rid: "f", scale: 1, bps: 1_700_000 },
  ],
  SCREEN: [
    { rid: "h", scale: 2, bps: 500_000 },
    { rid: "f", scale: 1, bps: 2_500_000 },
  ],
};
const usualHeight = { MICROPHONE: 0, CAMERA: 720, SCREEN: 1080 };
const usualPatience = 2_500;
/** A browser knows the SSRCs of its layers soon after it has begun to send them: ms between two looks, and how many. */
const lookAgain = 300;
const looks = 40;

/**
 * One RTCPeerConnection for one offer of the bridge: sends up to three sources in layers, receives the slots. It is never
 * renegotiated; a new offer is a new peer.
 */
export class RoomPeer {
  private readonly pc: RTCPeerConnection;
  private readonly listener: PeerListener;
  private readonly patience: number;
  private readonly senders = new Map<SourceKind, RTCRtpSender>();
  private readonly sending = new Map<SourceKind, MediaStreamTrack | null>();
  private readonly heights: Map<SourceKind, number>;
  private readonly received = new Map<string, MediaStreamTrack>();
  private current: PeerState = "opening";
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly tellsSsrcs: boolean;
  private readonly ssrcs = new Map<string, readonly LayerSsrcs[]>();
  private telling: ReturnType<typeof setTimeout> | undefined;
  private told = "";
  /** Changes of a sender go one after the other: two at once would be refused. */
  private queue: Promise<unknown>;

  constructor(options: PeerOptions, listener: PeerListener) {
    this.listener = listener;
    this.patience = options.patience ?? usualPatience;
    this.heights = new Map(options.heights);
    const create = options.create ?? (configuration => new RTCPeerConnection(configuration));
    this.pc = create({ bundlePolicy: "max-bundle", iceServers: options.turn ? [options.turn] : [] });
    this.pc.onconnectionstatechange = () => this.follow();
    this.pc.ontrack = event => {
      if (event.transceiver.mid !== null) this.received.set(event.transceiver.mid, event.track);
    };
    this.tellsSsrcs = asksForSsrcs(options.sdp);
    this.queue = this.answer(options.sdp, options.receives ? undefined : options.tracks).catch(() =>
      this.become("lost"),
    );
  }

  state(): PeerState {
    return this.current;
  }

  /** What a slot receives; there from the first offer on, silent or black until something is sent. */
  track(mid: string): MediaStreamTrack | undefined {
    return this.received.get(mid);
  }

  /** Sends this instead of what was sent before; without a track nothing. */
  send(kind: SourceKind, track: MediaStreamTrack | undefined): void {
    const wanted = track ?? null;
    if (this.sending.get(kind) === wanted) return;
    this.sending.set(kind, wanted);
    this.after(async () => {
      await this.senders.get(kind)?.replaceTrack(wanted);
      await this.shape(kind);
      this.tellSsrcs();
    });
  }

  /** Switches layers off that nobody wants; 0: all. */
  limit(kind: SourceKind, maxHeight: number): void {
    if (this.heights.get(kind) === maxHeight) return;
    this.heights.set(kind, maxHeight);
    this.after(() => this.shape(kind));
  }

  stats(): Promise<RTCStatsReport> {
    return this.pc.getStats();
  }

  close(): void {
    clearTimeout(this.waiting);
    clearTimeout(this.telling);
    this.pc.onconnectionstatechange = null;
    this.pc.ontrack = null;
    this.pc.close();
    this.current = "closed";
  }

  /** @param tracks: none where nothing will ever be sent; a browser leaves those m-lines inactive by itself */
  private async answer(sdp: string, tracks: Tracks | undefined): Promise<void> {
    await this.pc.setRemoteDescription({ type: "offer", sdp });
    for (const transceiver of tracks ? this.pc.getTransceivers() : []) {
      const kind = transceiver.mid === null ? undefined : kinds[transceiver.mid];
      if (!kind || transceiver.mid !== mids[kind]) continue;
      // Also without a track: it may come later, and then nothing need be negotiated.
      transceiver.direction = "sendonly";
      this.senders.set(kind, transceiver.sender);
      if (!this.sending.has(kind)) this.sending.set(kind, tracks?.[kind] ?? null);
      await transceiver.sender.replaceTrack(this.sending.get(kind) ?? null);
      await this.shape(kind);
    }
    const answer = await this.pc.createAnswer();
    if (this.current === "closed") return;
    await this.pc.setLocalDescription(answer);
    this.listener.answered(this.pc.localDescription?.sdp ?? answer.sdp ?? "");
  }

  private async shape(kind: SourceKind): Promise<void> {
    const sender = this.senders.get(kind);
    if (!sender || this.pc.connectionState === "closed") return;
    const parameters = sender.getParameters();
    const own = sender.track?.getSettings?.().height ?? usualHeight[kind];
    const active = activeLayers(kind, own, this.heights.get(kind));
    for (const [at, encoding] of (parameters.encodings ?? []).entries()) {
      const layer = layers[kind].find(one => one.rid === encoding.rid) ?? layers[kind][at];
      if (!layer) continue;
      encoding.maxBitrate = layer.bps;
      encoding.active = active.has(layer.rid);
      if (kind === "MICROPHONE") encoding.priority = encoding.networkPriority = "high";
      else encoding.scaleResolutionDownBy = layer.scale;
    }
    await sender.setParameters(parameters);
  }

  private tellSsrcs(left = looks): void {
    clearTimeout(this.telling);
    if (!this.tellsSsrcs || this.current !== "connected") return;
    this.after(async () => {
      const known = await Promise.all([this.knowsSsrcs("CAMERA", left === 0), this.knowsSsrcs("SCREEN", left === 0)]);
      const answer = withSsrcs(this.pc.localDescription?.sdp ?? "", this.ssrcs);
      if (this.ssrcs.size > 0 && answer !== this.told) this.listener.answered(answer);
      this.told = answer;
      if (known.includes(false)) this.telling = setTimeout(() => this.tellSsrcs(left - 1), lookAgain);
    });
  }

  /** @param enough: what there is by now is taken */
  private async knowsSsrcs(kind: SourceKind, enough: boolean): Promise<boolean> {
    const sender = this.senders.get(kind);
    if (!sender?.track) return true;
    const rids = layers[kind].map(layer => layer.rid);
    const sent = sentLayers(await sender.getStats(), rids);
    const done = sent.length === rids.length || enough;
    if (done && sent.length > 0) this.ssrcs.set(mids[kind], sent);
    return done;
  }

  private follow(): void {
    const state = this.pc.connectionState;
    if (state === "connected") this.become("connected");
    if (state === "failed") this.become("lost");
    if (state === "disconnected" && this.waiting === undefined) {
      this.waiting = setTimeout(() => this.become("lost"), this.patience);
    }
  }

  private become(state: PeerState): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (this.current === "closed" || this.current === state) return;
    this.current = state;
    this.listener.changed(state);
    this.tellSsrcs();
  }

  private after(change: () => Promise<unknown>): void {
    // A sender whose connection has closed meanwhile refuses; the next peer starts from the same wishes.
    this.queue = this.queue.then(() => (this.current === "closed" ? undefined : change())).catch(() => undefined);
  }
}

/** The layers to encode for someone who wants `height` pixels of a picture `own` pixels high: the lowest that suffices, and all below. */
export function activeLayers(kind: SourceKind, own: number, height: number | undefined): ReadonlySet<string> {
  const all = layers[kind];
  if (height === undefined || kind === "MICROPHONE") return new Set(all.map(layer => layer.rid));
  const needed = all.filter((_, at) => {
    const below = all[at - 1];
    return height > 0 && (below === undefined || own / below.scale < height);
  });
  return new Set(needed.map(layer => layer.rid));
}
