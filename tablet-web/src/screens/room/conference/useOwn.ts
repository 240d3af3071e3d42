import { useCallback, useEffect, useRef } from "react";
import type { Devices, DeviceTrouble, OwnSource } from "../../../core/devices.ts";
import type { MediaSource, RoomView } from "../../../core/schemas.ts";
import { type Actions, useActions, useMe, usePart } from "../../../hall/index.ts";
import { useDevices, useOwnSource } from "../../../hall/room/call.tsx";
import { cameraWish } from "../../../hall/stage/switches.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { useToast } from "../../../ui/index.ts";
import { type Right, rightTo } from "./rights.ts";

/** One's own switches in the room, with what moderators allow. */
export interface Own {
  microphone: OwnSource;
  camera: OwnSource;
  screen: OwnSource;
  right: Record<MediaSource, Right>;
  /** Has the floor now. */
  speaking: boolean;
  /** May talk where microphones are not free: has the floor, is called besides, or is one of two in dialogue. */
  invited: boolean;
  hand: boolean;
  /** The own place in the queue, from 1; 0: not in it. */
  queuePlace: number;
  /** Why no hand may be raised: not a member, no sitting, not present. */
  mayRaise: boolean;
  canShare: boolean;
  actions: Actions;
  toggleMicrophone(): void;
  /** While a key is held down. */
  talk(on: boolean): void;
  toggleCamera(): void;
  toggleScreen(): void;
  toggleHand(): void;
  /** Takes the floor that was given: microphone on, whatever it was before. */
  speak(): void;
}

/** @param point speaks for a meeting room, which asks for the floor without being on the roll */
export function useOwn({
  room,
  moderator,
  point = false,
}: {
  room: RoomView;
  moderator: boolean;
  point?: boolean;
}): Own {
  const words = useText(catalogue);
  const t = words.own;
  const say = useToast();
  const devices = useDevices();
  const actions = useActions();
  const me = useMe();
  const floor = usePart("floor");
  const session = usePart("session");
  const personId = me?.personId ?? "";
  const mutes = me?.room.mutes ?? [];
  const speaking = floor?.speech?.personId === personId;
  const invited = useInvited(room, personId) || speaking;
  const standing = { moderator, invited };
  const right = {
    MICROPHONE: rightTo("MICROPHONE", mutes, room, standing),
    CAMERA: rightTo("CAMERA", mutes, room, standing),
    SCREEN: rightTo("SCREEN", mutes, room, standing),
  };
  const microphone = useOwnSource("MICROPHONE");
  const camera = useOwnSource("CAMERA");
  const screen = useOwnSource("SCREEN");
  const hand = me?.hand === true;
  const present = me?.sittings.some(one => one.presence === "PRESENT") ?? false;
  const onRoll = me?.delegate === true && present;
  const mayRaise = (onRoll || point) && session?.openSittingId !== undefined && !speaking;
  useQuietAfterwards(right.MICROPHONE === "floor" && microphone.on, devices);
  useMuteNews(mutes, say, t);
  useTroubleNews(microphone.trouble, say, words.trouble.microphone);
  useTroubleNews(camera.trouble, say, words.trouble.camera);

  /** Goes on only when one may; a mute that is not held is lifted on the way. */
  const allowed = async (source: MediaSource): Promise<boolean> => {
    switch (right[source]) {
      case "free":
        return true;
      case "muted":
        return actions.run(source, "room.unmute", { personId, source });
      case "held":
        say(t.held[source]);
        return false;
      case "floor":
        say(me?.delegate || point ? t.floor : t.floorListen);
        return false;
    }
  };
  const switchMicrophone = async (on: boolean) => {
    if (!on || (await allowed("MICROPHONE"))) await devices.switchMicrophone(on);
  };
  const toggleCamera = async () => {
    if (!camera.on && !(await allowed("CAMERA"))) return;
    cameraWish.choose(!camera.on);
    await devices.switchCamera(!camera.on);
  };
  const toggleScreen = async () => {
    if (screen.on) devices.stopScreen();
    else if (await allowed("SCREEN")) await devices.shareScreen();
  };
  const toggleHand = () => {
    if (speaking) void actions.run("hand", "floor.end-speech", {});
    else if (hand) void actions.run("hand", "floor.lower-hand", {});
    else if (mayRaise) void actions.run("hand", "floor.raise-hand", {});
    else say(point ? t.needSitting : t.needPresence);
  };
  return {
    microphone,
    camera,
    screen,
    right,
    speaking,
    invited,
    hand,
    queuePlace: me?.turn ?? 0,
    mayRaise,
    canShare: devices.canShareScreen,
    actions,
    toggleMicrophone: () => void switchMicrophone(!microphone.on),
    talk: on => {
      if (!on || right.MICROPHONE === "free") void devices.switchMicrophone(on);
    },
    toggleCamera: () => void toggleCamera(),
    toggleScreen: () => void toggleScreen(),
    toggleHand,
    speak: () => void switchMicrophone(true),
  };
}

/** Is called besides the one who has the floor, or one of two in dialogue before everybody. */
function useInvited({ microphones }: RoomView, personId: string): boolean {
  const stage = usePart("stage");
  const called = microphones === "CALLED" && stage?.called.includes(personId);
  const dialogue = stage?.air?.kind === "DIALOGUE" && stage.air.persons.includes(personId);
  return called || dialogue || false;
}

/** Who is not heard any more has the own microphone off, and opens it by hand the next time. */
function useQuietAfterwards(unheard: boolean, devices: Devices): void {
  useEffect(() => {
    if (unheard) void devices.switchMicrophone(false);
  }, [unheard, devices]);
}

/** Says what a moderator has taken or given back. */
function useMuteNews(
  mutes: readonly { source: MediaSource; hold: boolean }[],
  say: (text: string) => void,
  t: (typeof catalogue.vi)["own"],
): void {
  const before = useRef<ReadonlyMap<MediaSource, boolean> | undefined>(undefined);
  const tell = useCallback(
    (source: MediaSource, was: boolean | undefined, is: boolean | undefined) => {
      if (was === is) return;
      if (is === undefined) say(t.allowed[source]);
      else say(is ? t.held[source] : t.muted[source]);
    },
    [say, t],
  );
  useEffect(() => {
    const now = new Map(mutes.map(one => [one.source, one.hold]));
    const last = before.current;
    before.current = now;
    if (!last) return;
    for (const source of ["MICROPHONE", "CAMERA", "SCREEN"] as const) tell(source, last.get(source), now.get(source));
  }, [mutes, tell]);
}

/** Says what is wrong with a device once it is, but not again on entering what the lobby has said. */
function useTroubleNews(
  trouble: DeviceTrouble | undefined,
  say: (text: string, tone?: "bad") => void,
  t: Record<DeviceTrouble, string>,
): void {
  const known = useRef(trouble);
  useEffect(() => {
    if (known.current === trouble) return;
    known.current = trouble;
    if (trouble) say(t[trouble], "bad");
  }, [trouble, say, t]);
}
