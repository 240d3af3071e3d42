import { useMemo, useState } from "react";
import { usePart } from "../../../hall/index.ts";
import { type Picture, pageOf, picturesOf, type Scene, samePicture, stageOf } from "../../../hall/stage/arrange.ts";
import { gridPlan, stagePlan } from "../../../hall/stage/layout.ts";
import { OnAir } from "../../../hall/stage/OnAir.tsx";
import { Pager } from "../../../hall/stage/Pager.tsx";
import { PaperOnStage } from "../../../hall/stage/PaperOnStage.tsx";
import styles from "../../../hall/stage/Stage.module.css";
import { slotsFor } from "../../../hall/stage/slots.ts";
import { Tiles } from "../../../hall/stage/Tiles.tsx";
import { useArea } from "../../../hall/stage/useArea.ts";
import { useThin } from "../../../hall/stage/useThin.ts";
import { type Shown, useWant } from "../../../hall/stage/useWant.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";

type StageProps = {
  session: string;
  scene: Scene;
  mode: "grid" | "stage";
  listenOnly: boolean;
  /** Small pictures beside a large one, at most. */
  thumbnails?: number;
  /** Absent where nobody is to press anything. */
  onFocus?: (picture: Picture | undefined) => void;
};

/** The pictures of the room: as the director has laid them out for everybody, else as the viewer chooses. */
export function Stage({ thumbnails = Number.POSITIVE_INFINITY, ...props }: StageProps) {
  const stage = usePart("stage");
  const { air: layout, since = 0 } = stage ?? {};
  const air = useMemo(() => layout && { layout, since }, [layout, since]);
  const thin = useThin();
  const presented = usePart("follow")?.paperId !== undefined;
  if (thin === "VOICE" && presented) return <VoicesAndPage session={props.session} scene={props.scene} />;
  const beside = thin === "WIDE" ? thumbnails : 0; // a narrow line carries the stage
  if (air) {
    const { session, scene, listenOnly } = props;
    return <OnAir session={session} scene={scene} air={air} listenOnly={listenOnly} thumbnails={beside} />;
  }
  return <OwnChoice {...props} thumbnails={beside} />;
}

/** What a line of 64 kbit/s carries: voices, and the page that is presented. */
function VoicesAndPage({ session, scene }: { session: string; scene: Scene }) {
  const [area, ref] = useArea();
  useWant(nothing, scene, true);
  return (
    <div className={styles.area} ref={ref}>
      {area.width > 0 && (
        <div className={styles.stageLayout}>
          <PaperOnStage session={session} size={area} />
        </div>
      )}
    </div>
  );
}

const nothing: readonly Shown[] = [];

/** All alike in a grid, or one large and the others in a strip. Asks for no more than is shown. */
function OwnChoice({ scene, mode, listenOnly, thumbnails = 0, onFocus }: StageProps) {
  const t = useText(catalogue).tile;
  const [area, ref] = useArea();
  const [page, setPage] = useState(0);
  const pictures = picturesOf(scene);
  const most = slotsFor(innerWidth, innerHeight);
  const large = mode === "stage" ? stageOf(scene) : undefined;
  const others = large ? pictures.filter(one => !samePicture(one, large)).slice(0, thumbnails) : pictures;
  const strip = stagePlan(area, others.length, most - 1);
  const grid = gridPlan(area, pictures.length, most);
  const perPage = Math.max(1, large ? strip.perPage : grid.perPage);
  const pages = Math.max(1, Math.ceil(others.length / perPage));
  const at = Math.min(page, pages - 1);
  const small = pageOf(others, at, perPage, scene.speaker);
  const tile = large ? strip.small : grid.tile;
  const shown: Shown[] = [
    ...(large ? [{ picture: large, size: strip.stage }] : []),
    ...small.map(picture => ({ picture, size: tile })),
  ];
  useWant(shown, scene, listenOnly);
  const drawn = area.width > 0;
  const tiles = { scene, listenOnly, ...(onFocus && { onFocus }) };
  const pager = pages > 1 && onFocus && (
    <Pager label={large ? t.strip : t.grid} at={at} pages={pages} onPage={setPage} />
  );
  return (
    <div className={styles.area} data-paged={pages > 1 || undefined} ref={ref}>
      {drawn && large && (
        <div className={styles.stageLayout} data-strip={strip.strip}>
          <Tiles {...tiles} shown={[{ picture: large, size: strip.stage }]} large />
          {small.length > 0 && (
            <section className={styles.strip} aria-label={t.strip}>
              <Tiles {...tiles} shown={small.map(picture => ({ picture, size: tile }))} large={false} />
            </section>
          )}
        </div>
      )}
      {drawn && !large && (
        <section className={styles.grid} aria-label={t.grid}>
          <Tiles {...tiles} shown={small.map(picture => ({ picture, size: tile }))} large={false} />
        </section>
      )}
      {pager}
    </div>
  );
}
