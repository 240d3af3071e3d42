import { describe, expect, it } from "vitest";
import { Desk, tablet } from "../../../test/note-tablets.ts";
import type { NoteBook } from "./book.ts";
import { touches } from "./hits.ts";
import { Hlc } from "./hlc.ts";
import { byPage } from "./listing.ts";
import { outlineOf } from "./outline.ts";
import { Pad } from "./pad.ts";
import { type Point, packPoints, unpackPoints } from "./points.ts";
import { lines } from "./quote.ts";

/** The same numbers in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

describe("a packed stroke", () => {
  it("comes back as it was, with and without pressure", () => {
    const next = dice(7);
    for (const pressed of [false, true]) {
      let [x, y] = [next(6_000), next(8_000)];
      const points: Point[] = Array.from({ length: 500 }, () => {
        x += next(400) - 200;
        y += next(90_000) - 45_000;
        return pressed ? { x, y, p: next(256) } : { x, y };
      });
      expect(unpackPoints(packPoints(points))).toEqual(points);
    }
  });

  it("takes few bytes a point", () => {
    const points = Array.from({ length: 400 }, (_, at) => ({
      x: 1_000 + at * 9,
      y: Math.round(2_000 + 120 * Math.sin(at / 12)),
      p: 128 + Math.round(60 * Math.sin(at / 40)),
    }));
    const bytes = packPoints(points).length / points.length;
    expect(bytes).toBeLessThan(6);
  });

  it("is empty when it is of an unknown make", () => {
    expect(unpackPoints("not packed")).toEqual([]);
    expect(unpackPoints("_wAB")).toEqual([]);
  });
});

describe("the drawing of a stroke", () => {
  it("comes in short pieces that meet", () => {
    const pieces = outlineOf(
      Array.from({ length: 100 }, (_, at) => ({ x: at * 10, y: at })),
      20,
    );
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.every(piece => piece.width === 20 && piece.d.length < 900)).toBe(true);
    expect(pieces.at(-1)?.d.endsWith("L990 99")).toBe(true);
  });

  it("is a dot for a single touch, and wider where the pen is pressed", () => {
    expect(outlineOf([{ x: 5, y: 5 }], 20)).toEqual([{ d: "M5 5l0 0L5 5", width: 20 }]);
    const [light, firm] = [40, 250].map(p => outlineOf([{ x: 5, y: 5, p }], 20)[0]?.width ?? 0);
    expect(firm).toBeGreaterThan(light ?? 0);
  });
});

describe("the clock of marks", () => {
  it("never goes back, whatever the tablet's own clock does", () => {
    let now = 1_000;
    const clock = new Hlc("0000000a", () => now);
    const first = clock.next();
    now = 500;
    const second = clock.next();
    clock.heard("0000000009999-0003-0000000b");
    const third = clock.next();
    expect([third, second, first].toSorted()).toEqual([first, second, third]);
    expect(third > "0000000009999-0003-0000000b").toBe(true);
  });
});

const ids = (book: NoteBook) =>
  book
    .all()
    .map(mark => `${mark.markId} ${mark.data?.text}`)
    .toSorted();

describe("two tablets of one person", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("end with the same marks and lose none (%i)", async seed => {
    const next = dice(seed);
    const desk = new Desk();
    let time = 1_700_000_000_000;
    // Clocks that are minutes apart and sometimes stand still.
    const both = await Promise.all([0, -240_000].map(off => tablet(desk, () => time + off)));
    const made = new Set<string>();
    const gone = new Set<string>();
    for (let round = 0; round < 120; round++) {
      const one = both[next(2)];
      if (!one) continue;
      time += next(3) * 500;
      const marks = one.pad.state().marks;
      const some = marks[next(Math.max(1, marks.length))];
      const act = next(10);
      if (act < 5 || !some) one.pad.add("NOTE", 1 + next(9), { at: [1, 2], text: `lần ${round}` });
      else if (act === 5) one.pad.change(some, { ...some.data, text: `sửa ${round}` });
      else if (act === 6) one.pad.erase([some]);
      else if (act === 7) await one.send(1 + next(6));
      else if (act === 8) await one.book.pull();
      else one.pad.undo();
      for (const mark of one.book.all()) made.add(mark.markId);
    }
    for (let round = 0; round < 2; round++) {
      for (const one of both) {
        await one.send(1_000);
        await one.book.pull();
      }
    }
    const [first, second] = both;
    if (!first || !second) throw new Error("two tablets");
    expect(ids(first.book)).toEqual(ids(second.book));
    for (const id of made) if (!first.book.all().some(mark => mark.markId === id)) gone.add(id);
    // What is gone was erased by somebody: both have its tombstone.
    for (const id of gone) expect([first.book.find(id)?.deleted, second.book.find(id)?.deleted]).toEqual([true, true]);
    expect(ids(await first.again())).toEqual(ids(first.book));
  });
});

describe("what others share", () => {
  it("is there after a restart without a network, until the server says that it is private again", async () => {
    const desk = new Desk();
    const here = await tablet(desk, () => 5_000);
    const theirs = await tablet(desk, () => 5_000);
    theirs.pad.add("NOTE", 1, { at: [1, 2], text: "xem giúp" });
    const [mark] = theirs.pad.state().marks;
    if (!mark) throw new Error("a note");
    desk.shared = [{ personId: "q", name: "Bà Q", mark }];
    await here.book.pull();
    const again = await here.again();
    expect(again.sharedByOthers()).toEqual(desk.shared);
    desk.shared = [];
    await again.pull();
    expect((await here.again()).sharedByOthers()).toEqual([]);
  });
});

describe("a mark changed on two tablets", () => {
  async function both() {
    const desk = new Desk();
    let time = 1_700_000_000_000;
    const now = () => time++;
    const [one, other] = [await tablet(desk, now), await tablet(desk, now)];
    const meet = async () => {
      for (const each of [one, other]) await each.send(100);
      for (const each of [one, other]) await each.book.pull();
    };
    one.pad.add("NOTE", 1, { at: [1, 2], text: "dự thảo" });
    await meet();
    const [mark] = one.pad.state().marks;
    if (!mark) throw new Error("a note");
    return { one, other, meet, mark };
  }

  it("says which states it was made from, so that the server knows what it does not contain", async () => {
    const { one, other, meet, mark } = await both();
    other.pad.change(mark, { ...mark.data, text: "máy bảng" });
    const [theirs] = other.pad.state().marks;
    expect(theirs?.seen).toEqual([mark.hlc]);
    await meet();
    // Typed before the other's text was read, kept after it had come.
    one.pad.change(mark, { ...mark.data, text: "máy bàn" });
    expect(one.pad.state().marks[0]?.seen).toEqual([]);
    const [mine] = one.pad.state().marks;
    if (!mine || !theirs) throw new Error("a note");
    await meet();
    other.pad.change(mine, { ...mine.data, text: "cả hai" });
    expect(other.pad.state().marks[0]?.seen).toEqual([mine.hlc]);
  });

  it("is not shared again by a tablet that has not heard that it is private", async () => {
    const { one, other, meet, mark } = await both();
    one.pad.share([mark], { group: true, persons: [] });
    await meet();
    expect(other.pad.state().marks[0]?.sharing).toEqual({ group: true, persons: [] });
    one.pad.share(one.pad.state().marks, undefined);
    other.pad.change(other.pad.state().marks[0] ?? mark, { at: [1, 2], text: "viết tiếp" });
    await meet();
    await meet();
    for (const each of [one, other]) {
      expect(each.pad.state().marks.map(({ sharing, data }) => [sharing, data?.text])).toEqual([
        [undefined, "viết tiếp"],
      ]);
      expect((await each.again()).all()[0]?.sharing).toBeUndefined();
    }
  });
});

describe("a pad", () => {
  it("takes back and repeats what was done, an erasing in one step", async () => {
    const { pad } = await tablet(new Desk(), () => 5_000);
    pad.add("NOTE", 1, { at: [0, 0], text: "một" });
    pad.add("NOTE", 2, { at: [0, 0], text: "hai" });
    pad.erase(pad.state().marks);
    expect(pad.state().marks).toHaveLength(0);
    pad.undo();
    expect(pad.state().marks).toHaveLength(2);
    pad.undo();
    expect(pad.state().marks.map(mark => mark.data?.text)).toEqual(["một"]);
    pad.redo();
    expect(pad.state().marks).toHaveLength(2);
    expect(pad.state().canRedo).toBe(true);
    pad.toggleBookmark(4);
    expect(pad.state().canRedo).toBe(false);
    expect(pad.bookmarkOn(4)).toBeDefined();
    pad.toggleBookmark(4);
    expect(pad.bookmarkOn(4)).toBeUndefined();
  });

  it("knows other papers' marks as not its own", async () => {
    const { book, pad } = await tablet(new Desk(), () => 5_000);
    new Pad(book, { paperId: "b", sha256: "1".repeat(64) }).add("NOTE", 1, { at: [0, 0], text: "giấy khác" });
    expect(pad.state().marks).toEqual([]);
  });

  it("lists marks by page, strokes of a page as one", async () => {
    const { pad } = await tablet(new Desk(), () => 5_000);
    const stroke = { colour: "#1746a2", width: 20, points: packPoints([{ x: 1, y: 1 }]) };
    pad.add("INK", 3, stroke);
    pad.add("INK", 3, stroke);
    pad.add("NOTE", 3, { at: [0, 900], text: "dưới" });
    pad.add("NOTE", 3, { at: [0, 100], text: "trên" });
    pad.toggleBookmark(1);
    const listed = byPage(pad.state().marks).map(({ page, entries }) => [page, entries.map(one => one.kind)]);
    expect(listed).toEqual([
      [1, ["BOOKMARK"]],
      [3, ["NOTE", "NOTE", "INK"]],
    ]);
  });
});

describe("an eraser", () => {
  it("touches the line, not the empty middle of a circle", async () => {
    const { pad } = await tablet(new Desk(), () => 5_000);
    const circle = Array.from({ length: 60 }, (_, at) => ({
      x: Math.round(1_000 + 400 * Math.cos(at / 9.5)),
      y: Math.round(1_000 + 400 * Math.sin(at / 9.5)),
    }));
    pad.add("INK", 1, { colour: "#1746a2", width: 20, points: packPoints(circle) });
    const [mark] = pad.state().marks;
    if (!mark) throw new Error("a mark");
    expect(touches(mark, { x: 1_405, y: 1_000 }, 60)).toBe(true);
    expect(touches(mark, { x: 1_000, y: 1_000 }, 60)).toBe(false);
  });
});

describe("the lines of a selection", () => {
  it("are one box each, also when the line is of several pieces", () => {
    const boxes = lines([
      { x: 100, y: 100, width: 200, height: 20 },
      { x: 304, y: 101, width: 100, height: 20 },
      { x: 100, y: 130, width: 80, height: 20 },
      { x: 100, y: 130, width: 0, height: 20 },
    ]);
    expect(boxes).toEqual([
      { x: 100, y: 100, width: 304, height: 21 },
      { x: 100, y: 130, width: 80, height: 20 },
    ]);
  });
});
