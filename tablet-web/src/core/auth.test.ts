import { describe, expect, it } from "vitest";
import { Auth, type AuthPlaces, patience } from "./auth.ts";
import type { Access } from "./schemas.ts";

const me = { personId: "p1", username: "a", name: "Lò Thị Mai", title: "", systemAdmin: false, bodies: [] };
const access = (token: string, lifetime = 600_000): Access => ({
  accessToken: token,
  now: 5_000_000,
  expiresAt: 5_000_000 + lifetime,
  me,
});

function answer(status: number, body: unknown): Response {
  return new Response(status === 204 ? null : JSON.stringify(body), { status });
}

const tick = () => new Promise<void>(resolve => setImmediate(resolve));

function house(answers: (path: string) => Response | Promise<Response>, signedInBefore = false) {
  const calls: string[] = [];
  const stored = new Map<string, string>(signedInBefore ? [["plenum.signed-in", "1"]] : []);
  let clock = 1_000_000;
  const places: AuthPlaces = {
    fetch: async input => {
      calls.push(String(input));
      return answers(String(input));
    },
    memory: {
      getItem: key => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: key => void stored.delete(key),
    },
    exclusive: run => run(),
    now: () => clock,
  };
  return {
    auth: new Auth(places),
    calls,
    stored,
    pass: (ms: number) => {
      clock += ms;
    },
  };
}

describe("the sign-in", () => {
  it("asks the server nothing on a first visit", async () => {
    const { auth, calls } = house(() => answer(500, {}));
    await auth.start();
    expect(auth.state()).toEqual({ kind: "out", expired: false });
    expect(calls).toEqual([]);
  });

  it("comes back silently through the cookie", async () => {
    const { auth } = house(() => answer(200, access("t1")), true);
    await auth.start();
    expect(auth.state()).toEqual({ kind: "in", me });
    expect(await auth.token()).toBe("t1");
  });

  it("refreshes once for all who ask at the same time", async () => {
    let n = 0;
    const { auth, calls, pass } = house(path => answer(200, access(path.endsWith("sign-in") ? "t0" : `t${++n}`)));
    await auth.signIn("a", "b");
    pass(599_000);
    expect(await Promise.all([auth.token(), auth.token(), auth.token()])).toEqual(["t1", "t1", "t1"]);
    expect(calls.filter(path => path.endsWith("refresh"))).toHaveLength(1);
  });

  it("takes the lifetime by the server's clock, whatever the tablet's clock says", async () => {
    const { auth, calls } = house(() => answer(200, access("t1")));
    await auth.signIn("a", "b");
    expect(await auth.token()).toBe("t1");
    expect(calls).toEqual(["/api/auth/sign-in"]);
  });

  it("is out when the refresh is refused", async () => {
    const problem = { type: "x", code: "identity:refresh", title: "Hết hạn", status: 401 };
    const { auth, stored } = house(() => answer(401, problem), true);
    await auth.start();
    expect(auth.state()).toEqual({ kind: "out", expired: true });
    expect(stored.size).toBe(0);
  });

  it("says unreachable, not out, when the server can't be asked", async () => {
    const { auth, stored } = house(() => Promise.reject(new TypeError("network")), true);
    await auth.start();
    expect(auth.state()).toEqual({ kind: "unreachable" });
    expect(stored.size).toBe(1);
  });

  it("waits for a silent server no longer than who has papers here would bear", async () => {
    expect(patience(true, false)).toBe(0);
    expect(patience(true, true)).toBeLessThanOrEqual(1_000);
    expect(patience(false, false)).toBeGreaterThan(2_000);
  });

  it("throws the server's problem for a wrong password", async () => {
    const problem = { type: "x", code: "identity:wrong", title: "Sai mật khẩu", status: 401 };
    const { auth } = house(() => answer(401, problem));
    await expect(auth.signIn("a", "b")).rejects.toMatchObject({ problem });
  });

  it("hears of a sign-in and a sign-out in another tab", async () => {
    const here = new BroadcastChannel("auth-test");
    const there = new BroadcastChannel("auth-test");
    const auth = new Auth({
      fetch: async () => answer(500, {}),
      memory: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
      exclusive: run => run(),
      channel: here as unknown as globalThis.BroadcastChannel,
      now: () => 0,
    });
    const changed = () => new Promise<void>(resolve => auth.subscribe(resolve));
    const first = changed();
    there.postMessage({ t: "in", access: access("other") });
    await first;
    expect(await auth.token()).toBe("other");
    const second = changed();
    there.postMessage({ t: "out" });
    await second;
    expect(auth.state()).toEqual({ kind: "out", expired: false });
    here.close();
    there.close();
    await tick();
  });

  it("forgets everything on sign-out", async () => {
    const { auth, stored } = house(path => (path.endsWith("sign-out") ? answer(204, null) : answer(200, access("t1"))));
    await auth.signIn("a", "b");
    await auth.signOut();
    expect(auth.state()).toEqual({ kind: "out", expired: false });
    expect(stored.size).toBe(0);
  });
});
