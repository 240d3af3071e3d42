import type { Auth } from "./auth.ts";
import { deviceId, forgetDeviceId, keysPossible, markStore, type StoreMark, storeMarks, unmarkStore } from "./marks.ts";
import type { Outbox, OutboxPlaces } from "./outbox.ts";
import { asProblem, clientProblem, isProblem, ProblemError } from "./problem.ts";
import type { Me, Problem } from "./schemas.ts";
import type { Store } from "./store.ts";
import type { Vault } from "./vault.ts";

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

interface DeviceKey {
  secret: string;
  windowMs: number;
  now: number;
}

const ownTable = "own";
const keeping = () => import("./keeping.ts");

async function vaultOf(person: string): Promise<Vault> {
  return (await keeping()).Vault.of(person);
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
  private vault: Vault | undefined;
  private work: Promise<void> = Promise.resolve();
  private followed = "";

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
  settled(): Promise<void> {
    return this.work;
  }

  /** Whether anyone keeps anything on this device. */
  kept(): boolean {
    return storeMarks(this.places.memory).length > 0;
  }

  /** Whose store can be opened with a PIN now. */
  async pinHolders(): Promise<StoreMark[]> {
    if (!keysPossible()) return [];
    const ready: StoreMark[] = [];
    for (const mark of storeMarks(this.places.memory)) {
      const vault = await vaultOf(mark.personId);
      if (await vault.pinReady(this.places.now())) ready.push(mark);
      vault.close();
    }
    return ready;
  }

  /** Opens without the server; the person is then signed in as offline. */
  async enter(person: string, pin: string): Promise<PinResult> {
    const vault = await vaultOf(person);
    const answer = await vault.openWithPin(pin, this.places.now());
    const me = answer.kind === "open" ? await answer.store.get<Me>(ownTable, "me") : undefined;
    if (answer.kind !== "open" || !me) {
      vault.close();
      return answer.kind === "wrong" ? answer : { kind: "locked" };
    }
    await this.opened(vault, answer.store, person, { pin: true, lost: false });
    this.places.auth.enterOffline(me);
    return { kind: "in" };
  }

  /** Sets or changes the six digits; needs the server. */
  async setPin(pin: string): Promise<void> {
    const { vault, current } = this;
    if (!vault || current.kind !== "open") throw new ProblemError(clientProblem("client:fault"));
    const { secret, windowMs } = await this.deviceKey();
    const now = this.places.now();
    await vault.setPin(fromBase64(secret), pin, now + windowMs, now);
    this.become({ ...current, pin: true });
  }

  /** What was not sent yet is lost: ask before. */
  async signOut(): Promise<void> {
    if (this.current.kind === "open") await this.wipe(this.current.person);
    await this.places.auth.signOut();
  }

  private follow(): void {
    const state = this.places.auth.state();
    const wanted = state.kind === "in" ? `in ${state.me.personId}` : state.kind === "out" ? `out ${state.expired}` : "";
    if (wanted === "" || wanted === this.followed) return;
    this.followed = wanted;
    this.work = this.work
      .then(() =>
        state.kind === "in" ? this.enterSignedIn(state.me) : this.left(state.kind === "out" && state.expired),
      )
      .catch(error => this.become({ kind: "closed", problem: asProblem(error) }));
  }

  private async enterSignedIn(me: Me): Promise<void> {
    if (!keysPossible()) return;
    const key = await this.deviceKey().catch(error => this.afterRevocation(error, me.personId));
    if (this.current.kind === "open" && this.current.person !== me.personId) this.close();
    const vault = this.vault ?? (await vaultOf(me.personId));
    await vault.extend(this.places.now() + key.windowMs, this.places.now());
    if (this.current.kind !== "open") await this.openSignedIn(vault, fromBase64(key.secret), me);
    if (this.current.kind === "open") await this.current.store.put(ownTable, "me", me);
  }

  private async openSignedIn(vault: Vault, secret: Uint8Array<ArrayBuffer>, me: Me): Promise<void> {
    const { memory, now } = this.places;
    const marked = storeMarks(memory).some(mark => mark.personId === me.personId);
    const { store, fresh } = await vault.openWithSecret(secret);
    markStore(memory, { personId: me.personId, name: me.name, since: now() });
    const pin = await vault.pinReady(now());
    await this.opened(vault, store, me.personId, { pin, lost: fresh && marked });
    void globalThis.navigator?.storage?.persist?.().catch(() => false);
  }

  private async opened(vault: Vault, store: Store, person: string, facts: { pin: boolean; lost: boolean }) {
    const { Outbox } = await keeping();
    const outbox = await Outbox.open(store, this.places.outbox);
    this.vault = vault;
    this.become({ kind: "open", person, store, outbox, ...facts });
  }

  /** A revoked device forgets the person and comes back as a new one: this sign-in is younger than the revocation. */
  private async afterRevocation(error: unknown, person: string): Promise<DeviceKey> {
    if (!(error instanceof ProblemError) || error.problem.code !== "pack:device-revoked") throw error;
    await this.wipe(person);
    forgetDeviceId(this.places.memory);
    return this.deviceKey();
  }

  /** Signed out here or by the server. Ended by the server: only a sign-in opens again, and what it revoked is wiped. */
  private async left(expired: boolean): Promise<void> {
    if (expired) await this.vault?.closePin();
    this.close();
    if (!keysPossible() || storeMarks(this.places.memory).length === 0) return;
    const response = await this.places.fetch(`/api/devices/${this.deviceId}`).catch(() => undefined);
    if (!response?.ok) return;
    const { wipe } = (await response.json()) as { wipe: string[] };
    for (const person of wipe) await this.wipe(person);
  }

  private async wipe(person: string): Promise<void> {
    const vault = this.current.kind === "open" && this.current.person === person ? this.vault : undefined;
    const doomed = vault ?? (await vaultOf(person));
    if (vault) this.letGo();
    await doomed.wipe();
    await (await keeping()).deleteStoreDb(`notes-${person}`);
    unmarkStore(this.places.memory, person);
  }

  private close(): void {
    this.vault?.close();
    this.letGo();
  }

  private letGo(): void {
    if (this.current.kind === "open") this.current.outbox.close();
    this.vault = undefined;
    this.become({ kind: "closed" });
  }

  private async deviceKey(): Promise<DeviceKey> {
    const response = await this.places.fetch(`/api/me/devices/${this.deviceId}`, {
      method: "PUT",
      credentials: "same-origin",
      headers: { "content-type": "application/json", authorization: `Bearer ${await this.places.auth.token()}` },
      body: JSON.stringify({ name: this.places.name }),
    });
    const json: unknown = await response.json().catch(() => undefined);
    if (response.ok) return json as DeviceKey;
    throw new ProblemError(isProblem(json) ? json : clientProblem("client:unreadable", response.status));
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

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, char => char.charCodeAt(0));
}
