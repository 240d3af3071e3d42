import { expect, test } from "vitest";
import { Drawings } from "./drawings.ts";

const forever = new AbortController().signal;

/** Work that is done when it is told so. */
function works() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (page: number) => () =>
    new Promise<void>(resolve => {
      begun.push(page);
      ends.set(page, resolve);
    });
  const end = async (page: number) => {
    ends.get(page)?.();
    await new Promise(resolve => setTimeout(resolve));
  };
  return { begun, work, end };
}

test("pages are drawn one after the other, the most wanted first", async () => {
  const drawings = new Drawings();
  const { begun, work, end } = works();
  drawings.wants([1, 2, 3]);
  for (const page of [1, 3, 2]) void drawings.draw(page, forever, work(page));
  expect(begun).toEqual([1]);
  await end(1);
  expect(begun).toEqual([1, 2]);
  await end(2);
  expect(begun).toEqual([1, 2, 3]);
});

test("what is wanted now goes before what was wanted when it was asked for", async () => {
  const drawings = new Drawings();
  const { begun, work, end } = works();
  drawings.wants([1, 2]);
  for (const page of [1, 2, 60]) void drawings.draw(page, forever, work(page));
  drawings.wants([60, 61, 2]);
  await end(1);
  expect(begun).toEqual([1, 60]);
});

test("a page that has left loses its turn, and what fails holds up nobody", async () => {
  const drawings = new Drawings();
  const { begun, work, end } = works();
  const left = new AbortController();
  drawings.wants([1, 2, 3]);
  const failing = drawings.draw(1, forever, () => Promise.reject(new Error("cancelled")));
  void drawings.draw(2, left.signal, work(2));
  void drawings.draw(3, forever, work(3));
  left.abort();
  await expect(failing).rejects.toThrow("cancelled");
  await end(0);
  expect(begun).toEqual([3]);
  void drawings.draw(4, forever, work(4));
  await end(3);
  expect(begun).toEqual([3, 4]);
});
