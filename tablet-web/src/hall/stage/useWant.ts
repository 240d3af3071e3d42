import { useEffect, useState } from "react";
import { sourceOf, type Want } from "../../core/media.ts";
import { useCall } from "../room/call.tsx";
import type { Picture, Scene } from "./arrange.ts";
import { type Box, wantedHeight } from "./layout.ts";

/** A picture and the size in which it is on screen. */
export type Shown = { picture: Picture; size: Box };

/** Tells the bridge which pictures are on screen now and how large; a hidden page wants none. */
export function useWant(shown: readonly Shown[], scene: Scene, listenOnly: boolean): void {
  const call = useCall();
  const visible = useVisible();
  useEffect(() => {
    call.want(wantOf(visible ? shown : [], scene, listenOnly, devicePixelRatio));
  }, [call, shown, scene, listenOnly, visible]);
}

/** No more than is shown: where a picture is shown twice, its larger size. */
export function wantOf(
  shown: readonly Shown[],
  { me, people }: Pick<Scene, "me" | "people">,
  listenOnly: boolean,
  ratio: number,
): Want {
  const wanted = shown.filter(({ picture }) => picture.personId !== me && !listenOnly);
  const heights: Record<string, number> = {};
  for (const { picture, size } of wanted) {
    const name = sourceOf(picture.personId, picture.kind);
    heights[name] = Math.max(heights[name] ?? 0, wantedHeight(picture.kind, size.height, ratio));
  }
  // Pictures that are sent come first: slots are for them.
  const sent = wanted.filter(({ picture }) => sends(people, picture));
  const selected = [...new Set(sent.map(({ picture }) => sourceOf(picture.personId, picture.kind)))];
  return { selected, heights, defaultHeight: 0, lastN: -1, downlinkBps: 0 };
}

function sends(people: Scene["people"], { personId, kind }: Picture): boolean {
  const person = people.get(personId);
  return (kind === "SCREEN" ? person?.screen : person?.camera) ?? false;
}

const hiddenGraceMs = 5_000;

/** False once the page has been out of sight for a while. */
function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") setVisible(true);
      else timer = setTimeout(() => setVisible(false), hiddenGraceMs);
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return visible;
}
