import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { AuthState } from "./auth.ts";
import type { Me } from "./schemas.ts";
import { deleteStoreDb } from "./store-db.ts";
import { deviceName, Tablet } from "./tablet.ts";

const me = (personId: string): Me => ({
  personId,
  username: personId,
  name: `Người ${personId}`,
  title: "",
  systemAdmin: false,
  bodies: [],
});
const windowMs = 3_600_000;

/** A server that keeps a secret per person and device, and can revoke it. */
function server() {
  const secrets = new Map<string, string>();
  const revoked = new Set<string>();
  let reachable = true;
  let count = 0;
  let person = "";
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  return {
    signedIn: (who: string) => {
      person = who;
    },
    cut: (off: boolean) => {
      reachable = !off;
    },
    revoke: (who: string) => {
      for (const key of secrets.keys()) if (key.startsWith(`${who}/`)) revoked.add(key);
    },
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      if (!reachable) throw new TypeError("network");
      const device = String(input).split("/").at(-1) ?? "";
      if (init?.method !== "PUT")
        return answer(200, { wipe: [...revoked].filter(key => key.endsWith(device)).map(key => key.split("/")[0]) });
      const key = `${person}/${device}`;
      if (revoked.has(key))
        return answer(403, { type: "x", code: "pack:device-revoked", title: "Thu hồi", status: 403 });
      if (!secrets.has(key)) secrets.set(key, `${String(++count).padStart(42, "A")}A`);
      return answer(200, { secret: secrets.get(key), windowMs, now: 0 });
    },
  };
}

function device(house: ReturnType<typeof server>) {
  const stored = new Map<string, string>();
  const memory = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  let clock = 1_000_000;
  return {
    memory,
    pass: (ms: number) => {
      clock += ms;
    },
    /** A start of the browser. */
    start: () => {
      let state: AuthState = { kind: "starting" };
      const listeners = new Set<() => void>();
      const become = (next: AuthState) => {
        state = next;
        for (const listener of [...listeners]) listener();
      };
      const tablet = new Tablet({
        auth: {
          state: () => state,
          subscribe: listener => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
          token: async () => "token",
          signOut: async () => become({ kind: "out", expired: false }),
          enterOffline: who => become({ kind: "offline", me: who }),
        },
        memory,
        fetch: house.fetch,
        now: () => clock,
        name: "test",
        outbox: { now: () => clock, exclusive: run => run(), retryMs: 60_000 },
      });
      const signIn = async (person: string) => {
        house.signedIn(person);
        become({ kind: "in", me: me(person) });
        await tablet.settled();
        const now = tablet.state();
        if (now.kind !== "open") throw new Error(`not open: ${JSON.stringify(now)}`);
        return now;
      };
      const ended = async () => {
        become({ kind: "out", expired: true });
        await tablet.settled();
      };
      const close = () => {
        const now = tablet.state();
        if (now.kind === "open") {
          now.outbox.close();
          now.store.close();
        }
      };
      return { tablet, signIn, ended, close, auth: () => state };
    },
  };
}

beforeEach(async () => {
  for (const person of ["a", "b"]) await deleteStoreDb(person);
});

describe("a tablet", () => {
  it("opens the same store at each sign-in, and another person's not", async () => {
    const here = device(server());
    const first = here.start();
    await (await first.signIn("a")).store.put("notes", "n", "của a");
    expect(await (await first.signIn("b")).store.get("notes", "n")).toBeUndefined();
    const again = await first.signIn("a");
    expect(await again.store.get("notes", "n")).toBe("của a");
    expect(again.lost).toBe(false);
    first.close();
  });

  it("lets the person in with the PIN when the server is away, until the window is over", async () => {
    const house = server();
    const here = device(house);
    const first = here.start();
    await first.signIn("a");
    await first.tablet.setPin("135790");
    first.close();
    house.cut(true);
    const second = here.start();
    expect((await second.tablet.pinHolders()).map(mark => mark.name)).toEqual(["Người a"]);
    expect(await second.tablet.enter("a", "000000")).toEqual({ kind: "wrong", triesLeft: 4 });
    expect(await second.tablet.enter("a", "135790")).toEqual({ kind: "in" });
    expect(second.auth()).toEqual({ kind: "offline", me: me("a") });
    second.close();
    here.pass(windowMs);
    const third = here.start();
    expect(await third.tablet.pinHolders()).toEqual([]);
    expect(await third.tablet.enter("a", "135790")).toEqual({ kind: "locked" });
  });

  it("keeps the store and asks no PIN any more when the server ends the sign-in", async () => {
    const here = device(server());
    const page = here.start();
    const { store } = await page.signIn("a");
    await store.put("notes", "n", 1);
    await page.tablet.setPin("135790");
    await page.ended();
    expect(page.tablet.state()).toEqual({ kind: "closed" });
    expect(await page.tablet.pinHolders()).toEqual([]);
    expect(await (await page.signIn("a")).store.get("notes", "n")).toBe(1);
    page.close();
  });

  it("wipes at a sign-out", async () => {
    const here = device(server());
    const page = here.start();
    await (await page.signIn("a")).store.put("notes", "n", 1);
    await page.tablet.signOut();
    expect(here.memory.getItem("plenum.stores")).toBeNull();
    const again = await page.signIn("a");
    expect(await again.store.ids("notes")).toEqual([]);
    expect(again.lost).toBe(false);
    page.close();
  });

  it("wipes when it was revoked, as soon as it hears of it, and comes back as a new device", async () => {
    const house = server();
    const here = device(house);
    const page = here.start();
    await (await page.signIn("a")).store.put("notes", "n", 1);
    const before = page.tablet.deviceId;
    house.revoke("a");
    await page.ended();
    expect(here.memory.getItem("plenum.stores")).toBeNull();
    const again = await page.signIn("a");
    expect(await again.store.ids("notes")).toEqual([]);
    expect(page.tablet.deviceId).not.toBe(before);
    page.close();
  });

  it("notices that the browser has thrown the store away", async () => {
    const here = device(server());
    const first = here.start();
    await (await first.signIn("a")).store.put("notes", "n", 1);
    first.close();
    await deleteStoreDb("a");
    const second = here.start();
    expect((await second.signIn("a")).lost).toBe(true);
    second.close();
  });

  it("names itself so that people can tell it apart", () => {
    const ipad = "Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Safari/604.1";
    expect(deviceName(ipad)).toBe("iPad · Safari");
    expect(deviceName("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36")).toBe("Linux · Chrome");
  });
});
