import styles from "./QualityBars.module.css";

const bars = [1, 2, 3, 4];

/** The quality of a line, 0 to 4, as bars; words for it stand beside or in the label around. */
export function QualityBars({ quality }: { quality: number | undefined }) {
  const tone = quality === undefined ? undefined : quality >= 3 ? "good" : quality === 2 ? "fair" : "poor";
  return (
    <svg className={styles.bars} data-tone-of-line={tone} width="22" height="20" viewBox="0 0 22 20" aria-hidden="true">
      {bars.map(bar => (
        <rect
          key={bar}
          className={quality !== undefined && bar <= quality ? styles.full : styles.empty}
          x={(bar - 1) * 5.5 + 0.5}
          y={18 - bar * 4}
          width={4}
          height={bar * 4 + 1}
          rx={1}
        />
      ))}
    </svg>
  );
}
