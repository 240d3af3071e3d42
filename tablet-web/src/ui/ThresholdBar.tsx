import { classes } from "./classes.ts";
import styles from "./ThresholdBar.module.css";

export type BarPart = { kind: "yes" | "no" | "abstain" | "present" | "checked"; value: number };

/** Parts of a whole on one bar, with a mark where enough is reached. Against is striped, so that colour is never alone. */
export function ThresholdBar({
  parts,
  whole,
  needed,
  mark,
  label,
  size = "normal",
}: {
  parts: readonly BarPart[];
  whole: number;
  needed: number;
  mark: string;
  label: string;
  size?: "normal" | "wall";
}) {
  const width = (value: number) => `${whole > 0 ? Math.min(100, (value * 100) / whole) : 0}%`;
  const at = whole > 0 ? (needed * 100) / whole : 0;
  return (
    <div className={classes(styles.wrap, size === "wall" && styles.wall)} role="img" aria-label={`${label}. ${mark}`}>
      <span
        className={classes("num", styles.mark, at > 75 && styles.markLeft, at < 25 && styles.markRight)}
        style={{ left: `${at}%` }}
      >
        {mark}
      </span>
      <div className={styles.bar}>
        {parts.map(part => (
          <i key={part.kind} className={styles[part.kind]} style={{ width: width(part.value) }} />
        ))}
      </div>
      <i className={styles.line} style={{ left: `${at}%` }} />
    </div>
  );
}
