import { type ReactNode, useEffect, useRef, useState } from "react";
import { sourceOf } from "../../../core/media.ts";
import { useCall } from "../../../hall/room/call.tsx";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { IconButton } from "../../../ui/index.ts";
import { type Picture, pageOf, picturesOf, type Scene, samePicture, stageOf } from "./arrange.ts";
import styles from "./conference.module.css";
import { type Box, gridPlan, stagePlan, wantedHeight } from "./layout.ts";
import { slotsFor } from "./slots.ts";
import { Tile } from "./Tile.tsx";

type Shown = { picture: Picture; size: Box };

/** The pictures of the room: all alike in a grid, or one large and the others in a strip. Asks for no more than is shown. */
export function Stage({
  scene,
  mode,
  listenOnly,
  onFocus,
}: {
  scene: Scene;
  mode: "grid" | "stage";
  listenOnly: boolean;
  /** Absent where nobody is to press anything. */
  onFocus?: (picture: Picture | undefined) => void;
}) {
  const t = useText(catalogue).tile;
  const [area, ref] = useArea();
  const [page, setPage] = useState(0);
  const pictures = picturesOf(scene);
  const most = slotsFor(innerWidth, innerHeight);
  const large = mode === "stage" ? stageOf(scene) : undefined;
  const others = large ? pictures.filter(one => !samePicture(one, large)) : pictures;
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
  const draw = ({ picture, size }: Shown, isLarge: boolean): ReactNode => (
    <Tile
      key={`${picture.personId}/${picture.kind}`}
      picture={picture}
      scene={scene}
      size={size}
      large={isLarge}
      hidden={listenOnly && picture.kind === "CAMERA"}
      focused={samePicture(picture, scene.focus)}
      onFocus={onFocus}
    />
  );
  const pager = pages > 1 && onFocus && (
    <nav className={styles.pager} aria-label={large ? t.strip : t.grid}>
      <IconButton icon="back" label={t.previous} disabled={at === 0} onClick={() => setPage(at - 1)} />
      <span className="num">{t.page(at + 1, pages)}</span>
      <IconButton icon="next" label={t.next} disabled={at === pages - 1} onClick={() => setPage(at + 1)} />
    </nav>
  );
  return (
    <div className={styles.area} data-paged={pages > 1 || undefined} ref={ref}>
      {drawn && large && (
        <div className={styles.stageLayout} data-strip={strip.strip}>
          {draw({ picture: large, size: strip.stage }, true)}
          {small.length > 0 && (
            <section className={styles.strip} aria-label={t.strip}>
              {small.map(picture => draw({ picture, size: tile }, false))}
            </section>
          )}
        </div>
      )}
      {drawn && !large && (
        <section className={styles.grid} aria-label={t.grid}>
          {small.map(picture => draw({ picture, size: tile }, false))}
        </section>
      )}
      {pager}
    </div>
  );
}

/** The size of an element inside its padding. */
function useArea(): [Box, (element: HTMLDivElement | null) => void] {
  const [area, setArea] = useState<Box>({ width: 0, height: 0 });
  const watched = useRef<ResizeObserver | undefined>(undefined);
  const ref = useRef((element: HTMLDivElement | null) => {
    watched.current?.disconnect();
    watched.current = undefined;
    if (!element) return;
    watched.current = new ResizeObserver(entries => {
      const box = entries[0]?.contentRect;
      if (box) setArea({ width: Math.floor(box.width), height: Math.floor(box.height) });
    });
    watched.current.observe(element);
  });
  return [area, ref.current];
}

/** Tells the bridge which pictures are on screen now and how large; a hidden page wants none. */
function useWant(shown: readonly Shown[], { me, people }: Scene, listenOnly: boolean): void {
  const call = useCall();
  const visible = useVisible();
  useEffect(() => {
    const wanted = shown.filter(
      ({ picture }) => visible && picture.personId !== me && !(listenOnly && picture.kind === "CAMERA"),
    );
    const names = wanted.map(({ picture }) => sourceOf(picture.personId, picture.kind));
    const heights = wanted.map(({ picture, size }) => wantedHeight(picture.kind, size.height, devicePixelRatio));
    call.want({
      // Pictures that are sent come first: slots are for them.
      selected: names.filter((_, at) => sends(people, wanted[at]?.picture)),
      heights: Object.fromEntries(names.map((name, at) => [name, heights[at] ?? 0])),
      defaultHeight: 0,
      lastN: -1,
      downlinkBps: 0,
    });
  }, [call, shown, me, people, listenOnly, visible]);
}

function sends(people: Scene["people"], picture: Picture | undefined): boolean {
  const person = picture && people.get(picture.personId);
  return (picture?.kind === "SCREEN" ? person?.screen : person?.camera) ?? false;
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
