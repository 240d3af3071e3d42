import type { MarkData } from "../../core/schemas.ts";
import { boxesOf, type Ground } from "./gestures.ts";
import type { Point } from "./points.ts";
import { quoteOf } from "./quote.ts";

const shortest = 8;

/** The line of text next to a place, by which a mark is found again in another version; nothing on a page without text. */
export function anchorOf(ground: Pick<Ground, "sheet" | "scale">, at: Point): Partial<MarkData> {
  const layer = ground.sheet.querySelector("[data-text]");
  const frame = ground.sheet.getBoundingClientRect();
  const [x, y] = [frame.left + (at.x / 10) * ground.scale, frame.top + (at.y / 10) * ground.scale];
  let nearest: { span: Element; far: number } | undefined;
  for (const span of layer?.querySelectorAll("span") ?? []) {
    if ((span.textContent ?? "").trim().length < shortest) continue;
    const far = distance(span.getBoundingClientRect(), x, y);
    if (!nearest || far < nearest.far) nearest = { span, far };
  }
  if (!layer || !nearest?.span.firstChild) return {};
  const range = document.createRange();
  const text = nearest.span.firstChild;
  range.setStart(text, 0);
  range.setEnd(text, text.textContent?.length ?? 0);
  const [box] = boxesOf(range, ground);
  return box ? { ...quoteOf(layer, range), quads: [box.x, box.y, box.width, box.height] } : {};
}

/** Lines above and below count more than how far left or right they begin. */
function distance(rect: DOMRect, x: number, y: number): number {
  const down = Math.max(rect.top - y, 0, y - rect.bottom);
  const across = Math.max(rect.left - x, 0, x - rect.right);
  return down * 4 + across;
}
