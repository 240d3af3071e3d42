import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from "react";
import type { Booth } from "../core/secret/booth.ts";
import { useMe } from "./live.tsx";

/** The secret electronic ballots in which this device takes part, by poll, and which one has the whole screen. */
export interface Booths {
  all: ReadonlyMap<string, Booth>;
  put(poll: string, booth: Booth | undefined): void;
  shown: string | undefined;
  show(poll: string | undefined): void;
}

const BoothsContext = createContext<Booths | undefined>(undefined);
const BoothKeeper = lazy(() => import("./ballots/secret/BoothKeeper.tsx"));

/** Takes part by itself for as long as the session is on screen; what it takes is loaded when there is a poll. */
export function BoothsProvider({ children }: { children: ReactNode }) {
  const wanted = useMe()?.secret !== undefined;
  const [all, setAll] = useState<ReadonlyMap<string, Booth>>(new Map());
  const [shown, show] = useState<string>();
  const put = useCallback((poll: string, booth: Booth | undefined) => {
    setAll(before => new Map([...before].filter(([one]) => one !== poll).concat(booth ? [[poll, booth]] : [])));
  }, []);
  const value = useMemo(() => ({ all, put, shown, show }), [all, put, shown]);
  return (
    <BoothsContext value={value}>
      {children}
      <Suspense>{wanted && <BoothKeeper />}</Suspense>
    </BoothsContext>
  );
}

/** Undefined on screens that take no part. */
export function useBooths(): Booths | undefined {
  return useContext(BoothsContext);
}
