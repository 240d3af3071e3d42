import { useEffect, useRef } from "react";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import styles from "./notes.module.css";
import { markerColours, markerWidths, penColours, penWidths, type Style } from "./style.ts";

/** Colours and widths of the pen, or of the highlighter. */
export function StylePanel({
  style,
  marker,
  onStyle,
  onClose,
}: {
  style: Style;
  marker: boolean;
  onStyle: (change: Partial<Style>) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !panel.current?.parentElement?.contains(event.target)) close.current();
    };
    addEventListener("pointerdown", outside, true);
    panel.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
    return () => removeEventListener("pointerdown", outside, true);
  }, []);
  const colours = marker ? markerColours : penColours;
  const widths = marker ? markerWidths : penWidths;
  const colour = marker ? style.markerColour : style.penColour;
  const width = marker ? style.markerWidth : style.penWidth;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from any of the choices inside
    <div
      ref={panel}
      className={styles.panel}
      onKeyDown={event => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <fieldset className={styles.choices}>
        <legend>{t.colour}</legend>
        {colours.map((one, at) => (
          <label key={one} className={styles.choice} title={(marker ? t.markerColours : t.penColours)[at]}>
            <input
              type="radio"
              name="colour"
              className="visually-hidden"
              aria-label={(marker ? t.markerColours : t.penColours)[at]}
              checked={colour === one}
              onChange={() => onStyle(marker ? { markerColour: one } : { penColour: one })}
            />
            <span className={styles.swatch} style={{ background: one }} />
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend>{t.width}</legend>
        {widths.map((one, at) => (
          <label key={one} className={styles.choice} title={t.widths[at]}>
            <input
              type="radio"
              name="width"
              className="visually-hidden"
              aria-label={t.widths[at]}
              checked={width === one}
              onChange={() => onStyle(marker ? { markerWidth: one } : { penWidth: one })}
            />
            <span
              className={styles.line}
              style={{ background: colour, height: marker ? 6 + at * 5 : 2 + at * 2.5, opacity: marker ? 0.8 : 1 }}
            />
          </label>
        ))}
      </fieldset>
    </div>
  );
}
