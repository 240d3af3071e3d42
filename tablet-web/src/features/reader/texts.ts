import { openPaper } from "./openPaper.ts";
import { type PaperSource, Ranges } from "./ranges.ts";
import { textOf } from "./useSearch.ts";

/** The words of a paper that is on the device, page by page. */
export async function textsOf(source: PaperSource, stop: AbortSignal): Promise<string[]> {
  const paper = await openPaper(source, new Ranges(source, () => undefined));
  try {
    const pages: string[] = [];
    for (let page = 1; page <= paper.document.numPages; page++) {
      stop.throwIfAborted();
      pages.push((await textOf(paper.document, page)).shown);
    }
    return pages;
  } finally {
    paper.close();
  }
}
