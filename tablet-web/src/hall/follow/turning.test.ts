import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Turning } from "./turning.ts";

describe("a presenter who leafs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("tells the page where one stays, not what is passed, and always the last", async () => {
    const told: number[] = [];
    const turning = new Turning(async page => {
      told.push(page);
      return "told";
    }, 500);
    for (const page of [2, 3, 4, 5]) turning.to(page);
    await vi.advanceTimersByTimeAsync(150);
    expect(told).toEqual([5]);
    for (const page of [6, 7, 8]) turning.to(page);
    await vi.advanceTimersByTimeAsync(300);
    expect(told).toEqual([5]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([5, 8]);
  });

  it("tells again what came too fast, unless a newer page is there, and forgets what is refused", async () => {
    const told: number[] = [];
    const answers = ["again", "again", "told", "refused"] as const;
    const turning = new Turning(async page => {
      told.push(page);
      return answers[told.length - 1] ?? "told";
    }, 500);
    turning.to(2);
    await vi.advanceTimersByTimeAsync(800);
    turning.to(3);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([2, 2, 3]);
    turning.to(9);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([2, 2, 3, 9]);
  });
});
