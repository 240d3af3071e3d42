import type { Mark } from "../../core/schemas.ts";
import { moved } from "./moving.ts";
import type { Pad } from "./pad.ts";
import { type PageWords, pageWords, type Reach, type Run } from "./words.ts";

/** As much of a pdf.js document as is needed to read its words. */
export interface WordSource {
  numPages: number;
  getPage(page: number): Promise<{
    getViewport(options: { scale: number }): { convertToViewportPoint(x: number, y: number): number[] };
    getTextContent(options: { includeMarkedContent: boolean }): Promise<{ items: readonly unknown[] }>;
  }>;
}

type Item = { str: string; transform: number[]; width: number; height: number };

/** Brings marks of earlier versions over to the one on screen; what cannot be found stays behind, to be placed by hand. */
export async function bringOver(pad: Pad, document: WordSource): Promise<void> {
  const old: readonly Mark[] = pad.state().stray;
  if (old.length === 0) return;
  const pages: PageWords[] = [];
  const reach = measuredReach();
  for (let page = 1; page <= document.numPages; page++) pages.push(await wordsOf(document, page, reach));
  const news = old.flatMap(mark => moved(mark, pad.paper.sha256, pages) ?? []);
  if (news.length > 0) pad.book.write(news);
}

async function wordsOf(document: WordSource, page: number, reach: Reach): Promise<PageWords> {
  const proxy = await document.getPage(page);
  const viewport = proxy.getViewport({ scale: 1 });
  const { items } = await proxy.getTextContent({ includeMarkedContent: false });
  const runs = (items as readonly Item[]).map((item): Run => {
    const [, , , , left = 0, base = 0] = item.transform;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(left, base);
    const height = item.height * 10;
    return {
      text: item.str,
      box: { x: x * 10, y: y * 10 - height * 0.92, width: item.width * 10, height: height * 1.1 },
    };
  });
  return pageWords(page, runs, reach);
}

/** Letters differ in width: measured in a face like that of official papers. */
function measuredReach(): Reach {
  const context = globalThis.document.createElement("canvas").getContext("2d");
  if (context) context.font = "20px serif";
  return (text, letters) => {
    if (letters <= 0) return 0;
    if (!context || letters >= text.length) return Math.min(1, letters / Math.max(1, text.length));
    return context.measureText(text.slice(0, letters)).width / Math.max(1, context.measureText(text).width);
  };
}
