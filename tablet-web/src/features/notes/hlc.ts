/** Hybrid logical clock: later than everything this tablet has written or seen, and close to the time of day. Stamps compare as texts. */
export class Hlc {
  private readonly tablet: string;
  private readonly now: () => number;
  private ms = 0;
  private counter = 0;

  /** `tablet`: 8 hexadecimal digits, another on each tablet. */
  constructor(tablet: string, now: () => number = Date.now) {
    this.tablet = tablet;
    this.now = now;
  }

  next(): string {
    const now = Math.trunc(this.now());
    if (now > this.ms) {
      this.ms = now;
      this.counter = 0;
    } else if (this.counter < 0xffff) {
      this.counter++;
    } else {
      this.ms++;
      this.counter = 0;
    }
    return this.stamp();
  }

  /** From now on everything is later than this stamp. */
  heard(stamp: string): void {
    const [ms = "0", counter = "0"] = stamp.split("-");
    const [theirs, count] = [Number(ms), Number.parseInt(counter, 16)];
    if (theirs > this.ms || (theirs === this.ms && count > this.counter)) {
      this.ms = theirs;
      this.counter = count;
    }
  }

  private stamp(): string {
    return `${String(this.ms).padStart(13, "0")}-${this.counter.toString(16).padStart(4, "0")}-${this.tablet}`;
  }
}

/** The time of day in a stamp, UTC ms. */
export function timeOf(stamp: string): number {
  return Number(stamp.slice(0, 13));
}
