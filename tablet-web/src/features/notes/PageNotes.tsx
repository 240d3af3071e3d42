import { memo, useEffect, useRef } from "react";
import type { Mark, SharedMark } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { classes, Icon } from "../../ui/index.ts";
import { anchorLate } from "./anchor.ts";
import { pointsOf, quadsOf, topLeft } from "./hits.ts";
import styles from "./notes.module.css";
import { outlineOf } from "./outline.ts";
import type { Pad } from "./pad.ts";
import { usePad } from "./usePad.ts";
import { useWriting } from "./useWriting.ts";

/** What is written on one page, over its canvas and text. */
export function PageNotes({
  pad,
  page,
  width,
  height,
  scale,
}: {
  pad: Pad;
  page: number;
  width: number;
  height: number;
  scale: number;
}) {
  const t = useText(texts);
  const { marks, others, hidden } = usePad(pad);
  const layer = useRef<HTMLDivElement>(null);
  const live = useRef<SVGGElement>(null);
  useWriting(pad, page, scale, layer, live);
  useEffect(() => {
    const sheet = layer.current?.closest<HTMLElement>("[data-page]");
    return sheet ? anchorLate(pad, page, { sheet, scale }) : undefined;
  }, [pad, page, scale]);
  const own = hidden ? [] : marks.filter(mark => mark.page === page);
  const theirs = hidden ? [] : others.filter(one => one.mark.page === page);
  const tenth = scale / 10;
  return (
    <div ref={layer} className={styles.layer} data-scale={scale}>
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${width / tenth} ${height / tenth}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {own.filter(drawn).map(mark => (
          <Drawn key={mark.markId} mark={mark} />
        ))}
        {theirs
          .filter(one => drawn(one.mark))
          .map(({ personId, mark }) => (
            <Drawn key={`${personId}/${mark.markId}`} mark={mark} foreign />
          ))}
        <g ref={live} data-marker={styles.marker} />
      </svg>
      {namesOn(theirs.filter(one => drawn(one.mark))).map(({ name, x, y }) => (
        <span key={name} className={styles.name} style={{ left: x * tenth, top: y * tenth }}>
          {name}
        </span>
      ))}
      {own.some(mark => mark.kind === "BOOKMARK") && (
        <span className={styles.ribbon} role="img" aria-label={t.bookmarked} />
      )}
      {own.map(
        mark =>
          mark.kind === "NOTE" && (
            <Pin
              key={mark.markId}
              mark={mark}
              tenth={tenth}
              label={t.noteSays(mark.data?.text ?? "")}
              onOpen={() => pad.openNote({ page, at: placeOf(mark), mark })}
            />
          ),
      )}
      {theirs.map(
        ({ personId, name, mark }) =>
          mark.kind === "NOTE" && (
            <Pin
              key={`${personId}/${mark.markId}`}
              mark={mark}
              tenth={tenth}
              foreign
              label={t.noteOf(name, mark.data?.text ?? "")}
              onOpen={() => pad.openNote({ page, at: placeOf(mark), mark, foreign: name })}
            />
          ),
      )}
    </div>
  );
}

/** Each name once, above the topmost mark of that person. */
function namesOn(shared: readonly SharedMark[]): { name: string; x: number; y: number }[] {
  const names = new Map<string, { name: string; x: number; y: number }>();
  for (const { personId, name, mark } of shared) {
    const [x, y] = topLeft(mark);
    const known = names.get(personId);
    if (!known || y < known.y) names.set(personId, { name, x, y });
  }
  return [...names.values()];
}

function drawn(mark: Mark): boolean {
  return mark.kind === "INK" || mark.kind === "HIGHLIGHT";
}

const Drawn = memo(function Drawn({ mark, foreign = false }: { mark: Mark; foreign?: boolean }) {
  const { colour = "#1a2028", width = 20, points } = mark.data ?? {};
  const look = classes(mark.kind === "HIGHLIGHT" && styles.marker, foreign && styles.foreign);
  if (points) {
    return (
      <g data-mark={mark.markId} className={look}>
        {outlineOf(pointsOf(mark), width).map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a finished stroke never change
          <path key={at} d={piece.d} stroke={colour} strokeWidth={piece.width} />
        ))}
      </g>
    );
  }
  return (
    <g data-mark={mark.markId} className={look}>
      {quadsOf(mark).map(box => (
        <rect key={`${box.x}/${box.y}`} {...box} fill={colour} />
      ))}
    </g>
  );
});

function placeOf(mark: Mark): readonly [number, number] {
  const [x = 0, y = 0] = mark.data?.at ?? [];
  return [x, y];
}

function Pin({
  mark,
  tenth,
  label,
  foreign = false,
  onOpen,
}: {
  mark: Mark;
  tenth: number;
  label: string;
  foreign?: boolean;
  onOpen: () => void;
}) {
  const [x, y] = placeOf(mark);
  return (
    <button
      type="button"
      className={classes(styles.pin, foreign && styles.foreignPin)}
      style={{ left: x * tenth, top: y * tenth }}
      aria-label={label}
      title={label}
      onClick={onOpen}
    >
      <Icon name="note" size={20} />
    </button>
  );
}
