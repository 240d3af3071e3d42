import { useEffect, useState } from "react";
import { duration } from "../core/format.ts";
import { classes } from "./classes.ts";
import styles from "./RunningClock.module.css";

/** Ticks every whole second of `now`; returns `now()`. */
export function useTick(now: () => number, running = true): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (!running) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const time = now();
      setAt(time);
      timer = setTimeout(tick, 1005 - (time % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [now, running]);
  return at;
}

/** Time gone since `since`, or left to `until`, from stamps; past `until` it counts on with a minus sign, in red and bold. */
export function RunningClock({
  now,
  since,
  until,
  label,
  className,
}: {
  now: () => number;
  since: number;
  until?: number | undefined;
  label: string;
  className?: string | undefined;
}) {
  const at = useTick(now);
  // Down to zero show whole seconds left, as a kitchen timer does.
  const shown = until === undefined ? Math.max(0, at - since) : Math.ceil((until - at) / 1000) * 1000;
  const left = until === undefined ? undefined : until - at;
  return (
    <span
      className={classes(
        "num",
        styles.clock,
        left !== undefined && left <= 0 && styles.over,
        left !== undefined && left > 0 && left <= 30_000 && styles.soon,
        className,
      )}
      role="timer"
      aria-label={label}
    >
      {duration(shown)}
    </span>
  );
}
