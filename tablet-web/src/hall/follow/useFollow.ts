import { useCallback, useEffect, useMemo, useState } from "react";
import { useMe, usePart } from "../live.tsx";
import { useTurning } from "./useTurning.ts";

/** A paper that somebody presents now. */
export interface Shown {
  name: string;
  /** Which presentation it is: when it began, UTC ms. */
  since: number;
  /** This person presents it. */
  own: boolean;
  /** Absent when this person may not open the paper. */
  paperId: string | undefined;
  page: number | undefined;
}

export interface Follow {
  shown: Shown | undefined;
  /** The page to go to, while this person follows. */
  lead: { paperId: string; page: number } | undefined;
  join: () => void;
  leave: () => void;
  /** The page where this person is in a paper: everybody's, if this person presents it. */
  turned: (paperId: string, page: number) => void;
}

/** Follow mode as this person sees it: in from the start, out by one tap, back by one. */
export function useFollow(session: string): Follow {
  const part = usePart("follow");
  const me = useMe();
  const [left, setLeft] = useState(() => leftBefore(session));
  const shown = useMemo((): Shown | undefined => {
    if (part?.since === undefined) return undefined;
    const { paperId, page } = part.paperId === undefined ? (me?.presented ?? part) : part;
    return { name: part.name ?? "", since: part.since, own: part.personId === me?.personId, paperId, page };
  }, [part, me?.presented, me?.personId]);
  const remember = useCallback(
    (since: number | undefined) => {
      setLeft(since);
      keepLeft(session, since);
    },
    [session],
  );
  const turning = useTurning();
  const mine = shown?.own ? shown.paperId : undefined;
  useEffect(() => {
    if (mine === undefined) turning.stop();
  }, [mine, turning]);
  const turned = useCallback(
    (paperId: string, page: number) => {
      if (paperId === mine) turning.to(page);
    },
    [mine, turning],
  );
  const { own, paperId, page, since } = shown ?? {};
  const lead = useMemo(
    () => (paperId !== undefined && page !== undefined && !own && since !== left ? { paperId, page } : undefined),
    [paperId, page, own, since, left],
  );
  const join = useCallback(() => remember(undefined), [remember]);
  const leave = useCallback(() => remember(since), [remember, since]);
  return { shown, lead, join, leave, turned };
}

/** Who left a presentation is out of it after a reload too. */
function leftBefore(session: string): number | undefined {
  try {
    return Number(sessionStorage.getItem(`plenum.left.${session}`)) || undefined;
  } catch {
    return undefined;
  }
}

function keepLeft(session: string, since: number | undefined): void {
  try {
    sessionStorage.setItem(`plenum.left.${session}`, String(since ?? ""));
  } catch {
    // Without a place to remember it, a reload brings the person back in.
  }
}
