import type { ReactNode } from "react";
import styles from "./Rows.module.css";

/** A framed list: what it is about at the left, its state or button at the right, more below. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>;
}

export function Row({ children }: { children: ReactNode }) {
  return <li className={styles.row}>{children}</li>;
}
