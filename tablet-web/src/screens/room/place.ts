import type { OwnRoom, RoomView } from "../../core/schemas.ts";

export type Place = OwnRoom["place"];

/** Why one is not in the room any more, as long as that is news. */
export type Notice = "removed" | "turnedAway" | "closed";

/** What to do when one's place has changed while one wishes to be in the room. */
export type Step = { kind: "stay" } | { kind: "join" } | { kind: "stop"; notice: Notice | undefined };

/**
 * `elsewhere`: another device of the same person has taken the place. A place that was lost without anyone's doing is taken
 * again; what someone has decided is accepted.
 */
export function nextStep(before: Place | undefined, now: Place, room: RoomView, elsewhere: boolean): Step {
  if (room.state !== "OPEN") return { kind: "stop", notice: before === undefined ? undefined : "closed" };
  switch (now) {
    case "IN":
    case "WAITING":
      return { kind: "stay" };
    case "REMOVED":
      return before === "REMOVED" ? { kind: "stay" } : { kind: "stop", notice: "removed" };
    case "OUT":
      if (before === "WAITING") return { kind: "stop", notice: "turnedAway" };
      if (before === "IN" && elsewhere) return { kind: "stop", notice: undefined };
      return before === "OUT" ? { kind: "stay" } : { kind: "join" };
  }
}

export type LobbyKey =
  | "open"
  | "lobbyOn"
  | "waiting"
  | "locked"
  | "notOpen"
  | "closed"
  | "removed"
  | "turnedAway"
  | "here";

/** Which of its states the lobby tells. */
export function lobbyKey(room: RoomView, place: Place, notice: Notice | undefined, moderator: boolean): LobbyKey {
  if (room.state !== "OPEN") return room.state === "CLOSED" ? "closed" : "notOpen";
  if (place === "WAITING") return "waiting";
  if (place === "REMOVED") return "removed";
  if (place === "IN") return "here";
  if (room.locked) return "locked";
  if (notice === "turnedAway") return "turnedAway";
  return room.lobby && !moderator ? "lobbyOn" : "open";
}
