import { describe, expect, it } from "vitest";
import { pageText } from "../../features/reader/search.ts";
import type { KeptPaper } from "../../hall/kept-papers.ts";
import { find, terms, wanted } from "./here.ts";

const asked = { q: "", session: "", item: "", kind: "", year: "" };

function kept(title: string, itemId = "nd1", attachedAt = Date.UTC(2026, 10, 1)): KeptPaper {
  return {
    session: { sessionId: "ky-hop", title: "Kỳ họp thứ ba" },
    item: { itemId, title: "Nội dung" },
    paper: { paperId: title, title, kind: "REPORT", pages: 2, bytes: 9, sha256: "f".repeat(64), attachedAt },
  } as unknown as KeptPaper;
}

const pages = (...texts: string[]) => texts.map((str, at) => pageText(at + 1, [{ str, hasEOL: false }]));

describe("the search on this tablet", () => {
  it("finds words without their marks, all of them on one page, the best pages first", () => {
    const text = pages("Nghị quyết về đất đai", "Đất ở và đất trồng lúa; nghị quyết, nghị quyết", "đất rừng");
    const hit = find(kept("Tờ trình"), text, terms("nghi quyet DAT"));
    expect(hit?.found.hits.map(one => one.page)).toEqual([2, 1]);
    expect(hit?.found.pages).toBe(2);
    expect(hit?.found.hits[1]?.snippet[0]).toEqual({ text: "Nghị", hit: true });
    expect(find(kept("Tờ trình"), text, terms("nghi dinh"))).toBeUndefined();
  });

  it("finds words in quotes only side by side, and words of the title", () => {
    const text = pages("quyết định nghị sự", "nghị quyết");
    expect(find(kept("x"), text, terms('"nghi quyet"'))?.found.hits.map(one => one.page)).toEqual([2]);
    expect(find(kept("Báo cáo ngân sách"), [], terms("ngan sach"))?.found).toMatchObject({ pages: 0, hits: [] });
    expect(find(kept("Báo cáo ngân sách"), text, terms("a"))).toBeUndefined();
  });

  it("looks only where it was asked to", () => {
    const all = [kept("a"), kept("b", "nd2"), kept("c", "nd1", Date.UTC(2025, 5, 1))];
    const titles = (filter: Partial<typeof asked>) => wanted(all, { ...asked, ...filter }).map(one => one.paper.title);
    expect(titles({})).toEqual(["a", "b", "c"]);
    expect(titles({ session: "ky-hop", item: "nd2" })).toEqual(["b"]);
    expect(titles({ year: "2025" })).toEqual(["c"]);
    expect(titles({ kind: "SUMMONS" })).toEqual([]);
    expect(titles({ session: "another" })).toEqual([]);
  });
});
