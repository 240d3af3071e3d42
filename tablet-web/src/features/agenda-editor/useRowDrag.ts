import { type PointerEvent, useEffect, useRef, useState } from "react";
import { dropped, type Node, type Place, type Where } from "./tree.ts";

type Over = { target: string; where: Where };
type Drag = { id: string; over?: Over };

/**
 * Dragging rows by a handle with mouse, pen or finger alike (pointer events, no native drag). Rows are found by `data-item`; Esc lets go
 * without moving.
 */
export function useRowDrag(items: readonly Node[], onDrop: (id: string, place: Place) => void) {
  const [drag, setDrag] = useState<Drag>();
  const now = useRef<Drag | undefined>(undefined);
  const become = (next: Drag | undefined) => {
    now.current = next;
    setDrag(next);
  };
  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return;
    const cancel = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      now.current = undefined;
      setDrag(undefined);
    };
    window.addEventListener("keydown", cancel, true);
    return () => window.removeEventListener("keydown", cancel, true);
  }, [dragging]);

  const handle = (id: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      become({ id });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!now.current) return;
      scrollNearEdge(event.currentTarget, event.clientY);
      const over = overOf(items, id, event.clientX, event.clientY);
      become(over ? { id, over } : { id });
    },
    onPointerUp() {
      const over = now.current?.over;
      const place = over && dropped(items, id, over.target, over.where);
      become(undefined);
      if (place) onDrop(id, place);
    },
    onPointerCancel() {
      become(undefined);
    },
  });
  return { id: drag?.id, over: drag?.over, handle };
}

/** The row under the pointer, and which third of it: the middle means inside, when it fits there. */
function overOf(items: readonly Node[], id: string, x: number, y: number): Over | undefined {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-item]");
  const target = row?.dataset.item;
  if (!row || target === undefined) return undefined;
  const box = row.getBoundingClientRect();
  const share = (y - box.top) / Math.max(1, box.height);
  const half: Where = share < 0.5 ? "before" : "after";
  const wishes: readonly Where[] = share > 0.3 && share < 0.7 ? ["inside", half] : [half];
  const where = wishes.find(wish => dropped(items, id, target, wish) !== undefined);
  return where && { target, where };
}

/** Rolls the list while the pointer is close to its upper or lower edge. */
function scrollNearEdge(inside: HTMLElement, y: number): void {
  const list = inside.closest<HTMLElement>('[role="tree"]');
  if (!list) return;
  const box = list.getBoundingClientRect();
  if (y < box.top + 40) list.scrollBy({ top: -12 });
  else if (y > box.bottom - 40) list.scrollBy({ top: 12 });
}
