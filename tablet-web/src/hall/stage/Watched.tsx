import { useMemo } from "react";
import type { RoomView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { watch } from "../../i18n/watch.ts";
import { usePart } from "../index.ts";
import type { Air } from "./air.ts";
import { NothingToSee } from "./NothingToSee.tsx";
import { OnAir } from "./OnAir.tsx";
import { useScene } from "./useScene.ts";
import { useThin } from "./useThin.ts";

/** Without a layout of the director: whoever is pinned, has the floor or is heard best. */
const followed: Air = { layout: { kind: "STAGE", persons: [] }, since: 0 };

/** The stage as those see it who are not in the room; what the bridge sends them is chosen by the same rule. */
export function Watched({ session, room }: { session: string; room: RoomView }) {
  const t = useText(watch);
  const all = useScene(room);
  // Who is in the room as well sees oneself like anybody else.
  const scene = useMemo(() => ({ ...all, me: "" }), [all]);
  const stage = usePart("stage");
  const { air: layout, since = 0 } = stage ?? {};
  const air = useMemo(() => (layout ? { layout, since } : followed), [layout, since]);
  const voices = useThin() === "VOICE";
  if (room.participants.length === 0) {
    return <NothingToSee icon="camera" title={t.empty} text={t.emptyText} />;
  }
  const beside = air.layout.kind === "STAGE_PAPER" ? 1 : 0;
  return <OnAir session={session} scene={scene} air={air} listenOnly={voices} thumbnails={beside} still />;
}
