import { describe, expect, it } from "vitest";
import { hunksOf, type Word } from "./hunks.ts";

const words = (...pages: string[]): Word[] =>
  pages.flatMap((text, at) => text.split(" ").map(one => ({ text: one, page: at + 1 })));
const filler = (n: number) => Array.from({ length: n }, (_, at) => `chữ${at}`).join(" ");

describe("what differs between two versions", () => {
  it("is nothing when the words are the same, whatever page they are on", () => {
    expect(hunksOf(words("một hai", "ba"), words("một", "hai ba"))).toEqual([]);
  });

  it("is each place with the words around it, and its page in both", () => {
    const before = words(filler(40), "chi 14.734 tỷ đồng");
    const after = words("Bìa mới", filler(40), "chi 13.900 tỷ đồng");
    const hunks = hunksOf(before, after) ?? [];
    expect(hunks).toHaveLength(2);
    expect(hunks[0]?.after).toMatchObject({
      page: 1,
      stretches: [{ text: "Bìa mới", changed: true }, { changed: false }],
    });
    const last = hunks[1];
    expect([last?.before.page, last?.after.page]).toEqual([2, 3]);
    expect(last?.before.stretches.filter(one => one.changed)).toEqual([{ text: "14.734", changed: true }]);
    expect(last?.after.stretches.filter(one => one.changed)).toEqual([{ text: "13.900", changed: true }]);
    expect(last?.after.stretches[0]?.text.endsWith("chữ39 chi")).toBe(true);
  });

  it("joins changes that stand close together", () => {
    expect(hunksOf(words("a b c d e"), words("a x c y e"))).toHaveLength(1);
  });
});
