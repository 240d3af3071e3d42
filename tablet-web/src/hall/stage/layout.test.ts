import { describe, expect, it } from "vitest";
import { gridPlan, pagerHeight, stagePlan, wantedHeight } from "./layout.ts";

const tablet = { width: 1264, height: 640 };
const portrait = { width: 784, height: 1060 };
const phone = { width: 374, height: 620 };

describe("the grid", () => {
  it("makes tiles as large as the area allows", () => {
    expect(gridPlan(tablet, 1, 9)).toMatchObject({ columns: 1, rows: 1, pages: 1 });
    expect(gridPlan(tablet, 2, 9)).toMatchObject({ columns: 2, rows: 1 });
    expect(gridPlan(tablet, 4, 9)).toMatchObject({ columns: 2, rows: 2 });
    expect(gridPlan(tablet, 9, 9)).toMatchObject({ columns: 3, rows: 3 });
    expect(gridPlan(portrait, 2, 9)).toMatchObject({ columns: 1, rows: 2 });
    expect(gridPlan(phone, 2, 6)).toMatchObject({ columns: 1, rows: 2 });
  });

  it("never makes a tile outside of its area or of a strange shape", () => {
    for (const area of [tablet, portrait, phone]) {
      for (let count = 1; count <= 16; count++) {
        const { columns, rows, tile } = gridPlan(area, count, 16);
        expect(columns * tile.width + 8 * (columns - 1)).toBeLessThanOrEqual(area.width);
        expect(rows * tile.height + 8 * (rows - 1)).toBeLessThanOrEqual(area.height);
        expect(tile.width / tile.height).toBeGreaterThan(1.3);
        expect(tile.width / tile.height).toBeLessThan(1.8);
      }
    }
  });

  it("has pages when there are more people than pictures", () => {
    expect(gridPlan(tablet, 20, 9)).toMatchObject({ perPage: 9, pages: 3 });
    const { perPage, pages, tile } = gridPlan(phone, 20, 16);
    expect(tile.width).toBeGreaterThanOrEqual(150);
    expect(pages).toBe(Math.ceil(20 / perPage));
  });
});

describe("the stage", () => {
  it("has its strip beside it on a wide area and below on a tall one", () => {
    expect(stagePlan(tablet, 3, 8).strip).toBe("side");
    expect(stagePlan(portrait, 3, 8).strip).toBe("below");
    expect(stagePlan(phone, 0, 5)).toMatchObject({ strip: "none", stage: phone });
  });

  it("leaves the strip as many pictures as fit", () => {
    const plan = stagePlan(tablet, 30, 8);
    expect(plan.perPage * (plan.small.height + 8) + pagerHeight).toBeLessThanOrEqual(tablet.height + 8);
    expect(plan.stage.width + plan.small.width + 8).toBe(tablet.width);
    expect(stagePlan(tablet, 30, 2).perPage).toBe(2);
  });
});

describe("the stage on a tall area", () => {
  it("keeps a good shape and fills what is left with rows of small pictures", () => {
    for (const area of [portrait, phone]) {
      for (const others of [1, 3, 8, 30]) {
        const { stage, small, perPage } = stagePlan(area, others, 8);
        const rows = Math.ceil(Math.min(perPage, others) / 3);
        const pager = others > perPage ? pagerHeight : 0;
        expect(stage.width / stage.height).toBeGreaterThan(1.3);
        expect(stage.height + rows * (small.height + 8) + pager).toBeLessThanOrEqual(area.height);
        expect(perPage).toBeGreaterThanOrEqual(Math.min(others, 3));
      }
    }
  });
});

describe("the wanted height", () => {
  it("is the sender's layer that suffices for the tile", () => {
    expect([90, 200, 300, 420, 600].map(height => wantedHeight("CAMERA", height, 1))).toEqual([
      180, 180, 360, 360, 720,
    ]);
    expect(wantedHeight("CAMERA", 200, 2)).toBe(360);
    expect(wantedHeight("CAMERA", 0, 2)).toBe(0);
    expect(wantedHeight("SCREEN", 700, 1)).toBe(1080);
    expect(wantedHeight("SCREEN", 120, 1)).toBe(540);
  });
});
