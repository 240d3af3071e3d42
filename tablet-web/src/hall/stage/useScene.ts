import { useEffect, useMemo } from "react";
import type { RoomView } from "../../core/schemas.ts";
import { useTick } from "../../ui/index.ts";
import { useLiveState, useMe, usePart, useSessionClock } from "../index.ts";
import { useCall, useCallValue } from "../room/call.tsx";
import { onAir } from "./air.ts";
import type { Scene } from "./arrange.ts";

/** Who is in the room and what they send, as one thing to arrange. */
export function useScene(room: RoomView): Scene {
  const me = useMe()?.personId ?? "";
  const people = useCallValue("people", call => call.people());
  const speaker = useCallValue("speaker", call => call.speaker());
  const floor = usePart("floor")?.speech?.personId;
  return useMemo(() => ({ room, people, me, floor, speaker, focus: undefined }), [room, people, me, floor, speaker]);
}

/** Whether one is before everybody's eyes by the director's layout. */
export function useOnAir(scene: Scene): boolean {
  const { air, since = 0 } = usePart("stage") ?? {};
  const now = useTick(useSessionClock(), air?.kind === "ROTATION");
  return air !== undefined && onAir(scene, { layout: air, since }, now, scene.me);
}

/** Where one socket comes through, the other will. */
export function useNudge(): void {
  const call = useCall();
  const online = useLiveState().kind === "live";
  useEffect(() => {
    if (online) call.nudge();
  }, [online, call]);
}
