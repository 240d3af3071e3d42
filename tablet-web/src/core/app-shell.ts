import { inUse } from "./in-use.ts";

/** none: the browser keeps no app; kept: it starts without the server; newer: a new version waits to take over. */
export type ShellState = "none" | "kept" | "newer";

/** The app as the browser keeps it (service worker). A new version waits; it takes over when asked to, never by itself. */
export class AppShell {
  private readonly container: ServiceWorkerContainer | undefined;
  private readonly listeners = new Set<() => void>();
  private current: ShellState = "none";
  private registration: ServiceWorkerRegistration | undefined;

  constructor(container: ServiceWorkerContainer | undefined) {
    this.container = container;
  }

  readonly state = (): ShellState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async keep(address = "/sw.js"): Promise<void> {
    const registration = await this.container?.register(address).catch(() => undefined);
    if (!registration) return;
    this.registration = registration;
    registration.addEventListener("updatefound", () => this.watch(registration.installing));
    this.watch(registration.installing);
    this.look();
  }

  /** Asks the server whether there is a newer version; browsers ask by themselves only when the page is loaded. */
  async ask(): Promise<void> {
    await this.registration?.update().catch(() => undefined);
  }

  /** Reloads with the new version; false when a session is open in another tab. */
  async takeOver(): Promise<boolean> {
    const waiting = this.registration?.waiting;
    if (!waiting) return true;
    if (await sessionOpen()) return false;
    this.container?.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ type: "take-over" });
    return true;
  }

  private watch(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => this.look());
  }

  private look(): void {
    const next = this.registration?.waiting ? "newer" : this.registration?.active ? "kept" : "none";
    if (next === this.current) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener();
  }
}

async function sessionOpen(): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  return held.some(lock => lock.name === inUse);
}

export const appShell = new AppShell(navigator.serviceWorker as ServiceWorkerContainer | undefined);
