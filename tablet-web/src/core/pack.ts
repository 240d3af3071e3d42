import { PackFiles, pieceBytes, pieceCount } from "./pack-files.ts";
import { packedFetch } from "./packed-fetch.ts";
import { PieceStream } from "./piece-stream.ts";
import { asProblem, clientProblem, isProblem, ProblemError } from "./problem.ts";
import type { Problem } from "./schemas.ts";
import { Stall } from "./stall.ts";
import type { Store } from "./store.ts";

/** A paper of the session that the person may see. Confidential ones are never kept. */
export interface PackPaper {
  paperId: string;
  title: string;
  sha256: string;
  bytes: number;
  /** Absent: 1. */
  version?: number | undefined;
  confidential?: boolean | undefined;
}

export type PackedState =
  | { kind: "there" }
  | { kind: "waiting" }
  | { kind: "part"; received: number }
  | { kind: "failed"; problem: Problem };

export interface PackedPaper {
  paper: PackPaper;
  state: PackedState;
}

export interface PackView {
  /** In the order of the agenda. */
  papers: readonly PackedPaper[];
  /** idle: nothing to do, or not asked to; waiting: the network is gone, goes on by itself; full: no room on the device. */
  activity: "opening" | "idle" | "running" | "waiting" | "paused" | "full";
  there: number;
  bytes: number;
  received: number;
}

export interface PackPlaces {
  fetch(request: Request): Promise<Response>;
  /** Address of a paper's content. */
  address(paper: PackPaper): string;
  /** Tells the server what is here: fingerprints of the papers that are there whole, and whether a PIN opens them without it. */
  report(sha256: string[], bytes: number, pin: boolean): Promise<void>;
  /** Runs one at a time over all tabs. */
  exclusive(run: () => Promise<void>): Promise<void>;
  /** ms without a byte after which a connection counts as dead, and ms before the next try. */
  stallMs: number;
  retryMs: number;
}

const piecesAtOnce = 64;

/**
 * The papers of one session on this device: fetches what is missing in the order of the agenda, by ranges, goes on after cuts with the
 * first piece that is not there, forgets what was recalled or replaced. Lives as long as the session is on screen.
 */
export class Pack {
  readonly files: PackFiles;
  private readonly session: string;
  private readonly places: PackPlaces;
  private readonly listeners = new Set<() => void>();
  private readonly states = new Map<string, PackedState>();
  private papers: readonly PackPaper[] | undefined;
  private shown: PackView = { papers: [], activity: "opening", there: 0, bytes: 0, received: 0 };
  private activity: PackView["activity"] = "opening";
  private wanted = false;
  private stop = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the server has heard last, if anything, and whether a word is on its way. */
  private said: string | undefined;
  private saying = false;
  private sayAgain: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private pin = false;
  private looked = false;
  private receivedBefore = 0;

  constructor(session: string, store: Store, places: PackPlaces) {
    this.session = session;
    this.files = new PackFiles(store);
    this.places = places;
  }

  readonly view = (): PackView => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** `fetch` for one paper's content that answers from here what is here. */
  fetchOf(sha256: string, network: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
    return packedFetch(this.files, sha256, network);
  }

  /** What the session has now; call again whenever the agenda changes. */
  has(papers: readonly PackPaper[]): void {
    const next = papers.filter(paper => !paper.confidential);
    if (this.papers && listed(this.papers) === listed(next)) return;
    const same = new Set(this.papers?.map(paper => `${paper.paperId} ${paper.sha256}`));
    for (const { paperId, sha256 } of next) if (!same.has(`${paperId} ${sha256}`)) this.states.delete(paperId);
    this.papers = next;
    this.stop.abort();
    this.show();
    this.go();
  }

  /** Whether a PIN opens the device without the server. */
  opensByPin(pin: boolean): void {
    this.pin = pin;
    if (this.looked) this.tell();
  }

  /** Fetches from now on what is missing, and what comes later. */
  start(): void {
    this.wanted = true;
    for (const [id, state] of this.states) if (state.kind === "failed") this.states.set(id, { kind: "waiting" });
    this.go();
  }

  pause(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    this.stop.abort();
    this.become("paused");
  }

  /** The network may be back. */
  readonly retryNow = (): void => {
    if (this.activity === "waiting" || this.activity === "full") this.go();
  };

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.sayAgain);
    this.stop.abort();
  }

  /** Resolves when nothing is under way. */
  settled(): Promise<void> {
    return this.work;
  }

  private go(): void {
    clearTimeout(this.timer);
    this.work = this.work.then(() => this.run()).catch(error => this.failed(error));
  }

  private async run(): Promise<void> {
    const { papers } = this;
    if (!papers || this.closed) return;
    const stop = new AbortController();
    this.stop = stop;
    await this.places.exclusive(async () => {
      await this.forget(papers);
      await this.look(papers);
      if (this.wanted) await this.fetchAll(papers, stop.signal);
    });
    if (stop.signal.aborted) return;
    this.become(this.activity === "paused" ? "paused" : "idle");
    this.tell();
  }

  private failed(error: unknown): void {
    if (this.closed || isAbort(error)) return;
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    this.become(full ? "full" : "waiting");
    this.tell();
    this.timer = setTimeout(() => this.go(), this.rest(full));
  }

  /** ms until the next try: short while something comes between the cuts, long when the device is full. */
  private rest(full: boolean): number {
    const { retryMs } = this.places;
    const came = this.shown.received > this.receivedBefore;
    this.receivedBefore = this.shown.received;
    if (full) return retryMs * 10;
    return came ? retryMs / 8 : retryMs;
  }

  /** Removes the files of papers that are no longer the session's. */
  private async forget(papers: readonly PackPaper[]): Promise<void> {
    const now = new Map(papers.map(paper => [paper.paperId, paper.sha256]));
    for (const paper of papers) await this.files.refer(this.session, paper.paperId, paper.sha256);
    for (const [paperId, sha256] of this.before ?? (await this.files.references(this.session))) {
      if (now.get(paperId) !== sha256) await this.files.release(this.session, paperId, sha256);
    }
    this.before = now;
  }

  private before: Map<string, string> | undefined;

  private async look(papers: readonly PackPaper[]): Promise<void> {
    const before = new Map(this.states);
    this.states.clear();
    for (const { paperId, sha256 } of papers) {
      const old = before.get(paperId);
      this.states.set(paperId, old?.kind === "failed" ? old : await this.stateOf(sha256));
    }
    this.looked = true;
    this.show();
  }

  private async stateOf(sha256: string): Promise<PackedState> {
    const facts = await this.files.facts(sha256);
    if (!facts) return { kind: "waiting" };
    const pieces = await this.files.pieces(sha256);
    if (pieces.length === pieceCount(facts.total)) return { kind: "there" };
    return pieces.length === 0 ? { kind: "waiting" } : { kind: "part", received: pieces.length * pieceBytes };
  }

  private async fetchAll(papers: readonly PackPaper[], signal: AbortSignal): Promise<void> {
    for (const paper of papers) {
      if (signal.aborted) return;
      const state = this.states.get(paper.paperId);
      if (state?.kind === "there" || state?.kind === "failed") continue;
      this.become("running");
      try {
        await this.fetchPaper(paper, signal);
        this.set(paper, { kind: "there" });
        this.tell();
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.set(paper, { kind: "failed", problem: asProblem(error) });
      }
    }
  }

  /** Asks for the pieces that are missing, some at a time. */
  private async fetchPaper(paper: PackPaper, signal: AbortSignal): Promise<void> {
    for (let before = -1; ; ) {
      const facts = await this.files.facts(paper.sha256);
      const there = new Set(facts ? await this.files.pieces(paper.sha256) : []);
      const count = pieceCount(facts?.total ?? paper.bytes);
      const first = firstMissing(there, count);
      if (first === undefined) return;
      if (there.size === before) throw new ProblemError(clientProblem("client:network")); // it broke off
      before = there.size;
      const last = lastMissing(there, first, Math.min(count, first + piecesAtOnce));
      await this.fetchPieces(paper, first, last, facts?.tag, signal);
    }
  }

  /** Pieces from `first` to `last`; the server may answer with the whole of a copy that has changed. */
  private async fetchPieces(paper: PackPaper, first: number, last: number, tag: string | undefined, stop: AbortSignal) {
    const stall = new Stall(this.places.stallMs, stop);
    const headers = {
      range: `bytes=${first * pieceBytes}-${(last + 1) * pieceBytes - 1}`,
      ...(tag ? { "if-range": tag } : {}),
    };
    const { signal } = stall;
    try {
      const request = new Request(new URL(this.places.address(paper), originNow()), { headers, signal });
      const response = await this.places.fetch(request);
      if (!response.ok) throw await problemOf(response);
      const { total, begin, tag: now } = told(response, first);
      if (now !== tag) await this.files.begin(paper.sha256, { tag: now, total });
      const pieces = new PieceStream(begin, total, async (index, bytes) => {
        await this.files.keep(paper.sha256, index, bytes);
        this.set(paper, { kind: "part", received: Math.min(total, (index + 1) * pieceBytes) });
      });
      await drink(response, signal, bytes => {
        stall.heard();
        return pieces.take(bytes);
      });
    } catch (error) {
      if (signal.aborted && !stop.aborted) throw new ProblemError(clientProblem("client:network"), error);
      throw error;
    } finally {
      stall.end();
    }
  }

  /** Says what is here until it is heard, one word at a time: the last one said is the last one heard. */
  private tell(): void {
    if (this.saying) return;
    clearTimeout(this.sayAgain);
    void this.say().catch(() => {
      if (!this.closed) this.sayAgain = setTimeout(() => this.tell(), this.places.retryMs);
    });
  }

  private async say(): Promise<void> {
    this.saying = true;
    try {
      while (!this.closed) {
        const there = (this.papers ?? []).filter(paper => this.states.get(paper.paperId)?.kind === "there");
        const sha256 = [...new Set(there.map(paper => paper.sha256))].sort();
        const { pin } = this;
        const key = [pin, ...sha256].join();
        if (key === this.said) return;
        const bytes = there.reduce((sum, paper) => sum + paper.bytes, 0);
        await this.places.report(sha256, bytes, pin);
        this.said = key;
      }
    } finally {
      this.saying = false;
    }
  }

  private set(paper: PackPaper, state: PackedState): void {
    this.states.set(paper.paperId, state);
    this.show();
  }

  private become(activity: PackView["activity"]): void {
    this.activity = activity;
    this.show();
  }

  private show(): void {
    const papers = (this.papers ?? []).map(paper => ({
      paper,
      state: this.states.get(paper.paperId) ?? ({ kind: "waiting" } as const),
    }));
    this.shown = {
      papers,
      activity: this.activity,
      there: papers.filter(one => one.state.kind === "there").length,
      bytes: papers.reduce((sum, one) => sum + one.paper.bytes, 0),
      received: papers.reduce((sum, one) => sum + receivedOf(one), 0),
    };
    for (const listener of [...this.listeners]) listener();
  }
}

function receivedOf({ paper, state }: PackedPaper): number {
  if (state.kind === "there") return paper.bytes;
  return state.kind === "part" ? Math.min(state.received, paper.bytes) : 0;
}

function firstMissing(there: ReadonlySet<number>, count: number): number | undefined {
  for (let index = 0; index < count; index++) if (!there.has(index)) return index;
  return undefined;
}

function lastMissing(there: ReadonlySet<number>, first: number, end: number): number {
  let last = first;
  while (last + 1 < end && !there.has(last + 1)) last++;
  return last;
}

/** What the answer is: a part, or the whole of the file. */
function told(response: Response, first: number): { total: number; begin: number; tag: string } {
  const tag = response.headers.get("etag") ?? "";
  const part = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  if (response.status === 206 && part && Number(part[1]) === first * pieceBytes)
    return { total: Number(part[2]), begin: first, tag };
  const length = Number(response.headers.get("content-length"));
  if (response.status === 200 && length > 0) return { total: length, begin: 0, tag };
  throw new ProblemError(clientProblem("client:unreadable", response.status));
}

async function drink(response: Response, stop: AbortSignal, take: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return take(new Uint8Array(await response.arrayBuffer()));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    await take(value);
    if (!stop.aborted) continue;
    await reader.cancel().catch(() => undefined);
    throw new DOMException("stopped", "AbortError");
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ProblemError(isProblem(body) ? body : clientProblem("client:unreadable", response.status));
}

/** The server says that this paper is not for us, now or ever; other failures pass. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { status } = error.problem;
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function listed(papers: readonly PackPaper[]): string {
  return papers.map(paper => `${paper.paperId} ${paper.sha256} ${paper.title}`).join("\n");
}

function originNow(): string {
  return globalThis.location?.href ?? "http://127.0.0.1/";
}
