import Socket from "ws";

/** What jsdom lacks of a browser that shows pictures and plays sound. */

class Size implements ResizeObserver {
  private readonly told: ResizeObserverCallback;

  constructor(told: ResizeObserverCallback) {
    this.told = told;
  }

  /** Every area is a landscape tablet's. */
  observe(): void {
    const entry = { contentRect: { width: 1264, height: 640 } } as ResizeObserverEntry;
    queueMicrotask(() => this.told([entry], this));
  }

  unobserve(): void {}
  disconnect(): void {}
}

class Stream {
  readonly tracks: readonly unknown[];

  constructor(tracks: readonly unknown[] = []) {
    this.tracks = tracks;
  }
}

/** A quiet sound system. */
class Quiet {
  readonly state = "running";
  createAnalyser() {
    return { fftSize: 0, getFloatTimeDomainData: () => undefined };
  }
  createMediaStreamSource() {
    return { connect: () => undefined };
  }
  async close(): Promise<void> {}
}

globalThis.ResizeObserver ??= Size;
globalThis.MediaStream ??= Stream as unknown as typeof MediaStream;
globalThis.AudioContext ??= Quiet as unknown as typeof AudioContext;
HTMLMediaElement.prototype.play = async () => undefined;
// Node's own socket does not go together with jsdom's events.
globalThis.WebSocket = Socket as unknown as typeof WebSocket;
