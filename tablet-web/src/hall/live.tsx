import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { type Audience, LiveConnection, type LiveState, type Pending } from "../core/live.ts";
import type { MeView, PartName, Parts } from "../core/schemas.ts";
import { useHousehold } from "./household.tsx";

const LiveContext = createContext<LiveConnection | undefined>(undefined);

/** Opens the live view of a session for as long as it is on screen, and gives it to what is inside. */
export function LiveProvider({ session, as, children }: { session: string; as: Audience; children: ReactNode }) {
  const { auth, liveUrl } = useHousehold();
  const connection = useMemo(
    () => new LiveConnection({ url: liveUrl, session, as, tokens: auth }),
    [auth, liveUrl, session, as],
  );
  useEffect(() => {
    connection.start();
    return () => connection.stop();
  }, [connection]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

/** For tests and odd places: a connection made elsewhere. */
export function GivenLive({ connection, children }: { connection: LiveConnection; children: ReactNode }) {
  return <LiveContext value={connection}>{children}</LiveContext>;
}

export function useLive(): LiveConnection {
  const live = useContext(LiveContext);
  if (!live) throw new Error("outside of LiveProvider");
  return live;
}

/** The newest value of a part; undefined until the first state has come, or if this audience does not get it. */
export function usePart<P extends PartName>(name: P): Parts[P] | undefined {
  const live = useLive();
  const subscribe = useCallback((listener: () => void) => live.subscribe(name, listener), [live, name]);
  return useSyncExternalStore(subscribe, () => live.part(name));
}

/** What is only this person's: presence, hand, own ballots. */
export function useMe(): MeView | undefined {
  const live = useLive();
  const subscribe = useCallback((listener: () => void) => live.subscribe("me", listener), [live]);
  return useSyncExternalStore(subscribe, live.me);
}

export function useLiveState(): LiveState {
  const live = useLive();
  const subscribe = useCallback((listener: () => void) => live.subscribe("state", listener), [live]);
  return useSyncExternalStore(subscribe, live.state);
}

/** Commands not answered yet, oldest first. */
export function usePending(): readonly Pending[] {
  const live = useLive();
  const subscribe = useCallback((listener: () => void) => live.subscribe("pending", listener), [live]);
  return useSyncExternalStore(subscribe, live.pending);
}

/** The server's clock; stable, for `RunningClock` and `useTick`. */
export function useSessionClock(): () => number {
  const live = useLive();
  return useCallback(() => live.clock.now(), [live]);
}
