import { describe, expect, it } from "vitest";
import {
  canvasScale,
  columnHeight,
  gap,
  livePages,
  maxCanvasPixels,
  maxLiveCanvases,
  pageAt,
  place,
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
