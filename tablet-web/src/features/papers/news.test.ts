import { describe, expect, it } from "vitest";
import type { AgendaView, PaperView } from "../../core/schemas.ts";
import { changedSince, newsBetween, standingOf } from "./news.ts";

const paper = (paperId: string, more: Partial<PaperView> = {}): PaperView => ({
  paperId,
  title: `Tài liệu ${paperId}`,
  kind: "REPORT",
  pages: 3,
  bytes: 900,
  sha256: "ab".repeat(32),
  fileName: "a.pdf",
  attachedAt: 1,
  ...more,
});
const agenda = (...papers: PaperView[]): AgendaView => ({
  items: [{ itemId: "i1", number: "1", title: "Ngân sách", kind: "REPORT", hidden: false, papers }],
});

describe("how a paper stands to its reader", () => {
  it("is changed only for one who opened an older version", () => {
    const second = paper("a", { version: 2 });
    expect(standingOf(second, new Map([["a", 1]]))).toBe("changed");
    expect(standingOf(second, new Map([["a", 2]]))).toBe("none");
    expect(standingOf(second, new Map())).toBe("none");
  });

  it("is new while a late paper was not opened", () => {
    const late = paper("a", { late: true });
    expect(standingOf(late, new Map())).toBe("new");
    expect(standingOf(late, new Map([["a", 1]]))).toBe("none");
  });

  it("is not said before it is known", () => {
    expect(standingOf(paper("a", { late: true, version: 2 }), undefined)).toBe("none");
  });
});

describe("newer versions of what was opened", () => {
  it("are told of papers that were opened in an older one", () => {
    const now = agenda(paper("a", { version: 2 }), paper("b", { version: 3 }), paper("c", { version: 2 }), paper("d"));
    const opened = new Map([
      ["a", 1],
      ["b", 3],
      ["d", 1],
    ]);
    expect(changedSince(now, opened).map(place => place.paper.paperId)).toEqual(["a"]);
  });
});

describe("news between two agendas", () => {
  it("tells what came and what is gone", () => {
    const before = agenda(paper("a"), paper("b"), paper("c", { version: 2 }));
    const after = agenda(paper("a", { version: 2 }), paper("c", { version: 2 }), paper("d"));
    const news = newsBetween(before, after);
    expect(news.arrived.map(place => place.paper.paperId)).toEqual(["d"]);
    expect(news.gone.map(one => one.paperId)).toEqual(["b"]);
  });
});
