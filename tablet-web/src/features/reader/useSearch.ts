import { useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "./pdfjs.ts";
import { findOn, type Hit, type PageText, type Piece, pageText } from "./search.ts";

export interface SearchState {
  hits: readonly Hit[];
  /** Pages read so far; equal to the number of pages when all has been searched. */
  read: number;
  /** Not one page has text: a scan. */
  textless: boolean;
}

const nothing: SearchState = { hits: [], read: 0, textless: false };

/** Searches a whole paper page by page, from one page on and then from the beginning; what was read is kept for the next words. */
export function useSearch(document: PDFDocumentProxy, query: string, start: number): SearchState {
  const known = useRef(new Map<number, PageText>());
  const [state, setState] = useState<SearchState>(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another paper has other texts
  useEffect(() => () => known.current.clear(), [document]);
  useEffect(() => {
    setState(nothing);
    if (query.trim().length < 2) return;
    let left = false;
    void (async () => {
      const hits: Hit[] = [];
      let letters = 0;
      for (let read = 1; read <= document.numPages && !left; read++) {
        const page = ((start + read - 2) % document.numPages) + 1;
        const text = known.current.get(page) ?? (await textOf(document, page));
        known.current.set(page, text);
        letters += text.folded.length;
        hits.push(...findOn(text, query));
        if (!left && (read % 10 === 0 || read === document.numPages || (read === 1 && start > 1))) {
          const inOrder = hits.toSorted((a, b) => a.page - b.page);
          setState({ hits: inOrder, read, textless: read === document.numPages && letters === 0 });
        }
      }
    })().catch(() => undefined); // the paper was closed
    return () => {
      left = true;
    };
  }, [document, query, start]);
  return state;
}

/** What stands on a page. */
export async function textOf(document: PDFDocumentProxy, page: number): Promise<PageText> {
  const proxy = await document.getPage(page);
  const content = await proxy.getTextContent({ includeMarkedContent: false });
  return pageText(page, content.items as Piece[]);
}
