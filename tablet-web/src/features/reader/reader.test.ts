import { describe, expect, it } from "vitest";
import {
  canvasScale,
  columnHeight,
  gap,
  livePages,
  maxCanvasPixels,
  maxLiveCanvases,
  maxTilePixels,
  pageAt,
  place,
  tileOf,
} from "./layout.ts";
import { findOn, type Piece, pageText } from "./search.ts";

const a4 = { width: 600, height: 840 };
const pages = place(
  Array.from({ length: 100 }, () => a4),
  1,
);

describe("the column of pages", () => {
  it("lies one below the other with a gap", () => {
    expect(pages[0]).toEqual({ page: 1, top: gap, width: 600, height: 840 });
    expect(pages[1]?.top).toBe(gap + 840 + gap);
    expect(columnHeight(pages)).toBe(100 * (840 + gap) + gap);
  });

  it("finds the page at every place", () => {
    expect(pageAt(pages, 0)).toBe(1);
    expect(pageAt(pages, pages[59]?.top ?? 0)).toBe(60);
    expect(pageAt(pages, (pages[59]?.top ?? 0) - gap - 1)).toBe(59);
    expect(pageAt(pages, 1e9)).toBe(100);
  });

  it("never keeps more canvases than an old tablet bears", () => {
    for (let top = 0; top < columnHeight(pages); top += 97) {
      for (const height of [300, 800, 1_280, 5_000]) {
        const live = livePages(pages, top, height);
        expect(live.length).toBeLessThanOrEqual(maxLiveCanvases);
        expect(live).toContain(pageAt(pages, top));
        expect(new Set(live).size).toBe(live.length);
      }
    }
  });

  it("draws the page in view first, then the next", () => {
    expect(livePages(pages, pages[9]?.top ?? 0, 700)).toEqual([10, 11, 9]);
  });

  it("keeps a canvas within its pixels", () => {
    expect(canvasScale(600, 840, 2)).toBe(2);
    const factor = canvasScale(2_400, 3_360, 3);
    expect(Math.floor(2_400 * factor) * Math.floor(3_360 * factor)).toBeLessThanOrEqual(maxCanvasPixels);
  });
});

describe("the detail of a page", () => {
  const view = { left: 0, top: 100, right: 1_280, bottom: 800 };
  const page = (left: number, top: number, width: number) => ({
    left,
    top,
    right: left + width,
    bottom: top + width * 1.4,
  });

  it("is not needed while the page's own canvas is as fine as the screen", () => {
    expect(tileOf(page(300, 114, 700), view, 2)).toBeUndefined();
  });

  it("is the part of the page that is in view, as fine as the screen", () => {
    expect(tileOf(page(-600, -900, 2_400), view, 2)).toEqual({
      x: 600,
      y: 1_000,
      width: 1_280,
      height: 700,
      factor: 2,
    });
    expect(tileOf(page(200, 600, 2_400), view, 2)).toEqual({ x: 0, y: 0, width: 1_080, height: 200, factor: 2 });
  });

  it("is none for a page beside the view", () => {
    expect(tileOf(page(0, 900, 2_400), view, 2)).toBeUndefined();
  });

  it("stays within its pixels on the largest screen", () => {
    const tile = tileOf(page(0, 0, 8_000), { left: 0, top: 0, right: 3_840, bottom: 2_160 }, 3);
    expect((tile?.width ?? 0) * (tile?.height ?? 0) * (tile?.factor ?? 0) ** 2).toBeLessThanOrEqual(maxTilePixels + 1);
  });
});

const text = (...lines: string[]): Piece[] => lines.map(str => ({ str, hasEOL: true }));

describe("search within a paper", () => {
  const page = pageText(3, text("Nghị quyết về chuyển", "đổi số của tỉnh Điện Biên", "CHUYỂN ĐỔI SỐ"));

  it("finds words without their marks, đ as d, over line ends", () => {
    expect(findOn(page, "chuyen doi so")).toHaveLength(2);
    expect(findOn(page, "Chuyển đổi số")).toHaveLength(2);
    expect(findOn(page, "dien bien")).toHaveLength(1);
  });

  it("tells the page and the pieces to mark", () => {
    expect(findOn(page, "chuyen doi so")[0]).toMatchObject({ page: 3, first: 0, last: 1, match: "chuyển đổi số" });
  });

  it("finds decomposed text too", () => {
    expect(findOn(pageText(1, text("Điều 1. Quyết toán".normalize("NFD"))), "quyết toán")).toHaveLength(1);
  });

  it("does not look for single letters", () => {
    expect(findOn(page, "c")).toEqual([]);
    expect(findOn(page, "  ")).toEqual([]);
  });
});
