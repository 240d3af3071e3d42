import { openPaper } from "./openPaper.ts";
import { type PaperSource, Ranges } from "./ranges.ts";

let done = false;

/**
 * Draws the first page of a paper where nobody sees it, once: the first drawing of all costs several times what later ones do, and
 * nobody should wait for that. Give it a paper that is on the device.
 */
export async function warmUp(source: PaperSource): Promise<void> {
  if (done) return;
  done = true;
  const paper = await openPaper(source, new Ranges(source, () => undefined));
  try {
    const page = await paper.document.getPage(1);
    const viewport = page.getViewport({ scale: 0.5 });
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    await page.render({ canvas, viewport }).promise;
    await page.getTextContent();
    canvas.width = 0;
  } finally {
    paper.close();
  }
}
