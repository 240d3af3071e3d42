import type { Api } from "./api.ts";
import { unwrap } from "./api.ts";
import type { Op, Outbox } from "./outbox.ts";
import { ProblemError } from "./problem.ts";
import type { Store } from "./store.ts";

/** One version of a paper that came before the person's eyes. */
export type Opened = { paperId: string; version: number };
type Sent = Opened & { session: string };

const kind = "opening";
const table = "opened";
const atOnce = 12;
const patienceMs = 8_000;

export interface OpeningPlaces {
  /** What the server knows. Rejects without a network. */
  fetch(): Promise<readonly Opened[]>;
  /** Brings one to the server, now or when there is a network. */
  tell(opened: Opened): Promise<void>;
  /** The device's own memory. */
  store?: Pick<Store, "get" | "put"> | undefined;
}

/** Which versions of which papers of a session the person has opened, here or on another device. Tells each new one to the server once. */
export class Openings {
  private readonly session: string;
  private readonly places: OpeningPlaces;
  private readonly listeners = new Set<() => void>();
  private readonly onScreen: string[] = [];
  private readonly versions = new Map<string, Set<number>>();
  private newest: ReadonlyMap<string, number> | undefined;
  private work: Promise<unknown> = Promise.resolve();

  constructor(session: string, places: OpeningPlaces) {
    this.session = session;
    this.places = places;
  }

  /** Newest version opened by paper; undefined until it is known. */
  readonly known = (): ReadonlyMap<string, number> | undefined => this.newest;

  /** The newest version before that one which the person has had open. */
  readonly readBefore = (paperId: string, version: number): number | undefined => {
    const earlier = [...(this.versions.get(paperId) ?? [])].filter(one => one < version);
    return earlier.length > 0 ? Math.max(...earlier) : undefined;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** First what this device remembers, then what the server knows. Rejects when the server is out of reach. */
  async load(): Promise<void> {
    const kept = await this.places.store?.get<Opened[]>(table, this.session).catch(() => undefined);
    if (kept) this.learn(kept);
    try {
      this.learn(await this.places.fetch());
    } catch (error) {
      this.tell(); // what this device knows is all that can be known now
      throw error;
    }
    await this.keep();
  }

  /** Call what it gives when the paper is no longer on screen. */
  reading(paperId: string): () => void {
    this.onScreen.push(paperId);
    return () => {
      this.onScreen.splice(this.onScreen.indexOf(paperId), 1);
    };
  }

  isBeingRead(paperId: string): boolean {
    return this.onScreen.includes(paperId);
  }

  note(paperId: string, version: number): void {
    if (this.versions.get(paperId)?.has(version)) return;
    this.learn([{ paperId, version }]);
    // Queued first: what this device remembers is not told again.
    this.work = this.work.then(() => this.places.tell({ paperId, version })).then(() => this.keep());
    this.work = this.work.catch(() => this.forget(paperId, version));
  }

  /** Resolves when everything noted so far is queued and remembered. */
  async settled(): Promise<void> {
    await this.work;
  }

  private learn(opened: readonly Opened[]): void {
    for (const { paperId, version } of opened) {
      this.versions.set(paperId, (this.versions.get(paperId) ?? new Set()).add(version));
    }
    this.tell();
  }

  /** It could be neither told nor queued: the next opening tells it. */
  private forget(paperId: string, version: number): void {
    this.versions.get(paperId)?.delete(version);
    this.tell();
  }

  private async keep(): Promise<void> {
    const all = [...this.versions].flatMap(([paperId, known]) => [...known].map(version => ({ paperId, version })));
    await this.places.store?.put(table, this.session, all).catch(() => undefined);
  }

  private tell(): void {
    const some = [...this.versions].filter(([, known]) => known.size > 0);
    this.newest = new Map(some.map(([paperId, known]) => [paperId, Math.max(...known)]));
    for (const listener of [...this.listeners]) listener();
  }
}

/** The server, and the outbox where one can be kept. */
export function openingPlaces(api: Api, session: string, store?: Store, outbox?: Outbox): OpeningPlaces {
  const path = { sessionId: session };
  return {
    fetch: async () =>
      (
        await unwrap(
          api.GET("/api/sessions/{sessionId}/openings", { params: { path }, signal: AbortSignal.timeout(patienceMs) }),
        )
      ).papers,
    tell: async opened => {
      if (outbox) await outbox.queue(kind, { session, ...opened } satisfies Sent);
      else await tell(api, { session, ...opened }, undefined);
    },
    store,
  };
}

/** Brings openings to the server while it lasts, of whatever session. Returns how to stop. */
export function deliverOpenings(api: Api, outbox: Outbox): () => void {
  const deliver = async (ops: readonly Op[]) => {
    await Promise.all(ops.map(op => tell(api, op.data as Sent, op.at)));
  };
  return outbox.handle(kind, deliver, atOnce);
}

async function tell(api: Api, { session, paperId, version }: Sent, openedAt: number | undefined): Promise<void> {
  const path = { sessionId: session, paperId, version };
  const query = openedAt === undefined ? {} : { openedAt };
  const route = "/api/sessions/{sessionId}/papers/{paperId}/openings/{version}";
  try {
    await unwrap(api.PUT(route, { params: { path, query } }));
  } catch (error) {
    const taken = error instanceof ProblemError && [403, 404].includes(error.problem.status);
    if (!taken) throw error; // the paper was taken away meanwhile: nobody asks any more who has read it
  }
}
