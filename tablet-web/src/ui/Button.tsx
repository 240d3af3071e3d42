import type { ComponentProps } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icons.tsx";

type Tone = "primary" | "quiet" | "plain" | "danger" | "yes" | "header";
type Common = { tone?: Tone; size?: "normal" | "large"; busy?: boolean; block?: boolean };

/** A button with words, at least 48 px high; `busy` keeps it in place and says so to screen readers. */
export function Button({
  tone = "quiet",
  size = "normal",
  busy = false,
  block = false,
  icon,
  className,
  children,
  disabled,
  ...rest
}: ComponentProps<"button"> & Common & { icon?: IconName }) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        styles.button,
        styles[tone],
        size === "large" && styles.large,
        block && styles.block,
        className,
      )}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon && <Icon name={icon} size={22} />}
      <span>{children}</span>
    </button>
  );
}

/** A 48 x 48 px button with a picture; its label is read aloud and shown as a tooltip. */
export function IconButton({
  icon,
  label,
  tone = "plain",
  className,
  ...rest
}: Omit<ComponentProps<"button">, "children"> & { icon: IconName; label: string; tone?: Tone }) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.button, styles.icon, styles[tone], className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
