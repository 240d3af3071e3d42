import { asProblem, clientProblem, isProblem, ProblemError } from "../../core/problem.ts";
import type { Problem } from "../../core/schemas.ts";
import { Stall } from "../../core/stall.ts";

export interface PaperSource {
  url: string;
  /** Of the paper as it was uploaded; the reading copy that is sent may be longer or shorter. */
  bytes: number;
  fetch: (request: Request) => Promise<Response>;
}

/** At most this many bytes are fetched at once, whole; larger papers come by ranges. */
export const wholeBytes = 600_000;
const patience = [400, 1_500, 4_000];
/** ms without a byte after which a connection counts as dead. */
const stallMs = 15_000;

/** Fetches byte ranges of one paper; tries again after passing faults, keeps what failed for `retry`. */
export class Ranges {
  private readonly source: PaperSource;
  private readonly stopped = new AbortController();
  private readonly failed = new Map<number, () => void>();
  private readonly onChange: (ranges: Ranges) => void;
  private tag: string | null = null;
  /** Length of what is read; known for sure once the first bytes are there. */
  total: number;
  received = 0;
  problem: Problem | undefined;

  constructor(source: PaperSource, onChange: (ranges: Ranges) => void) {
    this.source = source;
    this.total = source.bytes;
    this.onChange = onChange;
  }

  /** Bytes [begin, end). Rejects at once for a refusal; a lost network is tried again three times. */
  async read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    for (const pause of [...patience, undefined]) {
      try {
        return await this.readOnce(begin, end);
      } catch (error) {
        const refused = error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;
        if (refused || pause === undefined || this.stopped.signal.aborted) throw error;
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    }
    throw new ProblemError(clientProblem("client:network"));
  }

  /** The last bytes, asked for before anyone knows how many there are. Rejects when they are of another copy than the first ones. */
  async tail(length: number, first: Promise<unknown>): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes, tag } = await this.fetch(`bytes=-${length}`);
    await first;
    if (tag !== this.tag) throw new ProblemError(clientProblem("client:unreadable"));
    return bytes.slice(-length);
  }

  /** As `read`, but what fails waits for `retry` instead of rejecting. */
  async deliver(begin: number, end: number, take: (chunk: Uint8Array<ArrayBuffer>) => void): Promise<void> {
    try {
      take(await this.read(begin, end));
      this.failed.delete(begin);
      if (this.failed.size === 0) this.problem = undefined;
    } catch (error) {
      if (this.stopped.signal.aborted) return;
      this.failed.set(begin, () => void this.deliver(begin, end, take));
      this.problem = asProblem(error);
    }
    this.onChange(this);
  }

  retry(): void {
    this.problem = undefined;
    for (const again of [...this.failed.values()]) again();
    this.onChange(this);
  }

  stop(): void {
    this.stopped.abort();
  }

  private async readOnce(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const whole = begin === 0 && end >= this.source.bytes;
    const answer = await this.fetch(whole ? undefined : `bytes=${begin}-${end - 1}`, begin > 0 ? this.tag : null);
    if (begin === 0) {
      this.tag = answer.tag;
      this.total = answer.total;
    } else if (answer.tag !== this.tag) {
      throw new ProblemError(clientProblem("client:unreadable")); // another file took its place meanwhile
    }
    // A server may answer a range with the whole file.
    return answer.whole && !whole ? answer.bytes.slice(begin, end) : answer.bytes;
  }

  private async fetch(range: string | undefined, tag: string | null = null) {
    const stall = new Stall(stallMs, this.stopped.signal);
    try {
      return await this.fetchWith(stall, range, tag);
    } catch (error) {
      if (stall.signal.aborted && !this.stopped.signal.aborted)
        throw new ProblemError(clientProblem("client:network"), error);
      throw error;
    } finally {
      stall.end();
    }
  }

  private async fetchWith(stall: Stall, range: string | undefined, tag: string | null) {
    const request = new Request(new URL(this.source.url, location.href), {
      signal: stall.signal,
      headers: { ...(range ? { range } : {}), ...(range && tag ? { "if-range": tag } : {}) },
    });
    const response = await this.source.fetch(request);
    if (!response.ok) {
      const body: unknown = await response.json().catch(() => undefined);
      throw new ProblemError(isProblem(body) ? body : clientProblem("client:unreadable", response.status));
    }
    const bytes = await this.collect(response, stall);
    const whole = response.status === 200;
    const told = Number(response.headers.get("content-range")?.split("/")[1]) || this.total;
    return { bytes, whole, total: whole ? bytes.byteLength : told, tag: response.headers.get("etag") };
  }

  private async collect(response: Response, stall: Stall): Promise<Uint8Array<ArrayBuffer>> {
    const reader = response.body?.getReader();
    if (!reader) return new Uint8Array(await response.arrayBuffer());
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      stall.heard();
      chunks.push(value);
      length += value.byteLength;
      this.received += value.byteLength;
      this.onChange(this);
    }
    const all = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.byteLength;
    }
    return all;
  }
}
