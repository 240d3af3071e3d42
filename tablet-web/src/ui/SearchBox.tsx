import styles from "./FilterBar.module.css";
import { Icon } from "./icons.tsx";

/** A search field of one line; its name is its placeholder and is read aloud. */
export function SearchBox({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (typed: string) => void;
}) {
  return (
    <span className={styles.search}>
      <Icon name="search" size={20} />
      <input
        className={styles.searchInput}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </span>
  );
}
