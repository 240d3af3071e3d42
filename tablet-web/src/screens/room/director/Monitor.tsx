import type { Layout } from "../../../core/schemas.ts";
import type { Aired } from "../../../hall/stage/air.ts";
import type { Scene } from "../../../hall/stage/arrange.ts";
import type { Box } from "../../../hall/stage/layout.ts";
import { PaperOnStage } from "../../../hall/stage/PaperOnStage.tsx";
import { Tile } from "../../../hall/stage/Tile.tsx";
import { director } from "../../../i18n/director.ts";
import { useText } from "../../../i18n/language.ts";
import { classes, Icon } from "../../../ui/index.ts";
import styles from "./Director.module.css";
import { shownIn } from "./monitorPlan.ts";

/** A layout in small, as it will be or is before everybody. */
export function Monitor({
  kind,
  session,
  scene,
  aired,
  layout,
  size,
}: {
  kind: "preview" | "air";
  session: string;
  scene: Scene;
  aired: Aired | undefined;
  layout: Layout | undefined;
  size: Box;
}) {
  const t = useText(director);
  const live = kind === "air";
  return (
    <section
      className={classes(styles.monitor, live && styles.live)}
      aria-label={live ? t.air : t.preview}
      data-layout={layout?.kind}
    >
      <h2 className={styles.monitorTitle}>
        <Icon name={live ? "stage" : "eye"} size={20} /> {live ? t.air : t.preview}
        {layout && <span className={styles.kind}>{t.kinds[layout.kind]}</span>}
      </h2>
      <div className={styles.picture} style={size}>
        {aired?.paper && <PaperOnStage session={session} size={size} />}
        {shownIn(aired, size).map(one => (
          <Tile
            key={`${one.picture.personId}/${one.picture.kind}`}
            picture={one.picture}
            scene={scene}
            size={one.size}
            large={false}
            hidden={false}
            focused={false}
            onFocus={undefined}
          />
        ))}
        {!layout && <p className={styles.nothing}>{live ? t.airNothing : t.previewNothing}</p>}
      </div>
    </section>
  );
}
