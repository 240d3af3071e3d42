import { clientProblem, isProblem, ProblemError } from "../../core/problem.ts";
import type { PaperPages } from "../../core/schemas.ts";
import type { PaperSource } from "./ranges.ts";

/** ms after which the server counts as out of reach: what it would say can be made here. */
const patienceMs = 8_000;
const content = /^(\/api\/sessions\/[^/]+\/papers\/[^/]+)\/content(\?version=\d+)?$/;

/** What the server has made of a paper's pages; undefined for what is no paper of a session. */
export interface PagesDoor {
  pages(): Promise<PaperPages>;
  /** The address of the picture on this device; free it after use. Undefined when there is none. */
  thumbnail(page: number): Promise<string | undefined>;
}

export function pagesDoor(source: PaperSource): PagesDoor | undefined {
  const place = content.exec(source.url);
  if (!place) return undefined;
  const [, base, version = ""] = place;
  const get = (path: string) => {
    const signal = AbortSignal.timeout(patienceMs);
    return source.fetch(new Request(new URL(`${base}${path}${version}`, location.href), { signal }));
  };
  return {
    pages: async () => {
      const response = await get("/pages");
      const body: unknown = await response.json().catch(() => undefined);
      if (response.ok) return body as PaperPages;
      throw new ProblemError(isProblem(body) ? body : clientProblem("client:unreadable", response.status));
    },
    thumbnail: async page => {
      const response = await get(`/thumbnails/${page}`);
      return response.ok ? URL.createObjectURL(await response.blob()) : undefined;
    },
  };
}

/** The facts of the pages; while they are being made it asks again. */
export async function readyPages(door: PagesDoor, signal: AbortSignal, pauseMs = 2_000): Promise<PaperPages> {
  for (;;) {
    const facts = await door.pages();
    if (facts.ready || signal.aborted) return facts;
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}
