// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Desk, tablet } from "../../../test/note-tablets.ts";
import { anchorLate } from "./anchor.ts";
import { packPoints } from "./points.ts";

// jsdom has no layout: every line of text lies where its data say.
const rect = (top: number) => ({ ...new DOMRect(10, top, 300, 12), left: 10, top, right: 310, bottom: top + 12 });
beforeEach(() => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function of(this: Element) {
    return rect(Number(this.getAttribute("data-top") ?? 0)) as DOMRect;
  });
  Range.prototype.getClientRects = function of(this: Range) {
    const top = Number(this.startContainer.parentElement?.dataset.top);
    return [{ ...rect(top), x: 10, y: top, width: 300, height: 12 }] as unknown as DOMRectList;
  };
});
afterEach(() => void vi.restoreAllMocks());

describe("a mark made before the text of its page is there", () => {
  it("hangs on the line beside it as soon as the text has come, and only once", async () => {
    const { pad, book } = await tablet(new Desk(), () => 5_000);
    const sheet = document.createElement("section");
    sheet.innerHTML = `<div data-text=""></div>`;
    document.body.append(sheet);
    const stop = anchorLate(pad, 1, { sheet, scale: 1 });
    pad.add("INK", 1, { colour: "#1746a2", width: 20, points: packPoints([{ x: 200, y: 1_020 }]) });
    pad.add("INK", 2, { colour: "#1746a2", width: 20, points: packPoints([{ x: 200, y: 1_020 }]) });
    expect(pad.state().marks.map(mark => mark.data?.quote)).toEqual([undefined, undefined]);
    const text = sheet.firstElementChild as HTMLElement;
    text.innerHTML = `<span data-top="20">Dòng ở trên cùng</span><span data-top="100">Dòng bên nét bút</span>`;
    text.dataset.text = "ready";
    await vi.waitFor(() => expect(pad.state().marks[0]?.data?.quote).toBe("Dòng bên nét bút"));
    expect(pad.state().marks[1]?.data?.quote).toBeUndefined();
    const { hlc } = book.all()[0] ?? {};
    pad.toggleBookmark(1);
    expect(book.all()[0]?.hlc).toBe(hlc);
    pad.undo();
    pad.undo();
    pad.undo();
    expect(pad.state().marks).toEqual([]);
    stop();
  });
});
