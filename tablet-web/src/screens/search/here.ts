import { PackFiles } from "../../core/pack-files.ts";
import { packedFetch } from "../../core/packed-fetch.ts";
import { clientProblem, ProblemError } from "../../core/problem.ts";
import type { FoundPaper } from "../../core/schemas.ts";
import type { Store } from "../../core/store.ts";
import { findOn, type Hit, type PageText, pageText } from "../../features/reader/search.ts";
import type { KeptPaper } from "../../hall/kept-papers.ts";
import type { Asked } from "./wish.ts";

const pagesShown = 4;

/** A paper that has the words, and the fingerprint under which it is kept. */
export type FoundHere = { found: FoundPaper; sha256: string };

/** The papers on this device and their words: what was read once is kept, encrypted like the papers. */
export class Shelf {
  private readonly files: PackFiles;
  private readonly known = new Map<string, readonly PageText[]>();

  constructor(store: Store) {
    this.files = new PackFiles(store);
  }

  /** Those whose files are here whole. */
  async here(papers: readonly KeptPaper[]): Promise<KeptPaper[]> {
    const whole = await Promise.all(papers.map(({ paper }) => this.files.whole(paper.sha256)));
    return papers.filter((_, at) => whole[at]);
  }

  /** The words of its pages; a paper that can't be read has none. */
  async pages(kept: KeptPaper, stop: AbortSignal): Promise<readonly PageText[]> {
    const { sha256 } = kept.paper;
    const known = this.known.get(sha256);
    if (known) return known;
    const texts = (await this.files.text(sha256)) ?? (await this.read(kept, stop));
    const pages = texts.map((str, at) => pageText(at + 1, [{ str, hasEOL: false }]));
    this.known.set(sha256, pages);
    return pages;
  }

  private async read({ session, paper }: KeptPaper, stop: AbortSignal): Promise<string[]> {
    const { textsOf } = await import("../../features/reader/texts.ts");
    const url = `/api/sessions/${session.sessionId}/papers/${paper.paperId}/content`;
    const fetch = packedFetch(this.files, paper.sha256, () =>
      Promise.reject(new ProblemError(clientProblem("client:unreadable", 404))),
    );
    try {
      const texts = await textsOf({ url, bytes: paper.bytes, fetch }, stop);
      await this.files.keepText(paper.sha256, texts).catch(() => undefined); // a full device reads it again
      return texts;
    } catch {
      stop.throwIfAborted();
      return [];
    }
  }
}

/** Papers that pass the filters. */
export function wanted(papers: readonly KeptPaper[], { session, item, kind, year }: Asked): KeptPaper[] {
  return papers.filter(
    one =>
      (!session || one.session.sessionId === session) &&
      (!item || one.item.itemId === item) &&
      (!kind || one.paper.kind === kind) &&
      (!year || String(new Date(one.paper.attachedAt).getFullYear()) === year),
  );
}

/** What is looked for: single words, and words in quotes as they stand side by side. */
export function terms(words: string): string[] {
  const found = words.matchAll(/["“”]([^"“”]+)["“”]|([^\s"“”]+)/g);
  return [...found].map(([, quoted, word]) => (quoted ?? word ?? "").trim()).filter(term => term.length >= 2);
}

/** As the server finds: all terms on one page, or in the title; marks and case aside. Undefined: not in this paper. */
export function find(kept: KeptPaper, pages: readonly PageText[], asked: readonly string[]): FoundHere | undefined {
  const title = pageText(0, [{ str: `${kept.paper.title} ${kept.paper.number ?? ""}`, hasEOL: false }]);
  const onPages = asked.length === 0 ? [] : pages.flatMap(page => onPage(page, asked) ?? []);
  if (onPages.length === 0 && (asked.length === 0 || !onPage(title, asked))) return undefined;
  const best = onPages.toSorted((a, b) => b.places - a.places || a.hit.page - b.hit.page);
  const { session, item, paper } = kept;
  const { paperId, kind, number, bytes, version = 1 } = paper;
  return {
    sha256: paper.sha256,
    found: {
      sessionId: session.sessionId,
      sessionTitle: session.title,
      itemId: item.itemId,
      itemTitle: item.title,
      paper: { paperId, title: paper.title, kind, pages: paper.pages, bytes, version, ...(number ? { number } : {}) },
      pages: onPages.length,
      hits: best.slice(0, pagesShown).map(({ hit }) => hit),
    },
  };
}

function onPage(page: PageText, asked: readonly string[]) {
  const all = asked.map(term => findOn(page, term));
  const [first] = all;
  const place = first?.[0];
  if (!place || all.some(hits => hits.length === 0)) return undefined;
  const places = all.reduce((sum, hits) => sum + hits.length, 0);
  return { places, hit: { page: page.page, snippet: snippet(place) } };
}

function snippet({ before, match, after }: Hit): FoundPaper["hits"][number]["snippet"] {
  const pieces = [
    { text: before, hit: false },
    { text: match, hit: true },
    { text: after, hit: false },
  ];
  return pieces.filter(piece => piece.text.length > 0);
}
