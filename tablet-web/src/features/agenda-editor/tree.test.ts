import { describe, expect, it } from "vitest";
import { branchOf, dropped, type Node, type Place, placeOf, type Step, stepped, type Where } from "./tree.ts";

/** a, b(b1, b2(b2x)), c */
const items: readonly Node[] = [
  { itemId: "a" },
  { itemId: "b" },
  { itemId: "b1", parentId: "b" },
  { itemId: "b2", parentId: "b" },
  { itemId: "b2x", parentId: "b2" },
  { itemId: "c" },
];

/** What the server makes of a move: the branch is taken out, then put in at the index among its new siblings. */
function moved(list: readonly Node[], id: string, place: Place): readonly Node[] {
  const branch = branchOf(list, id);
  const rest = list.filter(item => !branch.has(item.itemId));
  const root: Node = place.parentId === undefined ? { itemId: id } : { itemId: id, parentId: place.parentId };
  const taken = [root, ...list.filter(item => branch.has(item.itemId) && item.itemId !== id)];
  const siblings = rest.filter(item => item.parentId === place.parentId);
  const before = siblings[place.index];
  if (before) return rest.toSpliced(rest.indexOf(before), 0, ...taken);
  if (place.parentId === undefined) return [...rest, ...taken];
  const parent = branchOf(rest, place.parentId);
  const end = rest.findLastIndex(item => parent.has(item.itemId)) + 1;
  return rest.toSpliced(end, 0, ...taken);
}

function drawn(list: readonly Node[]): string {
  const draw = (parentId?: string): string =>
    list
      .filter(item => item.parentId === parentId)
      .map(item => {
        const below = draw(item.itemId);
        return below ? `${item.itemId}(${below})` : item.itemId;
      })
      .join(" ");
  return draw();
}

function afterStep(id: string, step: Step): string | undefined {
  const place = stepped(items, id, step);
  return place && drawn(moved(items, id, place));
}

function afterDrop(id: string, target: string, where: Where): string | undefined {
  const place = dropped(items, id, target, where);
  return place && drawn(moved(items, id, place));
}

describe("a step", () => {
  it("up and down stays among the siblings and takes the children along", () => {
    expect(afterStep("b", "up")).toBe("b(b1 b2(b2x)) a c");
    expect(afterStep("b", "down")).toBe("a c b(b1 b2(b2x))");
    expect(afterStep("b2", "up")).toBe("a b(b2(b2x) b1) c");
  });

  it("is not there at the ends", () => {
    expect(stepped(items, "a", "up")).toBeUndefined();
    expect(stepped(items, "c", "down")).toBeUndefined();
    expect(stepped(items, "a", "in")).toBeUndefined();
    expect(stepped(items, "a", "out")).toBeUndefined();
  });

  it("in makes it the last child of the one above, out the next after its parent", () => {
    expect(afterStep("c", "in")).toBe("a b(b1 b2(b2x) c)");
    expect(afterStep("b1", "out")).toBe("a b(b2(b2x)) b1 c");
    expect(afterStep("b2", "out")).toBe("a b(b1) b2(b2x) c");
  });

  it("never goes deeper than three levels", () => {
    expect(stepped(items, "b", "in")).toBeUndefined();
    expect(stepped(items, "b2", "in")).toBeUndefined();
  });
});

describe("letting go", () => {
  it("before, inside and after another", () => {
    expect(afterDrop("c", "a", "before")).toBe("c a b(b1 b2(b2x))");
    expect(afterDrop("a", "c", "inside")).toBe("b(b1 b2(b2x)) c(a)");
    expect(afterDrop("a", "c", "after")).toBe("b(b1 b2(b2x)) c a");
    expect(afterDrop("b1", "b2", "after")).toBe("a b(b2(b1 b2x)) c");
  });

  it("counts the index without the one that moves", () => {
    expect(afterDrop("a", "b", "before")).toBeUndefined();
    expect(afterDrop("a", "c", "before")).toBe("b(b1 b2(b2x)) a c");
    expect(afterDrop("c", "b", "before")).toBe("a c b(b1 b2(b2x))");
  });

  it("under the line of an item with children becomes its first child", () => {
    expect(afterDrop("a", "b", "after")).toBe("b(a b1 b2(b2x)) c");
  });

  it("on itself, below itself, in its own place or too deep is nothing", () => {
    expect(dropped(items, "b", "b", "inside")).toBeUndefined();
    expect(dropped(items, "b", "b2", "before")).toBeUndefined();
    expect(dropped(items, "c", "b", "after")).toEqual({ parentId: "b", index: 0 });
    expect(dropped(items, "b1", "b2", "before")).toBeUndefined();
    expect(dropped(items, "b2", "b1", "inside")).toBeUndefined();
    expect(dropped(items, "a", "b2x", "inside")).toBeUndefined();
  });
});

describe("a place", () => {
  it("is the parent and the index among siblings", () => {
    expect(placeOf(items, "b2")).toEqual({ parentId: "b", index: 1 });
    expect(placeOf(items, "c")).toEqual({ index: 2 });
  });
});
