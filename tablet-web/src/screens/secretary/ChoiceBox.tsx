import type { ComponentProps } from "react";
import styles from "../../ui/FilterBar.module.css";

/** A native select of one line; its name is read aloud, what is chosen says the rest. */
export function ChoiceBox({
  label,
  ...rest
}: { label: string } & Omit<ComponentProps<"select">, "aria-label" | "className">) {
  return <select {...rest} className={styles.choice} aria-label={label} />;
}
