import { useMemo, useState } from "react";
import type { Layout, RoomView, SessionView } from "../../../core/schemas.ts";
import { useActions, usePart, useSessionClock } from "../../../hall/index.ts";
import { type Aired, airedOf } from "../../../hall/stage/air.ts";
import type { Scene } from "../../../hall/stage/arrange.ts";
import { useArea } from "../../../hall/stage/useArea.ts";
import { type Shown, useWant } from "../../../hall/stage/useWant.ts";
import { director } from "../../../i18n/director.ts";
import { useText } from "../../../i18n/language.ts";
import { Button, useTick } from "../../../ui/index.ts";
import styles from "./Director.module.css";
import { Floor } from "./Floor.tsx";
import { Layouts } from "./Layouts.tsx";
import { Monitor } from "./Monitor.tsx";
import { monitorSize, shownIn } from "./monitorPlan.ts";
import { Points, usePointPage } from "./Points.tsx";

/** The director's desk: what is prepared beside what everybody sees, all points, layouts, and who wants to speak. */
export function Director({
  session,
  room,
  scene,
  presides,
}: {
  session: SessionView;
  room: RoomView;
  scene: Scene;
  /** May give the floor. */
  presides: boolean;
}) {
  const t = useText(director);
  const { run, busy, online } = useActions();
  const stage = usePart("stage");
  const [area, ref] = useArea();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const now = useTick(useSessionClock());
  const { air, preview, since = 0 } = stage ?? {};
  const size = monitorSize(area);
  const here = useMemo(() => selected.filter(id => isHere(room, id)), [selected, room]);
  const next = useAired(scene, preview, now, now);
  const live = useAired(scene, air, since, now);
  const page = usePointPage(room, area);
  const shown = useMemo<readonly Shown[]>(
    () => [
      ...shownIn(live, size),
      ...shownIn(next, size),
      ...page.shown.map(({ personId }) => ({ picture: { personId, kind: "CAMERA" as const }, size: page.tile })),
    ],
    [live, next, size, page],
  );
  useWant(shown, scene, false);
  const prepare = (layout: Layout) =>
    void run("preview", "stage.preview", layout).then(done => done && setSelected([]));
  const select = (id: string) =>
    setSelected(before => (before.includes(id) ? before.filter(one => one !== id) : [...before, id]));
  return (
    <div className={styles.desk} ref={ref}>
      <div className={styles.main}>
        <div className={styles.monitors}>
          <Monitor kind="preview" session={session.sessionId} scene={scene} aired={next} layout={preview} size={size} />
          <Monitor kind="air" session={session.sessionId} scene={scene} aired={live} layout={air} size={size} />
          <div className={styles.takeButtons}>
            <Button
              tone="danger"
              size="large"
              icon="stage"
              busy={busy("air")}
              disabled={!online || !preview}
              onClick={() => void run("air", "stage.air", {})}
            >
              {t.take}
            </Button>
            <Button
              size="large"
              busy={busy("free")}
              disabled={!online || (!air && !preview)}
              onClick={() => void run("free", "stage.free", {})}
            >
              {t.free}
            </Button>
          </div>
        </div>
        <Layouts room={room} selected={here} busy={busy("preview")} disabled={!online} onLayout={prepare} />
        <Points session={session} scene={scene} presides={presides} page={page} selected={here} onSelect={select} />
      </div>
      <Floor session={session} room={room} presides={presides} />
    </div>
  );
}

/** Each keeps its identity until something of it changes, so that no new wish is sent for nothing. */
function useAired(scene: Scene, layout: Layout | undefined, since: number, now: number): Aired | undefined {
  const turn = layout?.kind === "ROTATION" ? Math.floor((now - since) / 1_000) : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a rotation depends on the time, by whole seconds
  return useMemo(() => layout && airedOf(scene, { layout, since }, now, true), [scene, layout, turn]);
}

function isHere(room: RoomView, id: string): boolean {
  return room.participants.some(person => person.personId === id);
}
