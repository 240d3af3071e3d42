import type { Person, SourceKind } from "../../core/media.ts";
import type { RoomPerson, RoomView } from "../../core/schemas.ts";

/** A picture of somebody: the camera (or, without one, the initials), or the shared screen. */
export interface Picture {
  personId: string;
  kind: Extract<SourceKind, "CAMERA" | "SCREEN">;
}

export interface Scene {
  room: RoomView;
  people: ReadonlyMap<string, Person>;
  me: string;
  /** Who has the floor. */
  floor: string | undefined;
  /** Who mainly speaks. */
  speaker: string | undefined;
  /** What this viewer alone has chosen to see large. */
  focus: Picture | undefined;
}

export function samePicture(a: Picture | undefined, b: Picture | undefined): boolean {
  return a?.personId === b?.personId && a?.kind === b?.kind;
}

/** All pictures of the room in a calm order: shared screens, oneself, who has the floor, who has a camera on, the others. */
export function picturesOf(scene: Scene): Picture[] {
  const { room, people, me, floor } = scene;
  const rank = (person: RoomPerson) => {
    if (person.personId === me) return 0;
    if (person.personId === floor) return 1;
    if (room.stage.personId === person.personId) return 2;
    return people.get(person.personId)?.camera ? 3 : 4;
  };
  const cameras = room.participants
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ personId }) => ({ personId, kind: "CAMERA" }) as const);
  return [...screensOf(scene), ...cameras];
}

/**
 * What belongs on the stage: the own choice, else the moderators', else a shared screen, else who speaks. Nobody looks at
 * oneself while there are others.
 */
export function stageOf(scene: Scene): Picture | undefined {
  const { room, focus, floor, speaker, me } = scene;
  const here = (personId: string | undefined) => room.participants.some(one => one.personId === personId);
  const screens = screensOf(scene);
  const bestOf = (personId: string): Picture =>
    screens.find(one => one.personId === personId) ?? { personId, kind: "CAMERA" };
  if (focus && (focus.kind === "CAMERA" ? here(focus.personId) : screens.some(one => samePicture(one, focus)))) {
    return focus;
  }
  const chosen = room.stage.personId !== me && here(room.stage.personId) ? room.stage.personId : undefined;
  if (room.stage.pinned && chosen) return bestOf(chosen);
  const screen = screens.find(one => one.personId === floor) ?? screens[0];
  if (screen) return screen;
  if (chosen) return bestOf(chosen);
  if (speaker && speaker !== me && here(speaker)) return bestOf(speaker);
  const other = room.participants.find(one => one.personId !== me) ?? room.participants[0];
  return other && bestOf(other.personId);
}

/** True when there is something that everyone should look at. */
export function hasStage(scene: Scene): boolean {
  return scene.focus !== undefined || scene.room.stage.personId !== undefined || screensOf(scene).length > 0;
}

/** The pictures of one page; who mainly speaks is always among them, at the end if need be. */
export function pageOf(all: readonly Picture[], page: number, perPage: number, speaker: string | undefined): Picture[] {
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const speaking = all.find(one => one.personId === speaker && one.kind === "CAMERA");
  if (!speaking || shown.length < perPage || perPage < 2 || shown.includes(speaking)) return shown;
  return [...shown.slice(0, -1), speaking];
}

/** One's own screen is in front of one already. */
export function screensOf({ room, people, me }: Scene): Picture[] {
  return room.participants
    .filter(({ personId }) => personId !== me && people.get(personId)?.screen === true)
    .map(({ personId }) => ({ personId, kind: "SCREEN" }));
}
