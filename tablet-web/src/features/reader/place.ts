import type { Store } from "../../core/store.ts";

const table = "pages";

/** The pages where one person left papers on this device, kept with what else is kept of that person and wiped with it. */
export class Places {
  private readonly shelf: Pick<Store, "get" | "put"> | undefined;
  private readonly known = new Map<string, number>();
  private readonly unkept = new Set<string>();
  private keeping = false;

  /** Without a shelf only as long as the app is on screen. */
  constructor(shelf?: Pick<Store, "get" | "put">) {
    this.shelf = shelf;
  }

  /** 1 for a paper that was not read here yet. */
  async page(paperId: string): Promise<number> {
    const kept = this.known.get(paperId) ?? (await this.shelf?.get<number>(table, paperId).catch(() => undefined));
    return this.known.get(paperId) ?? kept ?? 1;
  }

  /** The paper was left at this page, or is to be opened there. */
  keep(paperId: string, page: number): void {
    if (this.known.get(paperId) === page) return;
    this.known.set(paperId, page);
    this.unkept.add(paperId);
    if (!this.keeping) void this.keepAll();
  }

  /** One after the other; of pages that are only passed by, the last one. */
  private async keepAll(): Promise<void> {
    this.keeping = true;
    for (const paperId of this.unkept) {
      this.unkept.delete(paperId);
      // A device that is full opens the paper at an earlier page.
      await this.shelf?.put(table, paperId, this.known.get(paperId)).catch(() => undefined);
    }
    this.keeping = false;
  }
}

const ofStores = new WeakMap<object, Places>();
const ofNobody = new Places();

/** The same for the same store. */
export function placesIn(store: Store | undefined): Places {
  if (!store) return ofNobody;
  const places = ofStores.get(store) ?? new Places(store);
  ofStores.set(store, places);
  return places;
}
