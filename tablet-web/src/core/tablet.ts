import type { Auth } from "./auth.ts";
import type { Keeper } from "./keeper.ts";
import { deviceId, keysPossible, type StoreMark, storeMarks } from "./marks.ts";
import type { Outbox, OutboxPlaces } from "./outbox.ts";
import type { Problem } from "./schemas.ts";
import type { Store } from "./store.ts";

export type TabletState =
  /** Nobody's store is open. `problem`: it should be, but can't. */
  | { kind: "closed"; problem?: Problem }
  /** `lost`: the browser had thrown away what was kept. `pin`: it can be opened without the server. */
  | { kind: "open"; person: string; store: Store; outbox: Outbox; pin: boolean; lost: boolean };

export type PinResult = { kind: "in" } | { kind: "wrong"; triesLeft: number } | { kind: "locked" };

export interface TabletPlaces {
  auth: Pick<Auth, "state" | "subscribe" | "token" | "signOut" | "enterOffline">;
  memory: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  fetch: typeof fetch;
  now(): number;
  /** What this browser calls itself. */
  name: string;
  outbox?: OutboxPlaces;
}

/**
 * What this device keeps of the signed-in person: opens the store with the server's secret when there is a sign-in, with the
 * PIN when the server is out of reach, locks it when the server ends the sign-in, wipes it at a sign-out and when it was
 * revoked. There is one per page; it follows `Auth`.
 */
export class Tablet {
  private readonly places: TabletPlaces;
  private readonly listeners = new Set<() => void>();
  private current: TabletState = { kind: "closed" };
  private keeper: Promise<Keeper> | undefined;

  constructor(places: TabletPlaces) {
    this.places = places;
    places.auth.subscribe(() => this.follow());
  }

  readonly state = (): TabletState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get deviceId(): string {
    return deviceId(this.places.memory);
  }

  /** Resolves when what the sign-in asked for is done. */
  async settled(): Promise<void> {
    await (await this.keeper)?.settled();
  }

  /** Whether anyone keeps anything on this device. */
  kept(): boolean {
    return storeMarks(this.places.memory).length > 0;
  }

  /** Whose store can be opened with a PIN now. */
  async pinHolders(): Promise<StoreMark[]> {
    return keysPossible() ? (await this.opened()).pinHolders() : [];
  }

  /** Opens without the server; the person is then signed in as offline. */
  async enter(person: string, pin: string): Promise<PinResult> {
    return (await this.opened()).enter(person, pin);
  }

  /** Sets or changes the six digits; needs the server. */
  async setPin(pin: string): Promise<void> {
    return (await this.opened()).setPin(pin);
  }

  /** Wipes what is kept, then signs out. What was not sent yet is lost: ask before. */
  async signOut(): Promise<void> {
    if (this.keeper) return (await this.keeper).signOut();
    await this.places.auth.signOut();
  }

  private follow(): void {
    const { kind } = this.places.auth.state();
    if (keysPossible() && (this.keeper || kind === "in" || (kind === "out" && this.kept()))) {
      void this.opened().then(
        keeper => keeper.follow(),
        () => undefined,
      );
    }
  }

  private opened(): Promise<Keeper> {
    this.keeper ??= import("./keeper.ts").then(({ Keeper }) => new Keeper(this.places, state => this.become(state)));
    this.keeper.catch(() => {
      this.keeper = undefined;
    });
    return this.keeper;
  }

  private become(state: TabletState): void {
    this.current = state;
    for (const listener of [...this.listeners]) listener();
  }
}

/** The tablet of a real browser. */
export function browserTablet(auth: Auth): Tablet {
  return new Tablet({
    auth,
    memory: localStorage,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    name: deviceName(navigator.userAgent),
  });
}

/** `iPad · Safari`: enough to tell two tablets of one person apart. */
export function deviceName(agent: string): string {
  const first = (pairs: readonly [RegExp, string][], other: string) =>
    pairs.find(([sign]) => sign.test(agent))?.[1] ?? other;
  const machine = first(
    [
      [/iPad/, "iPad"],
      [/iPhone/, "iPhone"],
      [/Android/, "Android"],
      [/Macintosh/, "Mac"],
      [/Windows/, "Windows"],
      [/Linux|X11/, "Linux"],
    ],
    "?",
  );
  const browser = first(
    [
      [/Edg\//, "Edge"],
      [/Firefox\//, "Firefox"],
      [/Chrome\//, "Chrome"],
      [/Safari\//, "Safari"],
    ],
    "?",
  );
  return `${machine} · ${browser}`;
}
