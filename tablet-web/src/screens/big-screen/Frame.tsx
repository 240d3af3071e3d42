import type { ReactNode } from "react";
import { clockTime, shortDate } from "../../core/format.ts";
import type { SessionView } from "../../core/schemas.ts";
import { bigScreen } from "../../i18n/big-screen.ts";
import { bindWords } from "../../i18n/bindWords.ts";
import { useText } from "../../i18n/language.ts";
import { Emblem, Icon, useTick } from "../../ui/index.ts";
import styles from "./Frame.module.css";

/** Emblem, council, session, date and time over the woven stripe; the same above every scene. */
export function WallHeader({ session, now }: { session: SessionView | undefined; now: () => number }) {
  const t = useText(bigScreen);
  const at = useTick(now);
  return (
    <header className={styles.header}>
      <Emblem />
      <span className={styles.body} lang="vi">
        {session?.bodyName}
      </span>
      <span className={styles.when}>
        {session && `${t.session[session.bodyKind](session.number)} · `}
        {shortDate(at)}
      </span>
      <time className={`num ${styles.clock}`}>{clockTime(at)}</time>
    </header>
  );
}

/** One scene: what it is about, its matter, and one line at the lower edge. */
export function Scene({
  kicker,
  title,
  footer,
  children,
}: {
  kicker?: ReactNode;
  title?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.scene}>
      <main className={styles.main}>
        {(kicker || title) && (
          <div className={styles.top}>
            {kicker && <p className={styles.kicker}>{kicker}</p>}
            {title}
          </div>
        )}
        <div className={styles.matter}>{children}</div>
      </main>
      {footer && (
        <footer className={styles.footer}>
          <span className={`num ${styles.foot}`}>{footer}</span>
        </footer>
      )}
    </div>
  );
}

/** The calm mark that what is shown may be a little old. */
export function LostMark() {
  const t = useText(bigScreen);
  return (
    <p className={styles.lost} role="status">
      <Icon name="offline" /> {t.reconnecting}
    </p>
  );
}

/** Emblem, a large line and a smaller one in the middle of the wall. */
export function Quiet({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.scene}>
      <main className={styles.quiet}>
        <Emblem size={200} />
        <h1 className={styles.quietTitle} lang="vi">
          {bindWords(title)}
        </h1>
        {children}
      </main>
    </div>
  );
}
