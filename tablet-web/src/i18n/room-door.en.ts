import type { RoomDoorText } from "./room-door.vi.ts";

export const en = {
  enter: "Join the online room",
  short: "Online room",
  people: n => `${n} in the room`,
} satisfies RoomDoorText;
