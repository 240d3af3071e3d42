import { describe, expect, it } from "vitest";
import type { Mark, MarkData } from "../../core/schemas.ts";
import { moved, placed } from "./moving.ts";
import { packPoints, unpackPoints } from "./points.ts";
import { findQuote, pageWords } from "./words.ts";

const even = (text: string, letters: number) => letters / text.length;
const sha = "b".repeat(64);

/** A page whose lines lie 200 tenths apart, each letter 50 wide. */
function page(number: number, ...lines: string[]) {
  return pageWords(
    number,
    lines.map((text, at) => ({ text, box: { x: 500, y: 1_000 + at * 200, width: text.length * 50, height: 120 } })),
    even,
  );
}

function mark(kind: Mark["kind"], data: MarkData): Mark {
  return {
    markId: "m",
    kind,
    paperId: "p",
    sha256: "a".repeat(64),
    page: 1,
    hlc: "0000000000001-0000-0000000a",
    deleted: false,
    data,
  };
}

const highlight = mark("HIGHLIGHT", {
  colour: "#ffd54f",
  quads: [500, 1_000, 900, 120],
  quote: "chi ngân sách địa phương",
  before: "Tổng",
  after: "năm 2026",
});

describe("a mark in a new version", () => {
  it("covers the same words where they are now, over the end of a line", () => {
    const pages = [page(1, "Trang bìa mới"), page(2, "Điều 1. Tổng chi ngân", "sách địa phương năm 2026")];
    const now = moved(highlight, sha, pages);
    expect(now).toMatchObject({ page: 2, sha256: sha });
    expect(now?.data?.quads).toEqual([500 + 50 * 13, 1_000, 400, 120, 500, 1_200, 750, 120]);
  });

  it("is told apart from the same words elsewhere by what surrounds it", () => {
    const twice = [
      page(1, "Dự toán chi ngân sách địa phương năm 2027"),
      page(2, "Tổng chi ngân sách địa phương năm 2026"),
    ];
    expect(moved(highlight, sha, twice)?.page).toBe(2);
    const same = [page(1, "Tổng chi ngân sách địa phương năm 2026", "Tổng chi ngân sách địa phương năm 2026")];
    expect(moved(highlight, sha, same)).toBeUndefined();
  });

  it("is to be placed when its words have changed", () => {
    expect(moved(highlight, sha, [page(1, "Tổng chi ngân sách trung ương năm 2026")])).toBeUndefined();
    expect(moved(mark("INK", { colour: "#1746a2", width: 20, points: "AQAAAA" }), sha, [page(1, "x")])).toBeUndefined();
  });

  it("moves a stroke and a note along with the line beside them", () => {
    const anchor = { quote: "Thu ngân sách trên địa bàn", before: "", after: "", quads: [500, 1_000, 1_300, 120] };
    const points = [
      { x: 480, y: 1_010, p: 90 },
      { x: 700, y: 1_080, p: 120 },
    ];
    const pages = [page(1, "Một dòng mới", "Thu ngân sách trên địa bàn")];
    const ink = moved(mark("INK", { ...anchor, colour: "#1746a2", width: 20, points: packPoints(points) }), sha, pages);
    expect(unpackPoints(ink?.data?.points ?? "")).toEqual(points.map(one => ({ ...one, y: one.y + 200 })));
    expect(moved(mark("NOTE", { ...anchor, at: [900, 1_020], text: "?" }), sha, pages)?.data?.at).toEqual([900, 1_220]);
  });

  it("keeps a bookmark within the pages there are", () => {
    expect(moved({ ...mark("BOOKMARK", {}), page: 9 }, sha, [page(1, "a"), page(2, "b")])?.page).toBe(2);
  });

  it("becomes a note that quotes the highlighted words when it is placed by hand", () => {
    const note = placed(highlight, sha, 3, quote => `Đã tô: ${quote}`);
    expect(note).toMatchObject({ kind: "NOTE", page: 3, data: { text: "Đã tô: chi ngân sách địa phương" } });
    expect(note.data?.quads).toBeUndefined();
  });
});

describe("words of a page", () => {
  it("are found whatever blanks the two versions have, also decomposed", () => {
    const words = page(1, "Nghị  quyết về chuyển", "đổi số".normalize("NFD"));
    expect(findQuote({ quote: "về chuyển đổi số", before: "", after: "" }, [words])).toMatchObject({ from: 9 });
  });
});
