import type { ReactNode } from "react";
import type { Problem } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./states.module.css";

/** A list with nothing in it: says who will fill it. `good` for something that is finished. */
export function EmptyState({
  icon = "paper",
  tone = "plain",
  title,
  children,
}: {
  icon?: IconName;
  tone?: "plain" | "good";
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <Icon
        name={icon}
        size={tone === "good" ? 64 : 40}
        className={classes(styles.picture, tone === "good" && styles.good)}
      />
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
    </div>
  );
}

/** What went wrong, what to do; the words come from the problem's code. */
export function ErrorState({
  problem,
  onRetry,
  children,
}: {
  problem: Problem;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const t = useText(common);
  const title = useProblemTitle();
  return (
    <div className={styles.state} role="alert">
      <Icon name="warning" size={40} className={classes(styles.picture, styles.bad)} />
      <p className={styles.title}>{title(problem)}</p>
      {problem.retryAfterSeconds !== undefined && (
        <p className={styles.text}>{t.problem.retryAfter(problem.retryAfterSeconds)}</p>
      )}
      {children && <div className={styles.text}>{children}</div>}
      {problem.requestId && <p className={styles.request}>{t.problem.request(problem.requestId)}</p>}
      {onRetry && (
        <Button icon="refresh" onClick={onRetry}>
          {t.app.retry}
        </Button>
      )}
    </div>
  );
}

/** One line of a problem, beside the button that met it. */
export function ProblemLine({ problem }: { problem: Problem }) {
  const title = useProblemTitle();
  return (
    <p className={styles.line} role="alert">
      <Icon name="warning" size={20} />
      <span>{title(problem)}</span>
    </p>
  );
}

/** Grey lines where content will be; `lines` of them. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useText(common);
  return (
    <div className={styles.skeleton} role="status" aria-label={t.app.loading}>
      {Array.from({ length: lines }, (_, line) => line).map(line => (
        <i key={line} className={styles.bone} aria-hidden="true" />
      ))}
    </div>
  );
}

/** A whole area that is being loaded. */
export function Loading({ label }: { label?: string }) {
  const t = useText(common);
  return (
    <div className={styles.state} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      <p>{label ?? t.app.loading}</p>
    </div>
  );
}

/** How far, by number: bytes, files, ballots. `value` of `max`; without them nobody knows how far. */
export function Progress({ label, text, ...far }: { label: string; text?: string } & Far) {
  const known = far.max === undefined ? {} : { value: far.max > 0 ? far.value : 0, max: far.max > 0 ? far.max : 1 };
  return (
    <div className={styles.progress}>
      <div className={styles.progressWords}>
        <span>{label}</span>
        {text && <span className="num">{text}</span>}
      </div>
      <progress className={styles.bar} {...known} aria-label={label} />
    </div>
  );
}

type Far = { value: number; max: number } | { value?: undefined; max?: undefined };

/** The calm band that says since when there is no network, or of when the data are that are shown, and what waits to be sent. */
export function OfflineBar({
  waiting,
  onRetry,
  ...when
}: { waiting: number; onRetry: () => void } & ({ since: string } | { kept: string })) {
  const t = useText(common);
  return (
    <div className={styles.offline} role="status">
      <Icon name="offline" />
      <span className={styles.offlineText}>
        {"kept" in when ? t.network.offlineData(when.kept) : t.network.offlineSince(when.since)}
        {waiting > 0 && <b> {t.network.waiting(waiting)}.</b>}
      </span>
      <Button onClick={onRetry}>{t.network.retryNow}</Button>
    </div>
  );
}
