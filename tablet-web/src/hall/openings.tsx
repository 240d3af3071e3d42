import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { type Api, unwrap } from "../core/api.ts";
import { asProblem } from "../core/problem.ts";
import { useApi } from "./household.tsx";

const again = 20_000;

/** Which versions of which papers the person has opened, here or on another device. Says each new one to the server once. */
export class Openings {
  private readonly api: Api;
  private readonly session: string;
  private readonly listeners = new Set<() => void>();
  private readonly onScreen: string[] = [];
  private readonly unsent = new Map<string, number>();
  private newest: ReadonlyMap<string, number> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private loaded = false;

  constructor(api: Api, session: string) {
    this.api = api;
    this.session = session;
  }

  /** Newest version opened by paper; undefined until it is known. */
  readonly known = (): ReadonlyMap<string, number> | undefined => this.newest;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    this.running = true;
    void this.load();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** Call what it gives when the paper is no longer on screen. */
  reading(paperId: string): () => void {
    this.onScreen.push(paperId);
    return () => {
      this.onScreen.splice(this.onScreen.indexOf(paperId), 1);
    };
  }

  isBeingRead(paperId: string): boolean {
    return this.onScreen.includes(paperId);
  }

  note(paperId: string, version: number): void {
    if ((this.newest?.get(paperId) ?? 0) >= version) return;
    this.unsent.set(paperId, version);
    this.become(new Map([...(this.newest ?? []), [paperId, version]]));
    void this.send();
  }

  private async load(): Promise<void> {
    const path = { sessionId: this.session };
    try {
      const { papers } = await unwrap(this.api.GET("/api/sessions/{sessionId}/openings", { params: { path } }));
      const all = new Map<string, number>(this.newest ?? []);
      for (const { paperId, version } of papers) all.set(paperId, Math.max(version, all.get(paperId) ?? 0));
      this.loaded = true;
      this.become(all);
    } catch {
      this.later();
    }
  }

  private async send(): Promise<void> {
    for (const [paperId, version] of [...this.unsent]) {
      try {
        await this.put(paperId, version);
        if (this.unsent.get(paperId) === version) this.unsent.delete(paperId);
      } catch (error) {
        const { status } = asProblem(error);
        // Refused for good: the paper was taken away meanwhile.
        if (status >= 400 && status < 500 && status !== 401 && status !== 429) this.unsent.delete(paperId);
        else return this.later();
      }
    }
  }

  private async put(paperId: string, version: number): Promise<void> {
    const path = { sessionId: this.session, paperId, version };
    await unwrap(this.api.PUT("/api/sessions/{sessionId}/papers/{paperId}/openings/{version}", { params: { path } }));
  }

  private later(): void {
    clearTimeout(this.timer);
    if (this.running) this.timer = setTimeout(() => void this.resume(), again);
  }

  private async resume(): Promise<void> {
    if (!this.loaded) await this.load();
    await this.send();
  }

  private become(newest: ReadonlyMap<string, number>): void {
    this.newest = newest;
    for (const listener of [...this.listeners]) listener();
  }
}

const OpeningsContext = createContext<Openings | undefined>(undefined);

/** Keeps what was opened of a session for as long as it is on screen. */
export function OpeningsProvider({ session, children }: { session: string; children: ReactNode }) {
  const api = useApi();
  const openings = useMemo(() => new Openings(api, session), [api, session]);
  useEffect(() => {
    openings.start();
    return () => openings.stop();
  }, [openings]);
  return <OpeningsContext value={openings}>{children}</OpeningsContext>;
}

export function useOpenings(): Openings | undefined {
  return useContext(OpeningsContext);
}

/** Newest version that the person has opened, by paper; undefined until it is known. */
export function useOpened(): ReadonlyMap<string, number> | undefined {
  const openings = useOpenings();
  return useSyncExternalStore(openings?.subscribe ?? nothingChanges, openings?.known ?? nothingKnown);
}

const nothingChanges = () => () => undefined;
const nothingKnown = () => undefined;
