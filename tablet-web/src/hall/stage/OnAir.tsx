import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { room as catalogue } from "../../i18n/room.ts";
import { useTick } from "../../ui/index.ts";
import { useSessionClock } from "../index.ts";
import { type Air, airedOf } from "./air.ts";
import type { Scene } from "./arrange.ts";
import { type Box, gridPlan, stagePlan } from "./layout.ts";
import { Pager } from "./Pager.tsx";
import { PaperOnStage } from "./PaperOnStage.tsx";
import styles from "./Stage.module.css";
import { slotsFor } from "./slots.ts";
import { Tiles } from "./Tiles.tsx";
import { useArea } from "./useArea.ts";
import { type Shown, useWant } from "./useWant.ts";

/** The pictures as the director has laid them out for everybody. Asks for no more than is shown. */
export function OnAir({
  session,
  scene,
  air,
  listenOnly,
  thumbnails,
  still = false,
}: {
  session: string;
  scene: Scene;
  air: Air;
  listenOnly: boolean;
  /** Small pictures beside the large one, at most. */
  thumbnails: number;
  /** Nobody turns pages: those beyond the first are not sent. */
  still?: boolean;
}) {
  const t = useText(catalogue).tile;
  const [area, ref] = useArea();
  const [page, setPage] = useState(0);
  const now = useTick(useSessionClock(), air.layout.kind === "ROTATION");
  const { large, small, paper } = airedOf(scene, air, now);
  const even = air.layout.kind === "GRID" || air.layout.kind === "DIALOGUE";
  const most = slotsFor(innerWidth, innerHeight);
  const grid = gridPlan(area, large.length, most);
  const at = Math.min(page, Math.max(0, grid.pages - 1));
  const onPage = even ? large.slice(at * grid.perPage, (at + 1) * grid.perPage) : [];
  const beside = (paper ? [...large, ...small] : small).slice(0, Math.min(most - 1, thumbnails));
  const plan = stagePlan(area, beside.length, most);
  const strip = beside.slice(0, plan.perPage);
  const stage = paper ? [] : large.slice(0, 1);
  const sized = (pictures: typeof large, size: Box): Shown[] => pictures.map(picture => ({ picture, size }));
  const shown = even ? sized(onPage, grid.tile) : [...sized(stage, plan.stage), ...sized(strip, plan.small)];
  useWant(shown, scene, listenOnly);
  const tiles = { scene, listenOnly };
  return (
    <div
      className={styles.area}
      data-air={air.layout.kind}
      data-paged={(even && grid.pages > 1 && !still) || undefined}
      ref={ref}
    >
      {area.width > 0 && even && (
        <section className={styles.grid} aria-label={t.grid}>
          <Tiles {...tiles} shown={sized(onPage, grid.tile)} large={onPage.length <= 2} />
        </section>
      )}
      {area.width > 0 && !even && (
        <div className={styles.stageLayout} data-strip={plan.strip}>
          {paper && <PaperOnStage session={session} size={plan.stage} />}
          <Tiles {...tiles} shown={sized(stage, plan.stage)} large />
          {strip.length > 0 && (
            <section className={styles.strip} aria-label={t.strip}>
              <Tiles {...tiles} shown={sized(strip, plan.small)} large={false} />
            </section>
          )}
        </div>
      )}
      {even && grid.pages > 1 && !still && <Pager label={t.grid} at={at} pages={grid.pages} onPage={setPage} />}
    </div>
  );
}
