import { describe, expect, it } from "vitest";
import { wallPages } from "./pages.ts";

const follows = { code: "may-resign", option: "LOW", words: "", share: {}, baseSize: 58, needed: 30 };
const line = (n: number, findings = 0) => ({ lineId: `l${n}`, findings: Array(findings).fill(follows) });

describe("the pages of a result on the wall", () => {
  it("are as many as twenty people need, nobody left out and nobody twice", () => {
    const lines = Array.from({ length: 20 }, (_, n) => line(n));
    const pages = wallPages(lines);
    expect(pages.map(page => page.length)).toEqual([4, 4, 4, 4, 4]);
    expect(pages.flat()).toEqual(lines);
  });

  it("hold fewer lines where something follows from them", () => {
    expect(wallPages([line(1), line(2, 1), line(3, 1), line(4)]).map(page => page.length)).toEqual([2, 2]);
  });
});
