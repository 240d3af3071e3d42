import type { Layout } from "../../core/schemas.ts";
import { type Picture, picturesOf, type Scene, samePicture, screensOf } from "./arrange.ts";

/** A layout that the director has chosen for everybody. */
export interface Air {
  layout: Layout;
  /** UTC ms: the turns of a rotation count from here. */
  since: number;
}

/** What of a layout is to be seen now. */
export interface Aired {
  /** Shown large, all of one size. */
  large: readonly Picture[];
  /** May be shown beside it, the most important first. */
  small: readonly Picture[];
  /** The paper that is presented is shown large, and those of `large` beside it. */
  paper: boolean;
}

/** Whose turn it is: each in the list has so many seconds, over and over. */
export function turnOf(people: readonly string[], seconds: number, since: number, now: number): string | undefined {
  const turn = Math.floor(Math.max(0, now - since) / (seconds * 1_000));
  return people[turn % people.length];
}

/** Everybody's screen computes the same. `mirror`: also who looks at it is shown large when it is the own turn. */
export function airedOf(scene: Scene, { layout, since }: Air, now: number, mirror = false): Aired {
  switch (layout.kind) {
    case "STAGE":
    case "STAGE_PAPER":
      return one(scene, stagePerson(scene, layout.persons), layout.kind === "STAGE_PAPER", mirror);
    case "ROTATION":
      return one(scene, turnOf(those(scene, layout.persons), layout.seconds ?? 1, since, now), false, mirror);
    case "DIALOGUE":
    case "GRID":
      return { large: those(scene, layout.persons).map(id => pictureOf(scene, id)), small: [], paper: false };
  }
}

/** Whether somebody is before everybody's eyes by the layout. */
export function onAir(scene: Scene, { layout, since }: Air, now: number, personId: string): boolean {
  return airedOf(scene, { layout, since }, now, true).large.some(picture => picture.personId === personId);
}

function one(scene: Scene, target: string | undefined, paper: boolean, mirror: boolean): Aired {
  const shown = target === scene.me && !mirror ? otherThan(scene) : target;
  const large = shown === undefined ? [] : [pictureOf(scene, shown)];
  const small = picturesOf(scene).filter(picture => !large.some(other => samePicture(other, picture)));
  return { large, small, paper };
}

/** The director's choice, else the pin, else who has the floor, else who is heard best. */
function stagePerson(scene: Scene, persons: readonly string[]): string | undefined {
  const { room, floor, speaker } = scene;
  const wished = [...persons, room.stage.pinned ? room.stage.personId : undefined, floor, speaker];
  return wished.find(id => isHere(scene, id)) ?? otherThan(scene);
}

/** Nobody looks at oneself while there are others: who conducts, or anyone. */
function otherThan({ room, me }: Scene): string | undefined {
  const others = room.participants.filter(person => person.personId !== me);
  return (others.find(person => person.moderator) ?? others[0] ?? room.participants[0])?.personId;
}

/** Those of the list who are in the room; no list: everybody, meeting rooms only where there are any. */
function those(scene: Scene, persons: readonly string[]): readonly string[] {
  if (persons.length > 0) return persons.filter(id => isHere(scene, id));
  const points = scene.room.participants.filter(person => person.as === "KIOSK");
  return (points.length > 0 ? points : scene.room.participants).map(person => person.personId);
}

function isHere({ room }: Scene, id: string | undefined): id is string {
  return room.participants.some(person => person.personId === id);
}

function pictureOf(scene: Scene, personId: string): Picture {
  return screensOf(scene).find(screen => screen.personId === personId) ?? { personId, kind: "CAMERA" };
}
