import { storeMarks } from "./marks.ts";
import { clientProblem, isProblem, ProblemError } from "./problem.ts";
import type { Access, Me } from "./schemas.ts";

export type AuthState =
  | { kind: "starting" }
  | { kind: "out"; expired: boolean }
  | { kind: "in"; me: Me }
  /** Let in by what this device keeps; the server has not been reached since. */
  | { kind: "offline"; me: Me }
  /** The cookie may be good, but the server can't be reached to ask. */
  | { kind: "unreachable" };

/** What Auth needs of the browser; tests give their own. */
export interface AuthPlaces {
  fetch: typeof fetch;
  /** Says that a refresh cookie may exist, so that a first visit asks nothing. */
  memory: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Runs one at a time over all tabs. */
  exclusive<T>(run: () => Promise<T>): Promise<T>;
  channel?: Pick<BroadcastChannel, "postMessage" | "addEventListener"> | undefined;
  now(): number;
  /** ms that a start waits for the server before it counts as out of reach. */
  patienceMs?: number;
}

const flag = "plenum.signed-in";
const earlyMs = 60_000;
/** A server that has not answered by then counts as out of reach at a start; its answer is still taken later. */
const patienceMs = 2_500;
/** The same where something is kept that can be read meanwhile. */
const readerPatienceMs = 1_000;

/** Who is signed in. The access token lives in memory only; the refresh token is a cookie that scripts cannot read. */
export class Auth {
  private readonly places: AuthPlaces;
  private readonly listeners = new Set<() => void>();
  private current: AuthState = { kind: "starting" };
  private access: { token: string; expiresAt: number } | undefined;
  private refreshing: Promise<string> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(places: AuthPlaces) {
    this.places = places;
    places.channel?.addEventListener("message", event => this.hear((event as MessageEvent).data));
  }

  readonly state = (): AuthState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** At start: signs in silently when the cookie allows it. */
  async start(): Promise<void> {
    if (this.places.memory.getItem(flag) === null) return this.become({ kind: "out", expired: false });
    const late = setTimeout(() => {
      if (this.current.kind === "starting") this.become({ kind: "unreachable" });
    }, this.places.patienceMs ?? patienceMs);
    await this.refresh().catch(() => undefined);
    clearTimeout(late);
  }

  /** Lets in a person whose store was opened with the PIN while the server can't be reached. */
  enterOffline(me: Me): void {
    if (this.current.kind === "unreachable") this.become({ kind: "offline", me });
  }

  async signIn(username: string, password: string): Promise<Me> {
    const access = await this.post("/api/auth/sign-in", { username, password });
    this.accept(access);
    this.tell(access);
    return access.me;
  }

  /** A token good for at least a few seconds; refreshes when needed. Throws ProblemError when signed out or out of reach. */
  async token(): Promise<string> {
    if (this.refreshing) return this.refreshing;
    if (this.access && this.access.expiresAt - this.places.now() > 5_000) return this.access.token;
    return this.refresh();
  }

  /** One refresh at a time in this tab, and over all tabs where the browser has locks. */
  refresh(): Promise<string> {
    this.refreshing ??= this.refreshOnce().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  async signOut(): Promise<void> {
    await this.places
      .fetch("/api/auth/sign-out", { method: "POST", credentials: "same-origin" })
      .catch(() => undefined);
    this.places.channel?.postMessage({ t: "out" });
    this.forget(false);
  }

  private async refreshOnce(): Promise<string> {
    const before = this.access?.token;
    try {
      return await this.places.exclusive(async () => {
        // Another tab may have refreshed and told us while we waited for the lock.
        if (this.access && this.access.token !== before) return this.access.token;
        const access = await this.post("/api/auth/refresh");
        this.accept(access);
        this.tell(access);
        return access.accessToken;
      });
    } catch (error) {
      if (error instanceof ProblemError && (error.problem.status === 401 || error.problem.status === 403)) {
        this.forget(true);
        throw new ProblemError(clientProblem("client:signed-out", 401), error);
      }
      if (this.current.kind === "starting") this.become({ kind: "unreachable" });
      throw error;
    }
  }

  private async post(path: string, body?: object): Promise<Access> {
    let response: Response;
    try {
      response = await this.places.fetch(path, {
        method: "POST",
        credentials: "same-origin",
        // Within the server's grace for a token whose answer got lost; a dead network must not hang here.
        signal: AbortSignal.timeout(8_000),
        ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
      });
    } catch (cause) {
      throw new ProblemError(clientProblem("client:network"), cause);
    }
    const json: unknown = await response.json().catch(() => undefined);
    if (response.ok && json) return json as Access;
    throw new ProblemError(isProblem(json) ? json : clientProblem("client:unreadable", response.status));
  }

  private accept(access: Access): void {
    // Lifetime by the server's clock, kept by ours: a wrong clock on the tablet must not end the sign-in.
    const lifetime = access.expiresAt - access.now;
    this.access = { token: access.accessToken, expiresAt: this.places.now() + lifetime };
    this.places.memory.setItem(flag, "1");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh().catch(() => undefined), Math.max(lifetime - earlyMs, 5_000));
    this.become({ kind: "in", me: access.me });
  }

  private forget(expired: boolean): void {
    this.access = undefined;
    clearTimeout(this.timer);
    this.places.memory.removeItem(flag);
    this.become({ kind: "out", expired });
  }

  private tell(access: Access): void {
    this.places.channel?.postMessage({ t: "in", access });
  }

  private hear(message: { t: "in"; access: Access } | { t: "out" }): void {
    if (message.t === "in") this.accept(message.access);
    else if (this.current.kind === "in" || this.current.kind === "offline") this.forget(false);
  }

  private become(state: AuthState): void {
    this.current = state;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Auth on a real browser. */
export function browserAuth(): Auth {
  const locks = navigator.locks as LockManager | undefined;
  return new Auth({
    fetch: (input, init) => fetch(input, init),
    memory: localStorage,
    exclusive: run => (locks ? (locks.request("plenum-refresh", run) as ReturnType<typeof run>) : run()),
    channel: typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("plenum-auth"),
    now: () => Date.now(),
    patienceMs: patience(storeMarks(localStorage).length > 0, navigator.onLine),
  });
}

/** ms that a start waits: who has papers here need not wait for a network of which the browser knows that there is none. */
export function patience(keeps: boolean, network: boolean): number {
  if (!keeps) return patienceMs;
  return network ? readerPatienceMs : 0;
}
