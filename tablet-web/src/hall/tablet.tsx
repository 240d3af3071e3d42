import { useCallback, useSyncExternalStore } from "react";
import type { Op, Outbox } from "../core/outbox.ts";
import type { Store } from "../core/store.ts";
import type { Tablet, TabletState } from "../core/tablet.ts";
import { useHousehold } from "./household.tsx";

/** What this device keeps of the signed-in person. */
export function useTablet(): Tablet {
  return useHousehold().tablet;
}

export function useTabletState(): TabletState {
  const tablet = useTablet();
  return useSyncExternalStore(tablet.subscribe, tablet.state);
}

/** The person's encrypted store; undefined while it is being opened, and where the browser gives no keys. */
export function useStore(): Store | undefined {
  const state = useTabletState();
  return state.kind === "open" ? state.store : undefined;
}

/** The person's post that waits for a network. */
export function useOutbox(): Outbox | undefined {
  const state = useTabletState();
  return state.kind === "open" ? state.outbox : undefined;
}

const none: readonly Op[] = [];
const never = () => () => undefined;

/** What waits in the outbox, oldest first. */
export function useWaiting(): readonly Op[] {
  const outbox = useOutbox();
  const read = useCallback(() => outbox?.waiting() ?? none, [outbox]);
  return useSyncExternalStore(outbox?.subscribe ?? never, read);
}
