import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { holdSession } from "../core/in-use.ts";
import { type Audience, type Kept, LiveConnection, type LiveState, type Pending, type Topic } from "../core/live.ts";
import type { MeView, PartName, Parts } from "../core/schemas.ts";
import { BodyContext } from "../i18n/body.ts";
import { useHousehold } from "./household.tsx";
import { useStore } from "./tablet.tsx";

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
    const leave = holdSession();
    return () => {
      leave();
      connection.stop();
    };
  }, [connection]);
  useKeeping(connection, as);
  return (
    <LiveContext value={connection}>
      <BodyWords>{children}</BodyWords>
      {as !== "screen" && <Testimony />}
    </LiveContext>
  );
}

/** What is inside speaks of delegates or of members, as the session's body has them. */
function BodyWords({ children }: { children: ReactNode }) {
  return <BodyContext value={usePart("session")?.bodyKind ?? "COUNCIL"}>{children}</BodyContext>;
}

const Witness = lazy(() => import("./Witness.tsx"));

/** Whoever attends is a witness of the journal: each checkpoint that the server sends is checked and kept. */
function Testimony() {
  const offered = usePart("checkpoint")?.newest;
  const fromServer = useKeptAt() === undefined;
  return <Suspense>{offered && fromServer && <Witness offered={offered} />}</Suspense>;
}

export const stateTable = "state";
const keepMs = 1_500;

/** Where a delegate or a guest sees the session, the newest state is kept on the device and shown while the server is away. */
function useKeeping(connection: LiveConnection, as: Audience): void {
  const store = useStore();
  useEffect(() => {
    if (!store || !connection.keeps) return;
    const id = `${connection.session}/${as}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void store.get<Kept>(stateTable, id).then(
      kept => kept && connection.recall(kept),
      () => undefined,
    );
    const keep = () => {
      timer = undefined;
      const kept = connection.kept();
      if (kept) void store.put(stateTable, id, kept).catch(() => undefined);
    };
    const later = () => {
      timer ??= setTimeout(keep, keepMs);
    };
    const stops = keptTopics.map(topic => connection.subscribe(topic, later));
    later();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [connection, store, as]);
}

const keptTopics: readonly Topic[] = ["session", "agenda", "now", "attendance", "voting", "me", "state"];

/** For tests and odd places: a connection made elsewhere. */
export function GivenLive({ connection, children }: { connection: LiveConnection; children: ReactNode }) {
  return (
    <LiveContext value={connection}>
      <BodyWords>{children}</BodyWords>
    </LiveContext>
  );
}

export function useLive(): LiveConnection {
  const live = useContext(LiveContext);
  if (!live) throw new Error("outside of LiveProvider");
  return live;
}

/** The session that is on screen; undefined outside of one. */
export function useSessionHere(): string | undefined {
  return useContext(LiveContext)?.session;
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

/** Whether this person takes a member's place in the session that is on screen, and votes there. */
export function useVotingSubstitute(): boolean {
  const live = useContext(LiveContext);
  const subscribe = useCallback((listener: () => void) => live?.subscribe("me", listener) ?? (() => undefined), [live]);
  const stands = () => live?.me()?.sittings.some(one => one.insteadOf !== undefined) ?? false;
  return useSyncExternalStore(
    subscribe,
    () => stands() && live?.part("session")?.rules.ballots.substitutesVote === true,
  );
}

export function useLiveState(): LiveState {
  const live = useLive();
  const subscribe = useCallback((listener: () => void) => live.subscribe("state", listener), [live]);
  return useSyncExternalStore(subscribe, live.state);
}

/** When what is shown was kept on this device; undefined when it is from the server. */
export function useKeptAt(): number | undefined {
  const live = useLive();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [live.subscribe("state", listener), live.subscribe("session", listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [live],
  );
  return useSyncExternalStore(subscribe, live.keptAt);
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
