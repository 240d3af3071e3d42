import { boxesOf, markText } from "./gestures.ts";
import type { Pad } from "./pad.ts";

/** Highlights the words that are selected on a page; false when there are none. */
export function markSelection(pad: Pad): boolean {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0);
  const start = range.startContainer;
  const text = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>("[data-text]");
  const sheet = text?.closest<HTMLElement>("[data-page]");
  const layer = sheet?.querySelector<HTMLElement>("[data-scale]");
  if (!text || !sheet || !layer || !text.contains(range.endContainer)) return false;
  const boxes = boxesOf(range, { sheet, scale: Number(layer.dataset.scale) });
  if (boxes.length === 0) return false;
  markText(pad, Number(sheet.dataset.page), boxes, text, range);
  selection.removeAllRanges();
  return true;
}
