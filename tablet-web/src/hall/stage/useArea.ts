import { useRef, useState } from "react";
import type { Box } from "./layout.ts";

/** The size of an element inside its padding. */
export function useArea(): [Box, (element: HTMLElement | null) => void] {
  const [area, setArea] = useState<Box>({ width: 0, height: 0 });
  const watched = useRef<ResizeObserver | undefined>(undefined);
  const ref = useRef((element: HTMLElement | null) => {
    watched.current?.disconnect();
    watched.current = undefined;
    if (!element) return;
    watched.current = new ResizeObserver(entries => {
      const box = entries[0]?.contentRect;
      if (box) setArea({ width: Math.floor(box.width), height: Math.floor(box.height) });
    });
    watched.current.observe(element);
  });
  return [area, ref.current];
}
