import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./AppHeader.module.css";
import { Icon, type IconName } from "./icons.tsx";

/** A gold star on red in a gold ring, drawn by us; decorative. */
export function Emblem({ size = 36 }: { size?: number }) {
  return (
    <svg className={styles.emblem} width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="19" fill="var(--vang-500)" />
      <circle cx="20" cy="20" r="16.6" fill="var(--do)" />
      <path
        transform="translate(8.2 8) scale(.985)"
        fill="var(--sao)"
        d="M12 1.9l2.46 7.19 7.6.12-6.08 4.56 2.23 7.26L12 16.66l-6.21 4.37 2.23-7.26L1.94 9.21l7.6-.12z"
      />
    </svg>
  );
}

/** The indigo bar on top with the woven gold stripe: where one is, and who one is. */
export function AppHeader({
  title,
  subtitle,
  leading,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  leading?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      {leading}
      <Emblem />
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      <div className={styles.end}>{children}</div>
    </header>
  );
}

/** A way out of the page, in its header. */
export function HeaderLink({ href, icon = "back", label }: { href: string; icon?: IconName; label: string }) {
  return (
    <Link href={href} className={styles.link} aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  );
}
