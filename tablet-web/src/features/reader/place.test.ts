import { describe, expect, it } from "vitest";
import { Places } from "./place.ts";

function shelf() {
  const kept = new Map<string, unknown>();
  return {
    get: async <T>(table: string, id: string) => kept.get(`${table} ${id}`) as T | undefined,
    put: async (table: string, id: string, value: unknown) => {
      kept.set(`${table} ${id}`, value);
    },
  };
}

describe("the page where a paper was left", () => {
  it("is there after a restart, the last one of those that were passed by", async () => {
    const disk = shelf();
    const places = new Places(disk);
    expect(await places.page("a")).toBe(1);
    for (let page = 1; page <= 40; page++) places.keep("a", page);
    places.keep("b", 7);
    await new Promise(resolve => setTimeout(resolve));
    const again = new Places(disk);
    expect([await again.page("a"), await again.page("b")]).toEqual([40, 7]);
  });

  it("is another person's nowhere, and at once this person's", async () => {
    const [one, other] = [new Places(shelf()), new Places(shelf())];
    one.keep("a", 12);
    expect([await one.page("a"), await other.page("a")]).toEqual([12, 1]);
  });
});
