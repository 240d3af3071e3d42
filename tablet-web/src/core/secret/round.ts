import type { Pause } from "./casting.ts";

const first = 2_000;
const longest = 15_000;

/** Runs one deed at a time until it need not be tried again; what is asked for meanwhile is done after it. */
export class Round {
  private readonly deed: () => Promise<"done" | "again">;
  private readonly pause: Pause;
  private running = false;
  private due = false;
  private ended = false;
  private wake: () => void = () => {};

  constructor(deed: () => Promise<"done" | "again">, pause: Pause) {
    this.deed = deed;
    this.pause = pause;
  }

  /** Now, or as soon as what runs has ended. */
  async go(): Promise<void> {
    this.due = true;
    this.wake();
    if (this.running) return;
    this.running = true;
    try {
      for (let wait = first; this.due && !this.ended; wait = Math.min(longest, wait * 2)) await this.turn(wait);
    } finally {
      this.running = false;
    }
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  private async turn(wait: number): Promise<void> {
    this.due = false;
    if ((await this.deed()) === "done" || this.due || this.ended) return;
    this.due = true;
    await Promise.race([this.pause(wait), new Promise<void>(woken => (this.wake = woken))]);
  }
}
