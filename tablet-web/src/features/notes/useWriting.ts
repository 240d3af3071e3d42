import { type RefObject, useEffect } from "react";
import { type Gesture, gestureOf } from "./gestures.ts";
import type { Pad } from "./pad.ts";
import type { Point } from "./points.ts";

/**
 * Turns what a pen, finger or mouse does on a page into marks. `layer` lies over the page and takes no touches itself, so that the
 * text below is found.
 */
export function useWriting(
  pad: Pad,
  page: number,
  scale: number,
  layer: RefObject<HTMLElement | null>,
  live: RefObject<SVGGElement | null>,
): void {
  useEffect(() => {
    const sheet = layer.current?.closest<HTMLElement>("[data-page]");
    const ink = live.current;
    if (!sheet || !ink) return;
    let gesture: Gesture | undefined;
    let pointer: number | undefined;
    /** Of the gesture that is under way. */
    let byPen = false;
    let frame = sheet.getBoundingClientRect();

    const place = (event: PointerEvent): Point => {
      const [x, y] = [((event.clientX - frame.left) / scale) * 10, ((event.clientY - frame.top) / scale) * 10];
      return event.pointerType === "pen" && event.pressure > 0
        ? { x, y, p: Math.round(event.pressure * 255) }
        : { x, y };
    };
    const stop = () => {
      gesture?.cancel();
      gesture = undefined;
      pointer = undefined;
    };
    const down = (event: PointerEvent) => {
      const pen = event.pointerType === "pen";
      if (event.target instanceof Element && event.target.closest("button")) return;
      const tool = pen ? pad.penSeen() : pad.state().tool;
      if (tool === "read" || (event.pointerType === "touch" && pad.state().pen)) return;
      if (pen && !byPen) stop(); // what seemed to be a writing finger was the hand that lies beside the pen
      if (!event.isPrimary || pointer !== undefined) return stop();
      // Button 5 is the eraser end of a pen; other buttons are not for writing.
      if (event.button !== 0 && event.button !== 5) return;
      frame = sheet.getBoundingClientRect();
      gesture = gestureOf(event.button === 5 ? "eraser" : tool, { pad, page, scale, sheet, ink }, event.target);
      if (!gesture) return;
      event.preventDefault();
      getSelection()?.removeAllRanges();
      byPen = pen;
      pointer = event.pointerId;
      sheet.setPointerCapture(pointer);
      gesture.add(place(event), event.clientX, event.clientY);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointer || !gesture) return;
      const events = event.getCoalescedEvents?.() ?? [];
      for (const one of events.length > 0 ? events : [event]) gesture.add(place(one), one.clientX, one.clientY);
      gesture.show();
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== pointer || !gesture) return;
      const finished = gesture;
      gesture = undefined;
      pointer = undefined;
      finished.finish();
    };
    const cancel = (event: PointerEvent) => {
      if (event.pointerId === pointer) stop();
    };
    // A second finger ends the writing of the first: it wants to zoom. Beside a pen it is the hand.
    const touched = (event: TouchEvent) => {
      if (event.touches.length > 1 && !byPen) stop();
    };
    const noSelection = (event: Event) => {
      if (gesture || writes(pad)) event.preventDefault();
    };
    sheet.addEventListener("pointerdown", down);
    sheet.addEventListener("pointermove", move);
    sheet.addEventListener("pointerup", up);
    sheet.addEventListener("pointercancel", cancel);
    sheet.addEventListener("touchstart", touched, { passive: true });
    sheet.addEventListener("selectstart", noSelection);
    const follow = () => {
      const { tool, pen } = pad.state();
      sheet.style.touchAction = tool === "read" || pen ? "" : "none";
      sheet.style.cursor = tool === "read" ? "" : "crosshair";
    };
    follow();
    const leave = pad.subscribe(follow);
    return () => {
      stop();
      leave();
      sheet.style.touchAction = "";
      sheet.style.cursor = "";
      sheet.removeEventListener("pointerdown", down);
      sheet.removeEventListener("pointermove", move);
      sheet.removeEventListener("pointerup", up);
      sheet.removeEventListener("pointercancel", cancel);
      sheet.removeEventListener("touchstart", touched);
      sheet.removeEventListener("selectstart", noSelection);
    };
  }, [pad, page, scale, layer, live]);
}

function writes(pad: Pad): boolean {
  const { tool } = pad.state();
  return tool === "pen" || tool === "marker" || tool === "eraser";
}
