import { useEffect } from "react";
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
  const open = room?.state === "OPEN";
  const locked = room?.locked === true;
  const wanted = open && online && (place === "OUT" || place === "REMOVED");
  const tried = state.kind === "done" || state.kind === "refused" ? state : undefined;
  useEffect(() => {
    if (!wanted) return;
    const pause = place === "REMOVED" ? afterRefusal : tried || locked ? later : soon;
    const timer = setTimeout(() => void send({ as: "KIOSK" }), pause);
    return () => clearTimeout(timer);
  }, [wanted, place, tried, locked, send]);
  return { room, place: place ?? "OUT" };
}
