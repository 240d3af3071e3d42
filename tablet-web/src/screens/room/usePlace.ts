import { useCallback, useEffect, useRef, useState } from "react";
import type { RoomView, SessionView, Station } from "../../core/schemas.ts";
import { type UseCommand, useCommand, useMe, usePart } from "../../hall/index.ts";
import { type Notice, nextStep, type Place } from "./place.ts";

export interface UsePlace {
  room: RoomView | undefined;
  place: Place;
  /** Wished for and had: the conversation is on. */
  inside: boolean;
  notice: Notice | undefined;
  joining: UseCommand<"room.join">;
  enter(): void;
  /** Out of the room, or no longer waiting. */
  leave(): void;
  /** Another device of the same person has the conversation now. */
  goneElsewhere(): void;
}

const key = (session: string) => `plenum.room.${session}`;

/** The wish to be in the room, kept over a reload of the page, and the place that the server has given. */
export function usePlace(session: SessionView, as: Station): UsePlace {
  const { sessionId } = session;
  const room = usePart("room");
  const place = useMe()?.room.place;
  const [wish, setWish] = useState(() => sessionStorage.getItem(key(sessionId)) !== null);
  const [notice, setNotice] = useState<Notice>();
  const before = useRef<Place | undefined>(undefined);
  const elsewhere = useRef(false);
  const joining = useCommand("room.join");
  const leaving = useCommand("room.leave");
  const { send: join, state: joinState } = joining;
  const { send: goOut } = leaving;
  useEffect(() => {
    if (wish) sessionStorage.setItem(key(sessionId), "in");
    else sessionStorage.removeItem(key(sessionId));
  }, [wish, sessionId]);
  useEffect(() => {
    if (!wish || !room || place === undefined) return;
    const step = nextStep(before.current, place, room, elsewhere.current);
    before.current = place;
    if (step.kind === "join") void join({ as });
    if (step.kind !== "stop") return;
    setWish(false);
    setNotice(step.notice);
  }, [wish, room, place, join, as]);
  useEffect(() => {
    // What was refused is told in the lobby and not tried again by itself.
    if (joinState.kind === "refused") setWish(false);
  }, [joinState]);
  const enter = useCallback(() => {
    setNotice(undefined);
    elsewhere.current = false;
    before.current = place ?? "OUT";
    setWish(true);
    void join({ as });
  }, [join, as, place]);
  const leave = useCallback(() => {
    setWish(false);
    void goOut({});
  }, [goOut]);
  const goneElsewhere = useCallback(() => {
    elsewhere.current = true;
  }, []);
  return {
    room,
    place: place ?? "OUT",
    inside: wish && place === "IN",
    notice,
    joining,
    enter,
    leave,
    goneElsewhere,
  };
}
