import { type PointerEvent, useRef, useState } from "react";

/** Dragging the rows of one list by a handle; `over` is the index where it would land. Rows carry `data-row`. */
export function useListDrag(ids: readonly string[], onDrop: (id: string, index: number) => void) {
  const [drag, setDrag] = useState<{ id: string; over?: number }>();
  const now = useRef<{ id: string; over?: number } | undefined>(undefined);
  const become = (next: { id: string; over?: number } | undefined) => {
    now.current = next;
    setDrag(next);
  };
  const handle = (id: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      become({ id });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!now.current) return;
      const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-row]");
      const over = ids.indexOf(row?.dataset.row ?? "");
      become(over >= 0 && ids[over] !== id ? { id, over } : { id });
    },
    onPointerUp() {
      const over = now.current?.over;
      become(undefined);
      if (over !== undefined) onDrop(id, over);
    },
    onPointerCancel() {
      become(undefined);
    },
  });
  return { id: drag?.id, over: drag?.over, handle };
}
