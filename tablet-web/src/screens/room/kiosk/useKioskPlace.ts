import { useEffect, useRef } from "react";
import type { RoomView } from "../../../core/schemas.ts";
import { useCommand, useLiveState, useMe, usePart } from "../../../hall/index.ts";
import type { Place } from "../place.ts";

/** ms between two attempts: soon after the room has opened, later when one was refused or sent out. */
const soon = 500;
const later = 15_000;
const afterRefusal = 60_000;

/** Joins whenever the room is open, and again after everything that puts a meeting room out. */
export function useKioskPlace(): { room: RoomView | undefined; place: Place } {
  const room = usePart("room");
  const place = useMe()?.room.place;
  const online = useLiveState().kind === "live";
  const { send, state } = useCommand("room.join");
  const locked = room?.locked === true;
  const wanted = room?.state === "OPEN" && online && (place === "OUT" || place === "REMOVED");
  const opening = room?.openedAt;
  const tried = useRef<number | undefined>(undefined);
  const answered = state.kind === "done" || state.kind === "refused" ? state : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer that leaves the kiosk outside begins another wait
  useEffect(() => {
    if (!wanted) return;
    const again = tried.current === opening || locked;
    const timer = setTimeout(
      () => {
        tried.current = opening;
        void send({ as: "KIOSK" });
      },
      place === "REMOVED" ? afterRefusal : again ? later : soon,
    );
    return () => clearTimeout(timer);
  }, [wanted, place, opening, locked, answered, send]);
  return { room, place: place ?? "OUT" };
}
