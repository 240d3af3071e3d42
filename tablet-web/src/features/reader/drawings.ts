/** Lets one page be drawn at a time, the most wanted first: two at once would both come later. */
export class Drawings {
  private order: readonly number[] = [];
  private readonly waiting = new Map<number, () => void>();
  private busy = false;

  /** Pages on screen and beside it, most wanted first. */
  wants(pages: readonly number[]): void {
    this.order = pages;
  }

  /** Draws when it is this page's turn. Resolves when it is drawn, at once when `stop` comes before its turn. */
  async draw(page: number, stop: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (this.busy && !(await this.turn(page, stop))) return;
    this.busy = true;
    try {
      if (!stop.aborted) await work();
    } finally {
      this.busy = false;
      this.next();
    }
  }

  /** False: it is no longer wanted. */
  private turn(page: number, stop: AbortSignal): Promise<boolean> {
    return new Promise(resolve => {
      const go = () => resolve(true);
      this.waiting.set(page, go);
      stop.addEventListener("abort", () => {
        if (this.waiting.get(page) === go) this.waiting.delete(page);
        resolve(false);
      });
    });
  }

  private next(): void {
    const page = this.order.find(one => this.waiting.has(one)) ?? this.waiting.keys().next().value;
    if (page === undefined) return;
    const go = this.waiting.get(page);
    this.waiting.delete(page);
    this.busy = true; // nobody slips in before that page goes on
    go?.();
  }
}
