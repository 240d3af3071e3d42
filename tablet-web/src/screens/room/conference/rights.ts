import type { MediaSource, Mute, RoomView } from "../../../core/schemas.ts";

/** Whether one may switch a source of one's own on, and what is in the way. */
export type Right =
  /** Go ahead. */
  | "free"
  /** A moderator has switched it off; one may switch it on again. */
  | "muted"
  /** Only a moderator switches it on again. */
  | "held"
  /** Microphones are for who was given the word. */
  | "floor";

/** What the bridge will let through is decided by the server; this says it in time, at the button. */
export function rightTo(
  source: MediaSource,
  mutes: readonly Mute[],
  room: Pick<RoomView, "microphones">,
  { moderator, invited }: { moderator: boolean; invited: boolean },
): Right {
  const mute = mutes.find(one => one.source === source);
  if (mute?.hold && !moderator) return "held";
  if (source === "MICROPHONE" && room.microphones !== "FREE" && !moderator && !invited) return "floor";
  return mute ? "muted" : "free";
}
