/** Stands in for a track: what a device or a slot gives. */
export class FakeTrack extends EventTarget {
  readonly kind: string;
  readonly label: string;
  readonly height: number;
  enabled = true;
  contentHint = "";
  readyState: "live" | "ended" = "live";

  constructor(kind: string, label = kind, height = 720) {
    super();
    this.kind = kind;
    this.label = label;
    this.height = height;
  }

  getSettings(): { height: number } {
    return { height: this.height };
  }

  stop(): void {
    this.readyState = "ended";
  }

  /** As if its plug were pulled. */
  end(): void {
    this.stop();
    this.dispatchEvent(new Event("ended"));
  }

  clone(): FakeTrack {
    return new FakeTrack(this.kind, this.label, this.height);
  }

  get real(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack;
  }
}

export class FakeSender {
  track: FakeTrack | null = null;
  parameters: RTCRtpSendParameters;
  /** What it sends by now: a stream for each layer. */
  streams: readonly { rid: string; ssrc: number; rtxSsrc?: number }[] = [];
  private readonly pc: FakePeerConnection;

  constructor(pc: FakePeerConnection, rids: readonly string[]) {
    this.pc = pc;
    this.parameters = {
      encodings: rids.map(rid => ({ rid, active: true })),
      transactionId: "0",
    } as unknown as RTCRtpSendParameters;
  }

  async replaceTrack(track: FakeTrack | null): Promise<void> {
    this.pc.mustBeOpen();
    this.track = track;
  }

  getParameters(): RTCRtpSendParameters {
    return structuredClone(this.parameters);
  }

  async setParameters(parameters: RTCRtpSendParameters): Promise<void> {
    this.pc.mustBeOpen();
    this.parameters = parameters;
    this.pc.changed();
  }

  async getStats(): Promise<Map<string, object>> {
    return new Map(this.streams.map(stream => [`${stream.ssrc}`, { type: "outbound-rtp", ...stream }]));
  }

  get active(): (string | undefined)[] {
    return this.parameters.encodings.filter(one => one.active).map(one => one.rid);
  }
}

type FakeTransceiver = { mid: string; direction: string; sender: FakeSender; receiver: { track: FakeTrack } };

/** Stands in for a browser's RTCPeerConnection with the m-lines of the bridge's offer: 0, 1, 2, a0, a1, v0, v1. */
export class FakePeerConnection {
  connectionState: RTCPeerConnectionState = "new";
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: { track: FakeTrack; transceiver: FakeTransceiver }) => void) | null = null;
  localDescription: { sdp: string } | null = null;
  offer = "";
  /** Its answer; empty: one that names what sends. */
  answer = "";
  readonly transceivers: FakeTransceiver[] = [];
  private watchers: (() => void)[] = [];

  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  async setRemoteDescription(description: { sdp: string }): Promise<void> {
    this.mustBeOpen();
    this.offer = description.sdp;
    const rids: Record<string, string[]> = { "0": [""], "1": ["q", "h", "f"], "2": ["h", "f"] };
    for (const mid of ["0", "1", "2", "a0", "a1", "v0", "v1"]) {
      const track = new FakeTrack(/^[0a]/.test(mid) ? "audio" : "video", `${this.offer} ${mid}`);
      const one = { mid, direction: "recvonly", sender: new FakeSender(this, rids[mid] ?? []), receiver: { track } };
      this.transceivers.push(one);
      if (/^[av]/.test(mid)) this.ontrack?.({ track, transceiver: one });
    }
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  async createAnswer(): Promise<{ type: string; sdp: string }> {
    this.mustBeOpen();
    if (this.answer) return { type: "answer", sdp: this.answer };
    const sends = this.transceivers.filter(one => one.direction === "sendonly").map(one => one.mid);
    return { type: "answer", sdp: `answer to ${this.offer} sending ${sends.join(" ")}` };
  }

  async setLocalDescription(description: { sdp: string }): Promise<void> {
    this.mustBeOpen();
    this.localDescription = description;
  }

  async getStats(): Promise<Map<string, object>> {
    return new Map();
  }

  close(): void {
    this.connectionState = "closed";
  }

  /** As the browser tells it. */
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  sender(mid: string): FakeSender {
    const found = this.transceivers.find(one => one.mid === mid);
    if (!found) throw new Error(`no m-line ${mid}`);
    return found.sender;
  }

  /** Resolves as soon as its senders are as wished. */
  async until(fits: () => boolean): Promise<void> {
    while (!fits()) await new Promise<void>(wake => this.watchers.push(wake));
  }

  mustBeOpen(): void {
    if (this.connectionState === "closed") throw new DOMException("closed", "InvalidStateError");
  }

  changed(): void {
    for (const wake of this.watchers.splice(0)) wake();
  }
}

/** A browser's devices, played by the test: which exist, and what opening them meets. */
export class FakeMedia extends EventTarget {
  readonly asked: MediaStreamConstraints[] = [];
  readonly opened: FakeTrack[] = [];
  devices = [
    { kind: "audioinput", deviceId: "m1", label: "Micro cài sẵn" },
    { kind: "videoinput", deviceId: "c1", label: "Camera trước" },
    { kind: "audiooutput", deviceId: "l1", label: "Loa ngoài" },
  ];
  /** The error's name when these are asked for. */
  refuse: (constraints: MediaStreamConstraints) => string | undefined = () => undefined;

  get real(): MediaDevices {
    return this as unknown as MediaDevices;
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const name = this.refuse(constraints);
    if (name) throw new DOMException("refused", name);
    const audio = constraints.audio ? [new FakeTrack("audio")] : [];
    const video = constraints.video ? [new FakeTrack("video")] : [];
    return this.stream(audio, video);
  }

  async getDisplayMedia(): Promise<MediaStream> {
    const name = this.refuse({});
    if (name) throw new DOMException("refused", name);
    return this.stream([], [new FakeTrack("video", "screen", 1080)]);
  }

  async enumerateDevices(): Promise<unknown[]> {
    return this.devices;
  }

  private stream(audio: FakeTrack[], video: FakeTrack[]): MediaStream {
    this.opened.push(...audio, ...video);
    return {
      getTracks: () => [...audio, ...video],
      getAudioTracks: () => audio,
      getVideoTracks: () => video,
    } as unknown as MediaStream;
  }
}
