import { classes } from "./classes.ts";
import styles from "./FilterBar.module.css";

/** Filters with their counts; one is pressed. */
export function FilterBar<K extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { id: K; label: string; count: number }[];
  value: K;
  onChange: (id: K) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a wrapping row everywhere
    <div className={styles.filters} role="group" aria-label={label}>
      {options.map(option => (
        <button
          key={option.id}
          type="button"
          className={classes(styles.filter, option.id === value && styles.on)}
          aria-pressed={option.id === value}
          onClick={() => onChange(option.id)}
        >
          {option.label} <span className={classes("num", styles.count)}>{option.count}</span>
        </button>
      ))}
    </div>
  );
}
