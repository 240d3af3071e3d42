import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./StateChip.module.css";

export type ChipTone = "neutral" | "info" | "good" | "bad" | "live" | "warn" | "header";

/** A state in one or two words, with a picture so that colour is never alone. */
export function StateChip({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: ChipTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={classes(styles.chip, styles[tone])}>
      {tone === "live" && <i className={styles.dot} aria-hidden="true" />}
      {icon && <Icon name={icon} size={17} />}
      {children}
    </span>
  );
}
