import { initials } from "../../core/format.ts";
import { Icon } from "../../ui/index.ts";
import styles from "./Avatar.module.css";

/** Somebody without a picture: the initials, or a screen for a meeting room. */
export function Avatar({ name, kiosk = false }: { name: string; kiosk?: boolean }) {
  return (
    <span className={styles.avatar} aria-hidden="true">
      <span className={styles.circle}>{kiosk ? <Icon name="screen" className={styles.icon} /> : initials(name)}</span>
    </span>
  );
}
