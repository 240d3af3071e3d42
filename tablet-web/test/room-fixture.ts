import type { Person } from "../src/core/media.ts";
import type { RoomPerson, RoomView } from "../src/core/schemas.ts";
import { nineOClock } from "./hall-fixture.ts";

/** An open room in which nobody is yet. */
export function room(more: Partial<RoomView> = {}): RoomView {
  return {
    state: "OPEN",
    openedAt: nineOClock,
    lobby: false,
    locked: false,
    broadcast: false,
    microphones: "FREE",
    stage: { pinned: false },
    participants: [],
    waitingCount: 0,
    ...more,
  };
}

export function participant(personId: string, more: Partial<RoomPerson> = {}): RoomPerson {
  return { personId, name: `Người ${personId}`, as: "PERSON", since: nineOClock, moderator: false, mutes: [], ...more };
}

/** Somebody whose camera and microphone are on. */
export function sender(personId: string, more: Partial<Person> = {}): Person {
  return { personId, connected: true, microphone: true, camera: true, screen: false, quality: 4, ...more };
}

export const nobody: ReadonlyMap<string, Person> = new Map();
