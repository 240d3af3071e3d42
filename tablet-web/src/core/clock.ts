/** The server's clock as seen from here: local time plus the offset of the quickest exchange so far. */
export class ServerClock {
  private offset = 0;
  private bestRoundTrip = Number.POSITIVE_INFINITY;
  private readonly local: () => number;

  constructor(local: () => number = Date.now) {
    this.local = local;
  }

  /** UTC milliseconds by the server's clock. */
  now(): number {
    return this.local() + this.offset;
  }

  /** Takes a stamp the server sent; `roundTrip` in ms, unknown for a first greeting. */
  observe(serverNow: number, roundTrip = 2000): void {
    if (roundTrip > this.bestRoundTrip) return;
    this.bestRoundTrip = roundTrip;
    const halfWay = Number.isFinite(roundTrip) && roundTrip < 2000 ? roundTrip / 2 : 0;
    this.offset = serverNow + halfWay - this.local();
  }

  /** A new socket may reach another machine: measure again. */
  restart(): void {
    this.bestRoundTrip = Number.POSITIVE_INFINITY;
  }
}
