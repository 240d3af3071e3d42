import type { Mark, MarkData } from "../../core/schemas.ts";
import { boxesOf, type Ground } from "./gestures.ts";
import type { Pad } from "./pad.ts";
import { type Point, unpackPoints } from "./points.ts";
import { quoteOf } from "./quote.ts";

const shortest = 8;

/** The line of text next to a place, by which a mark is found again in another version; nothing on a page whose text is not there. */
export function anchorOf(ground: Pick<Ground, "sheet" | "scale">, at: Point): Partial<MarkData> {
  const layer = textOf(ground.sheet);
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

/**
 * Gives the marks of a page that were made before its text was there their line as soon as it is. Returns how to stop.
 * Strokes, and notes at a place; a highlight of words has its words from the beginning.
 */
export function anchorLate(pad: Pad, page: number, ground: Pick<Ground, "sheet" | "scale">): () => void {
  const look = () => {
    if (!textOf(ground.sheet)) return;
    const late = pad.state().marks.filter(mark => mark.page === page && !mark.data?.quote);
    pad.anchor(
      late.flatMap(mark => {
        const at = placeOf(mark);
        const anchor: Partial<MarkData> = at ? anchorOf(ground, at) : {};
        return anchor.quote ? [{ ...mark, data: { ...mark.data, ...anchor } }] : [];
      }),
    );
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(ground.sheet, { subtree: true, attributeFilter: ["data-text"] });
  const leave = pad.subscribe(look);
  return () => {
    observer.disconnect();
    leave();
  };
}

/** The page's text, once all of it is there. */
function textOf(sheet: HTMLElement): Element | null {
  return sheet.querySelector("[data-text='ready']");
}

function placeOf({ data }: Mark): Point | undefined {
  if (data?.points) return unpackPoints(data.points)[0];
  const [x, y] = data?.at ?? [];
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** Lines above and below count more than how far left or right they begin. */
function distance(rect: DOMRect, x: number, y: number): number {
  const down = Math.max(rect.top - y, 0, y - rect.bottom);
  const across = Math.max(rect.left - x, 0, x - rect.right);
  return down * 4 + across;
}
