// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../../../test/dom.ts";
import type { ItemView } from "../../core/schemas.ts";
import { AgendaTree } from "./AgendaTree.tsx";
import { childrenOf, type Place } from "./tree.ts";

const item = (itemId: string, number: string, parentId?: string): ItemView => ({
  itemId,
  number,
  title: `Nội dung ${itemId}`,
  kind: "REPORT",
  hidden: false,
  papers: [],
  ...(parentId && { parentId }),
});
const start = [item("a", "1"), item("b", "2"), item("b1", "2.1", "b"), item("c", "3")];

type Move = { id: string; place: Place; answer: (done: boolean) => void };

/** The editor under a list that the test changes, as the server would. */
function Desk({ items, moves }: { items: readonly ItemView[]; moves: Move[] }) {
  const [selected, setSelected] = useState("a");
  return (
    <AgendaTree
      items={items}
      selected={selected}
      onSelect={setSelected}
      onMove={(id, place) => new Promise(answer => moves.push({ id, place, answer }))}
    />
  );
}

function desk() {
  const moves: Move[] = [];
  const view = render(<Desk items={start} moves={moves} />);
  return { ...view, moves, show: (items: readonly ItemView[]) => view.rerender(<Desk items={items} moves={moves} />) };
}
const rows = () => screen.getAllByRole("treeitem").map(row => row.dataset.item);

describe("the agenda editor", () => {
  it("is a tree that says level, place and selection", async () => {
    const { container } = desk();
    const below = screen.getByRole("treeitem", { name: /2\.1/ });
    expect(below.getAttribute("aria-level")).toBe("2");
    expect(below.getAttribute("aria-setsize")).toBe("1");
    expect(screen.getByRole("treeitem", { selected: true }).dataset.item).toBe("a");
    await expectAccessible(container);
  });

  it("has one tab stop, and arrows go from item to item", async () => {
    const user = userEvent.setup();
    desk();
    screen.getByRole("treeitem", { selected: true }).focus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(screen.getByRole("treeitem", { name: /2\.1/ }));
    await user.keyboard("{End}");
    expect(screen.getByRole("treeitem", { selected: true }).dataset.item).toBe("c");
    await user.keyboard("{Home}");
    expect(screen.getByRole("treeitem", { selected: true }).dataset.item).toBe("a");
    expect(screen.getAllByRole("treeitem").filter(row => row.tabIndex === 0)).toHaveLength(1);
  });

  it("moves by Alt and arrows, keeps the focus and says the new number, but only when it is recorded", async () => {
    const user = userEvent.setup();
    const { moves, show } = desk();
    screen.getByRole("treeitem", { selected: true }).focus();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(moves.map(({ id, place }) => ({ id, place }))).toEqual([{ id: "a", place: { index: 1 } }]);
    expect(rows()).toEqual(["a", "b", "b1", "c"]);
    expect(screen.getByRole("status").textContent).toBe("");
    show([item("b", "1"), item("b1", "1.1", "b"), item("a", "2"), item("c", "3")]);
    await act(async () => moves[0]?.answer(true));
    expect(rows()).toEqual(["b", "b1", "a", "c"]);
    expect(document.activeElement).toBe(screen.getByRole("treeitem", { selected: true }));
    expect(screen.getByRole("status").textContent).toBe("Đã chuyển “Nội dung a” thành nội dung 2");
  });

  it("has a button for every step, dead where the step can't be made", async () => {
    const user = userEvent.setup();
    const { moves } = desk();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Lên" }).disabled).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Vào trong" }).disabled).toBe(true);
    await user.click(screen.getByRole("treeitem", { name: /Nội dung c/ }));
    await user.click(screen.getByRole("button", { name: "Vào trong" }));
    expect(moves[0]?.place).toEqual({ parentId: "b", index: childrenOf(start, "b").length });
  });

  it("says so when a step can't be made by keyboard", async () => {
    const user = userEvent.setup();
    const { moves } = desk();
    screen.getByRole("treeitem", { selected: true }).focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(moves).toEqual([]);
    expect(screen.getByRole("status").textContent).toBe("Không chuyển được theo hướng này");
  });
});
