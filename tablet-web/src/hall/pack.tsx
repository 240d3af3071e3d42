import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Pack, PackView } from "../core/pack.ts";
import { clientProblem, ProblemError } from "../core/problem.ts";
import type { AgendaView } from "../core/schemas.ts";
import { useHousehold } from "./household.tsx";
import { useLive, useLiveState } from "./live.tsx";
import { useAgenda } from "./papers.ts";
import { useStore, useTablet, useTabletState } from "./tablet.tsx";

const PackContext = createContext<Pack | undefined>(undefined);
const pausedKey = "plenum.pack.paused";

/** Keeps the session's papers on this device for as long as the session is on screen. Inside a LiveProvider. */
export function PackProvider({ session, children }: { session: string; children: ReactNode }) {
  const pack = useOpenPack(session);
  const agenda = useAgenda();
  const live = useLiveState().kind === "live";
  useEffect(() => {
    if (pack && agenda) pack.has(papersOf(agenda));
  }, [pack, agenda]);
  const tablet = useTabletState();
  const pin = tablet.kind === "open" && tablet.pin;
  useEffect(() => pack?.opensByPin(pin), [pack, pin]);
  useEffect(() => {
    if (pack && live) pack.retryNow();
  }, [pack, live]);
  return <PackContext value={pack}>{children}</PackContext>;
}

/** A paper whose time is over is no longer kept, also when nobody says so. */
function papersOf(agenda: AgendaView) {
  return agenda.items.flatMap(item => item.papers).filter(paper => !paper.until || paper.until > Date.now());
}

function useOpenPack(session: string): Pack | undefined {
  const { fetch, api } = useHousehold();
  const { deviceId } = useTablet();
  const store = useStore();
  const [pack, setPack] = useState<Pack>();
  useEffect(() => {
    if (!store) return;
    let left = false;
    let opened: Pack | undefined;
    let unwatch: (() => void) | undefined;
    void import("../core/pack.ts").then(({ Pack }) => {
      if (left) return;
      opened = new Pack(session, store, {
        fetch,
        address: ({ paperId, version }) => `/api/sessions/${session}/papers/${paperId}/content?version=${version ?? 1}`,
        report: async (sha256, bytes, pin) => {
          const path = { sessionId: session };
          const { response } = await api.PUT("/api/sessions/{sessionId}/pack", {
            params: { path },
            body: { deviceId, sha256, bytes, pin },
          });
          if (!response.ok) throw new Error(`the report was answered ${response.status}`);
        },
        exclusive: run => exclusively(`plenum-pack-${session}`, run),
        stallMs: 20_000,
        retryMs: 4_000,
      });
      const pack = opened;
      unwatch = followNetwork(pack, () => localStorage.getItem(pausedKey) === null);
      setPack(pack);
    });
    return () => {
      left = true;
      unwatch?.();
      opened?.close();
      setPack(undefined);
    };
  }, [session, store, fetch, api, deviceId]);
  return pack;
}

async function exclusively(name: string, run: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  await (locks ? locks.request(name, run) : run());
}

type Connection = Pick<EventTarget, "addEventListener" | "removeEventListener"> & { saveData?: boolean; type?: string };

function connection(): Connection | undefined {
  return (navigator as Navigator & { connection?: Connection }).connection;
}

/** What the browser knows of the connection's price; where it knows nothing, papers come by themselves. */
export function metered(): boolean {
  const { saveData, type } = connection() ?? {};
  return saveData === true || type === "cellular";
}

/** Fetches by itself while the network costs nothing; a change to one that does pauses, unless the person asked for it there. */
export function followNetwork(pack: Pick<Pack, "start" | "pause">, wanted: () => boolean): () => void {
  let costly = metered();
  if (!costly && wanted()) pack.start();
  const changed = () => {
    const before = costly;
    costly = metered();
    if (before === costly || !wanted()) return;
    if (costly) pack.pause();
    else pack.start();
  };
  const watched = connection();
  watched?.addEventListener("change", changed);
  return () => watched?.removeEventListener("change", changed);
}

const none: PackView = { papers: [], activity: "opening", there: 0, bytes: 0, received: 0 };
const never = () => () => undefined;
const nothing = () => none;

/** The session's pack and how far it is; undefined while it is being opened, and where nothing can be kept. */
export function usePack(): { pack: Pack; view: PackView } | undefined {
  const pack = useContext(PackContext);
  const view = useSyncExternalStore(pack?.subscribe ?? never, pack?.view ?? nothing);
  return useMemo(() => pack && { pack, view }, [pack, view]);
}

/** Starts or pauses; remembered on this device. */
export function switchPack(pack: Pack, on: boolean): void {
  if (on) localStorage.removeItem(pausedKey);
  else localStorage.setItem(pausedKey, "1");
  if (on) pack.start();
  else pack.pause();
}

/** `fetch` of one paper's content: from the pack what is there, the rest from the network. */
export function usePaperFetch(sha256: string): (request: Request) => Promise<Response> {
  const { fetch } = useHousehold();
  const pack = useContext(PackContext);
  const live = useLive();
  return useMemo(() => {
    if (!pack) return fetch;
    return pack.fetchOf(sha256, request => {
      if (live.keptAt() !== undefined) return Promise.reject(new ProblemError(notKept));
      // Whoever has just lost the server asks again a few times, and is not kept waiting by a network that swallows all.
      if (live.state().kind === "offline") return Promise.reject(new ProblemError(clientProblem("client:network")));
      return fetch(request);
    });
  }, [pack, sha256, fetch, live]);
}

const notKept = {
  type: "urn:plenum:problem:client:not-kept",
  code: "client:not-kept",
  title: "Tài liệu này chưa được tải về máy",
  status: 404,
};
