import { fromBase64 } from "./base64.ts";
import { deviceId, forgetDeviceId, keysPossible, markStore, type StoreMark, storeMarks, unmarkStore } from "./marks.ts";
import { Outbox } from "./outbox.ts";
import { asProblem, clientProblem, isProblem, ProblemError } from "./problem.ts";
import type { Me } from "./schemas.ts";
import type { Store } from "./store.ts";
import type { PinResult, TabletPlaces, TabletState } from "./tablet.ts";
import { Vault } from "./vault.ts";

interface DeviceKey {
  secret: string;
  windowMs: number;
  now: number;
}

const ownTable = "own";

/** The working half of `Tablet`, loaded when there is something to open. */
export class Keeper {
  private readonly places: TabletPlaces;
  private readonly told: (state: TabletState) => void;
  private current: TabletState = { kind: "closed" };
  private vault: Vault | undefined;
  private work: Promise<void> = Promise.resolve();
  private followed = "";

  constructor(places: TabletPlaces, told: (state: TabletState) => void) {
    this.places = places;
    this.told = told;
  }

  private get deviceId(): string {
    return deviceId(this.places.memory);
  }

  /** Resolves when what the sign-in asked for is done. */
  settled(): Promise<void> {
    return this.work;
  }

  /** Whose store can be opened with a PIN now. */
  async pinHolders(): Promise<StoreMark[]> {
    if (!keysPossible()) return [];
    const ready: StoreMark[] = [];
    for (const mark of storeMarks(this.places.memory)) {
      const vault = await Vault.of(mark.personId);
      if (await vault.pinReady(this.places.now())) ready.push(mark);
      vault.close();
    }
    return ready;
  }

  /** Opens without the server; the person is then signed in as offline. */
  async enter(person: string, pin: string): Promise<PinResult> {
    const vault = await Vault.of(person);
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

  /** The sign-in has changed. */
  follow(): void {
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
    const vault = this.vault ?? (await Vault.of(me.personId));
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
    const doomed = vault ?? (await Vault.of(person));
    if (vault) this.letGo();
    await doomed.wipe();
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
    this.told(state);
  }
}
