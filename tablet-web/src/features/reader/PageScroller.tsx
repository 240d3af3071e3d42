import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { classes } from "../../ui/index.ts";
import { Drawings } from "./drawings.ts";
import { columnHeight, gap, livePages, type PageSize, type Placed, pageAt, place } from "./layout.ts";
import styles from "./PageScroller.module.css";
import { type Marks, PageView } from "./PageView.tsx";
import type { PDFDocumentProxy } from "./pdfjs.ts";

type Anchor = { page: number; share: number; across: number; x?: number; y?: number };

export interface ScrollerHandle {
  goTo(page: number): void;
  focus(): void;
}

/** Zoom 1 is the width of the view; factors are kept between these. */
export const zooms = { min: 0.5, max: 4 };

/** All pages in one column; only those in view exist. Keeps the place when width, zoom or page sizes change. */
export function PageScroller({
  document,
  firstSize,
  startAt,
  zoom,
  single,
  onZoom,
  onPage,
  onDrawn,
  labelOf,
  marksOn,
  over,
  label,
  ref,
}: {
  document: PDFDocumentProxy;
  firstSize: PageSize;
  startAt: number;
  zoom: number;
  /** One page at a time, the whole of it at zoom 1. */
  single: boolean;
  onZoom: (zoom: number) => void;
  onPage: (page: number) => void;
  onDrawn: (page: number) => void;
  labelOf: (page: number) => string;
  marksOn: (page: number) => Marks;
  /** What lies over a page, at a scale. */
  over?: ((placed: Placed, scale: number) => ReactNode) | undefined;
  label: string;
  ref: Ref<ScrollerHandle>;
}) {
  const scroller = useRef<HTMLElement>(null);
  const [view, setView] = useState({ width: 0, height: 0, top: 0 });
  const [sizes, setSizes] = useState<readonly PageSize[]>(() =>
    Array.from({ length: document.numPages }, () => firstSize),
  );
  const widest = useMemo(() => sizes.reduce((most, size) => Math.max(most, size.width), 1), [sizes]);
  const tallest = useMemo(() => sizes.reduce((most, size) => Math.max(most, size.height), 1), [sizes]);
  const whole = single ? (view.height - gap * 2) / tallest : Number.POSITIVE_INFINITY;
  const fit = Math.max(0.1, Math.min((view.width - gap * 2) / widest, whole, 2.2));
  const least = single ? view.height : 0;
  const scale = fit * zoom;
  const pages = useMemo(() => place(sizes, scale, least), [sizes, scale, least]);
  const live = view.width === 0 ? [] : livePages(pages, view.top, view.height);
  const drawings = useMemo(() => new Drawings(), []);
  drawings.wants(live);
  // What of which page lies where in the view: x and y from its left and top edge, undefined the middle and the top.
  const anchor = useRef<Anchor>({ page: startAt, share: 0, across: 0.5 });

  const measure = useCallback(() => {
    const at = scroller.current;
    if (at) setView({ width: at.clientWidth, height: at.clientHeight, top: at.scrollTop });
  }, []);

  useLayoutEffect(() => {
    const at = scroller.current;
    if (!at) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(at);
    return () => observer.disconnect();
  }, [measure]);

  // After every change of layout, put the place that was read back to the top edge.
  useLayoutEffect(() => {
    const at = scroller.current;
    const page = pages[anchor.current.page - 1];
    if (!at || !page || view.width === 0) return;
    const { share, across, x = at.clientWidth / 2, y = 0 } = anchor.current;
    const top = page.top - gap + share * (page.height + gap) - y;
    const left = across * at.scrollWidth - x;
    if (Math.abs(at.scrollTop - top) > 1) at.scrollTop = top;
    if (Math.abs(at.scrollLeft - left) > 1) at.scrollLeft = left;
  }, [pages, view.width]);

  const current = pageAt(pages, view.top + view.height / 3);
  useEffect(() => {
    onPage(current);
  }, [current, onPage]);

  /** Whatever changes, this place of the paper stays where it is in the view. */
  const hold = (x?: number, y?: number) => {
    const at = scroller.current;
    const page = at && pages[pageAt(pages, at.scrollTop + (y ?? 0)) - 1];
    if (!page) return;
    anchor.current = {
      page: page.page,
      share: (at.scrollTop + (y ?? 0) - page.top + gap) / (page.height + gap),
      across: (at.scrollLeft + (x ?? at.clientWidth / 2)) / at.scrollWidth,
      ...(x === undefined ? {} : { x }),
      ...(y === undefined ? {} : { y }),
    };
  };

  const scrolled = () => {
    hold();
    measure();
  };

  const learn = useCallback(
    async (page: number) => {
      const proxy = await document.getPage(page);
      const { width, height } = proxy.getViewport({ scale: 1 });
      setSizes(known => {
        const before = known[page - 1];
        if (before && Math.abs(before.width - width) < 0.5 && Math.abs(before.height - height) < 0.5) return known;
        return known.map((size, index) => (index === page - 1 ? { width, height } : size));
      });
    },
    [document],
  );
  const drawn = useCallback(
    (page: number) => {
      void learn(page).catch(() => undefined);
      onDrawn(page);
    },
    [learn, onDrawn],
  );

  useImperativeHandle(ref, () => ({
    goTo: page => {
      const target = pages[page - 1];
      if (!target || !scroller.current) return;
      // Also if the layout changes before the browser tells that it has scrolled.
      const { across, x } = anchor.current;
      anchor.current = { page, share: 0, across, ...(x === undefined ? {} : { x }) };
      scroller.current.scrollTop = target.top - gap;
    },
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));

  usePinch(scroller, zoom, (next, x, y) => {
    hold(x, y);
    onZoom(next);
  });

  return (
    <section
      ref={scroller}
      className={classes(styles.scroller, single && styles.single)}
      onScroll={scrolled}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
    >
      <div
        className={styles.column}
        style={{ height: columnHeight(pages, least), width: Math.round(widest * scale) + gap * 2 }}
      >
        {single && pages.map(({ page, top }) => <span key={page} className={styles.stop} style={{ top: top - gap }} />)}
        {live
          .toSorted((a, b) => a - b)
          .map(number => {
            const placed = pages[number - 1];
            return (
              placed && (
                <PageView
                  key={number}
                  document={document}
                  drawings={drawings}
                  placed={placed}
                  scale={scale}
                  label={labelOf(number)}
                  marks={marksOn(number)}
                  view={scroller}
                  onDrawn={drawn}
                >
                  {over?.(placed, scale)}
                </PageView>
              )
            );
          })}
      </div>
    </section>
  );
}

/** Two fingers, or a wheel with Ctrl, change the zoom; x and y are the place between the fingers, from the view's left and top edge. */
function usePinch(
  target: React.RefObject<HTMLElement | null>,
  zoom: number,
  onZoom: (zoom: number, x: number, y: number) => void,
) {
  const latest = useRef({ zoom, onZoom });
  latest.current = { zoom, onZoom };
  useEffect(() => {
    const at = target.current;
    if (!at) return;
    let start: { distance: number; zoom: number } | undefined;
    /** The pen that is on the glass; `writes` when something below has taken it for writing. */
    let pen: { id: number; writes: boolean } | undefined;
    const penDown = (event: PointerEvent) => {
      if (event.pointerType !== "pen") return;
      pen = { id: event.pointerId, writes: event.defaultPrevented };
      start = undefined;
    };
    const penUp = (event: PointerEvent) => {
      if (event.pointerId === pen?.id) pen = undefined;
    };
    /** What touches the glass beside a pen is the hand, and the pen itself: neither zooms, and while it writes neither scrolls. */
    const ofHand = (event: TouchEvent) => {
      if (pen?.writes && event.cancelable) event.preventDefault();
      return pen !== undefined;
    };
    const distance = (event: TouchEvent) => {
      const [a, b] = [event.touches[0], event.touches[1]];
      return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : undefined;
    };
    const change = (value: number, clientX: number, clientY: number) => {
      const frame = at.getBoundingClientRect();
      const next = Math.min(zooms.max, Math.max(zooms.min, value));
      latest.current.onZoom(next, clientX - frame.left, clientY - frame.top);
    };
    const begin = (event: TouchEvent) => {
      if (ofHand(event)) return;
      const spread = distance(event);
      start = spread ? { distance: spread, zoom: latest.current.zoom } : undefined;
    };
    const move = (event: TouchEvent) => {
      if (ofHand(event)) return;
      const spread = distance(event);
      const [a, b] = [event.touches[0], event.touches[1]];
      if (!start || !spread || !a || !b) return;
      if (event.cancelable) event.preventDefault(); // a scroll that has begun goes on
      change((start.zoom * spread) / start.distance, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
    };
    const end = () => {
      start = undefined;
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      change(latest.current.zoom * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    };
    at.addEventListener("pointerdown", penDown);
    addEventListener("pointerup", penUp, true); // also over a page that has left meanwhile
    addEventListener("pointercancel", penUp, true);
    at.addEventListener("touchstart", begin, { passive: false });
    at.addEventListener("touchmove", move, { passive: false });
    at.addEventListener("touchend", end);
    at.addEventListener("wheel", wheel, { passive: false });
    return () => {
      at.removeEventListener("pointerdown", penDown);
      removeEventListener("pointerup", penUp, true);
      removeEventListener("pointercancel", penUp, true);
      at.removeEventListener("touchstart", begin);
      at.removeEventListener("touchmove", move);
      at.removeEventListener("touchend", end);
      at.removeEventListener("wheel", wheel);
    };
  }, [target]);
}
