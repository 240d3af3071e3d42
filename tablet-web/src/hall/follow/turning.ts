type Told = "told" | "again" | "refused";

/** A page that is only passed by, as when a paper opens, is not told. */
const settleMs = 120;

/** Tells one page after the other with `pauseMs` between: the newest counts, and the last one is always told. */
export class Turning {
  private readonly tell: (page: number) => Promise<Told>;
  private readonly pauseMs: number;
  private wanted: number | undefined;
  private running = false;

  /** `tell` says whether it was told, must be told again later, or will never be taken. */
  constructor(tell: (page: number) => Promise<Told>, pauseMs = 400) {
    this.tell = tell;
    this.pauseMs = pauseMs;
  }

  to(page: number): void {
    this.wanted = page;
    if (!this.running) void this.run();
  }

  /** Nothing more is told. */
  stop(): void {
    this.wanted = undefined;
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.wanted !== undefined) {
      await pause(settleMs);
      const page: number | undefined = this.wanted;
      this.wanted = undefined;
      if (page !== undefined && (await this.tell(page)) === "again") this.wanted ??= page;
      await pause(this.pauseMs);
    }
    this.running = false;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
