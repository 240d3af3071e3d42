/** Ends a request when it is to stop, or when nothing has come for a while. */
export class Stall {
  private readonly controller = new AbortController();
  private readonly ms: number;
  private readonly stop: AbortSignal;
  private timer: ReturnType<typeof setTimeout>;
  private readonly give = () => this.controller.abort();

  constructor(ms: number, stop: AbortSignal) {
    this.ms = ms;
    this.stop = stop;
    stop.addEventListener("abort", this.give);
    if (stop.aborted) this.give();
    this.timer = setTimeout(this.give, ms);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.give, this.ms);
  }

  end(): void {
    clearTimeout(this.timer);
    this.stop.removeEventListener("abort", this.give);
  }
}
