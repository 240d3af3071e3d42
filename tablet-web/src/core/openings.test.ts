import { expect, test } from "vitest";
import { type Opened, type OpeningPlaces, Openings } from "./openings.ts";
import { clientProblem, ProblemError } from "./problem.ts";

const away = () => Promise.reject(new ProblemError(clientProblem("client:network")));

/** A device whose memory outlives the page. */
function device(fetch: OpeningPlaces["fetch"]) {
  const disk = new Map<string, unknown>();
  const told: Opened[] = [];
  const places: OpeningPlaces = {
    fetch,
    tell: async opened => void told.push(opened),
    store: {
      get: async <T>(table: string, id: string) => disk.get(`${table}/${id}`) as T | undefined,
      put: async (table, id, value) => void disk.set(`${table}/${id}`, structuredClone(value)),
    },
  };
  return { told, places, page: () => new Openings("s1", places) };
}

test("what was opened without a network is known after a restart, and told once", async () => {
  const { told, page } = device(away);
  const first = page();
  await expect(first.load()).rejects.toThrow();
  first.note("p1", 2);
  first.note("p1", 2);
  await first.settled();
  const second = page();
  await expect(second.load()).rejects.toThrow();
  second.note("p1", 2);
  await second.settled();
  expect(second.known()).toEqual(new Map([["p1", 2]]));
  expect(told).toEqual([{ paperId: "p1", version: 2 }]);
});

test("what another tablet opened is known here, and a newer version is told again", async () => {
  const { told, page } = device(async () => [{ paperId: "p1", version: 1 }]);
  const openings = page();
  await openings.load();
  openings.note("p1", 1);
  openings.note("p1", 2);
  await openings.settled();
  expect(told).toEqual([{ paperId: "p1", version: 2 }]);
  expect(openings.known()?.get("p1")).toBe(2);
  expect(openings.readBefore("p1", 4)).toBe(2);
  expect(openings.readBefore("p1", 2)).toBe(1);
  expect(openings.readBefore("p1", 1)).toBeUndefined();
});

test("what can be neither told nor kept is told by the next opening", async () => {
  const { told, places } = device(async () => []);
  let full = true;
  const { tell } = places;
  const openings = new Openings("s1", { ...places, tell: one => (full ? away() : tell(one)) });
  await openings.load();
  openings.note("p1", 1);
  await openings.settled();
  expect(openings.known()?.has("p1")).toBe(false);
  full = false;
  openings.note("p1", 1);
  await openings.settled();
  expect(told).toEqual([{ paperId: "p1", version: 1 }]);
});

test("without the server what this device knows is all that is known: nobody waits for more", async () => {
  const openings = device(away).page();
  expect(openings.known()).toBeUndefined();
  await expect(openings.load()).rejects.toThrow();
  expect(openings.known()).toEqual(new Map());
});
