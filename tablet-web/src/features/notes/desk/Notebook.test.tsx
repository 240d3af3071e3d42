// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useSyncExternalStore } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../../../test/dom.ts";
import { Desk, tablet } from "../../../../test/note-tablets.ts";
import type { NoteBook } from "../book.ts";
import { Notebook } from "./Notebook.tsx";
import { notebook } from "./order.ts";

function Shown({ book }: { book: NoteBook }) {
  const marks = useSyncExternalStore(book.subscribe, book.all);
  return <Notebook book={book} pages={notebook(marks)} items={[]} />;
}

async function both() {
  const desk = new Desk();
  let time = 1_700_000_000_000;
  const [here, there] = [await tablet(desk, () => time++), await tablet(desk, () => time++)];
  here.book.write([{ markId: "p1", kind: "NOTEBOOK", deleted: false, data: { text: "một" } }]);
  await here.send(9);
  await there.book.pull();
  const write = async (text: string) => {
    const known = there.book.find("p1");
    if (!known) throw new Error("the page");
    const [written] = there.book.write([{ ...known, data: { text } }]);
    await there.send(9);
    await act(() => here.book.pull());
    return written;
  };
  render(<Shown book={here.book} />);
  return { here, write, text: screen.getByLabelText("Nội dung ghi") };
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const pause = () => act(() => vi.runOnlyPendingTimers());

// The pause after which a page is kept comes when the test says so.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("a page of the notebook", () => {
  it("shows what the other tablet wrote while nobody types here, and goes on from there", async () => {
    const { here, write, text } = await both();
    const theirs = await write("một, hai");
    expect(text).toHaveProperty("value", "một, hai");
    type(text, "một, hai, ba");
    pause();
    expect(here.book.find("p1")?.data?.text).toBe("một, hai, ba");
    expect(here.book.find("p1")?.seen).toEqual([theirs?.hlc]);
  });

  it("does not change under the hand that types, and tells that it has not seen the other's text", async () => {
    const { here, write, text } = await both();
    type(text, "một rưỡi");
    await write("bản khác");
    expect(text).toHaveProperty("value", "một rưỡi");
    pause();
    expect(here.book.find("p1")?.data?.text).toBe("một rưỡi");
    expect(here.book.find("p1")?.seen).toEqual([]);
    expect(text).toHaveProperty("value", "một rưỡi");
  });
});
