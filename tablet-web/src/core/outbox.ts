import { newId } from "./ids.ts";
import { asProblem, ProblemError } from "./problem.ts";
import type { Problem } from "./schemas.ts";
import type { Store } from "./store.ts";

/** Something to tell the server, made here. `id` is the client's, by which the server takes it once; `at` is the client's time, UTC ms. */
export interface Op {
  id: string;
  kind: string;
  data: unknown;
  at: number;
}

/**
 * Brings operations of one kind to the server, in the order given, and resolves when they are durable there. May be called again with
 * what was already delivered. A ProblemError of status 4xx other than 401, 408, 425 and 429 is a refusal: the operation
 * is taken out and kept among the refused.
 */
export type Deliver = (ops: readonly Op[]) => Promise<void>;

export interface OutboxPlaces {
  now(): number;
  /** Runs one at a time over all tabs. */
  exclusive(run: () => Promise<void>): Promise<void>;
  /** ms before the first try after a failed one; doubled while nothing gets through, up to eight times. */
  retryMs: number;
}

type Handler = { deliver: Deliver; atOnce: number };
const mostDoublings = 3;
const refusedTable = "refused";

/**
 * The person's post that waits for a network: kept encrypted on the disk, delivered in the order of queueing within its kind, once,
 * also after a restart. A kind that has no handler yet, or does not get through, does not hold up others.
 */
export class Outbox {
  private readonly store: Store;
  private readonly places: OutboxPlaces;
  private readonly handlers = new Map<string, Handler>();
  private readonly listeners = new Set<() => void>();
  private known: readonly Op[] = [];
  private running: Promise<void> | undefined;
  private again = false;
  private failed = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  private constructor(store: Store, places: OutboxPlaces) {
    this.store = store;
    this.places = places;
  }

  static async open(store: Store, places: OutboxPlaces = browserOutboxPlaces()): Promise<Outbox> {
    const outbox = new Outbox(store, places);
    await outbox.load();
    return outbox;
  }

  /** What waits, oldest first. Stable until it changes. */
  readonly waiting = (): readonly Op[] => this.known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Who delivers this kind, and how many at most in one call. What waits is tried at once. Returns how to withdraw it. */
  handle(kind: string, deliver: Deliver, atOnce = 50): () => void {
    const handler = { deliver, atOnce };
    this.handlers.set(kind, handler);
    void this.flush();
    return () => {
      if (this.handlers.get(kind) === handler) this.handlers.delete(kind);
    };
  }

  /** On the disk when it resolves; delivered as soon as the network allows. */
  async queue(kind: string, data: unknown, id: string = newId()): Promise<Op> {
    const op: Op = { id, kind, data, at: this.places.now() };
    await this.store.append(op);
    this.become([...this.known, op]);
    void this.flush();
    return op;
  }

  /** Tries now; resolves when this attempt is over, whatever came of it. */
  flush(): Promise<void> {
    if (this.running) this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** What the server would not take, with its reason; kept until `forget`. */
  async refused(): Promise<{ op: Op; problem: Problem }[]> {
    return (await this.store.each<{ op: Op; problem: Problem }>(refusedTable)).map(row => row.value);
  }

  async forget(id: string): Promise<void> {
    await this.store.remove(refusedTable, id);
    this.told();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    do {
      this.again = false;
      await this.places.exclusive(() => this.deliverAll()).catch(() => undefined);
    } while (this.again && !this.closed);
    if (this.known.length === 0 || this.closed) return;
    this.timer = setTimeout(() => void this.flush(), this.places.retryMs * 2 ** this.failed);
    this.failed = Math.min(mostDoublings, this.failed + 1);
  }

  /** Another tab may have delivered or queued meanwhile: the disk counts. */
  private async deliverAll(): Promise<void> {
    for (const [kind, handler] of this.handlers) {
      for (;;) {
        const rows = (await this.load()).filter(row => row.value.kind === kind).slice(0, handler.atOnce);
        if (rows.length === 0 || this.closed) break;
        if (!(await this.deliver(handler, rows))) break;
      }
    }
  }

  /** False: nothing gets through now. */
  private async deliver(handler: Handler, rows: readonly { at: number; value: Op }[]): Promise<boolean> {
    try {
      await handler.deliver(rows.map(row => row.value));
      await this.store.dropAppended(rows.map(row => row.at));
      this.failed = 0;
      await this.load();
      return true;
    } catch (error) {
      if (!isRefusal(error)) return false;
      const [first] = rows;
      if (rows.length > 1 || !first) return this.oneByOne(handler, rows);
      await this.store.put(refusedTable, first.value.id, { op: first.value, problem: asProblem(error) });
      await this.store.dropAppended([first.at]);
      await this.load();
      return true;
    }
  }

  /** One bad operation must not take the others of its batch with it. */
  private async oneByOne(handler: Handler, rows: readonly { at: number; value: Op }[]): Promise<boolean> {
    for (const row of rows) if (!(await this.deliver(handler, [row]))) return false;
    return true;
  }

  private async load(): Promise<{ at: number; value: Op }[]> {
    const rows = await this.store.appended<Op>();
    this.become(rows.map(row => row.value));
    return rows;
  }

  private become(ops: readonly Op[]): void {
    const same = ops.length === this.known.length && ops.every((op, index) => op.id === this.known[index]?.id);
    if (same) return;
    this.known = ops;
    this.told();
  }

  private told(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const passing = new Set([0, 401, 408, 425, 429]);

function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && !passing.has(error.problem.status) && error.problem.status < 500;
}

export function browserOutboxPlaces(): OutboxPlaces {
  const locks = navigator.locks as LockManager | undefined;
  return {
    now: () => Date.now(),
    exclusive: async run => void (await (locks ? locks.request("plenum-outbox", run) : run())),
    retryMs: 2_000,
  };
}
