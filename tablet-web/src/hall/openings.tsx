import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { deliverOpenings, Openings, openingPlaces } from "../core/openings.ts";
import { useApi } from "./household.tsx";
import { useOutbox, useTabletState } from "./tablet.tsx";

const againMs = 20_000;

/** Sends what was opened, also what was left from before a restart. Once, in the house. */
export function useOpeningsDelivery(): void {
  const api = useApi();
  const outbox = useOutbox();
  useEffect(() => outbox && deliverOpenings(api, outbox), [api, outbox]);
}

const OpeningsContext = createContext<Openings | undefined>(undefined);

/** Keeps what was opened of a session for as long as it is on screen. */
export function OpeningsProvider({ session, children }: { session: string; children: ReactNode }) {
  const api = useApi();
  const tablet = useTabletState();
  const [store, outbox] = tablet.kind === "open" ? [tablet.store, tablet.outbox] : [];
  const openings = useMemo(
    () => new Openings(session, openingPlaces(api, session, store, outbox)),
    [api, session, store, outbox],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const load = () =>
      openings.load().catch(() => {
        if (!left) timer = setTimeout(load, againMs);
      });
    void load();
    return () => {
      left = true;
      clearTimeout(timer);
    };
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
