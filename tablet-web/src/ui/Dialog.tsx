import { type ReactNode, useEffect, useId, useRef } from "react";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { Button, IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import styles from "./Dialog.module.css";

/**
 * A native modal dialog: focus goes in, Esc closes, focus returns to where it was. `sheet` glides up from the bottom edge,
 * `drawer` in from the left, `full` takes the whole screen.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  shape = "window",
  size = "normal",
}: {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  shape?: "window" | "sheet" | "drawer" | "full";
  size?: "normal" | "wide";
}) {
  const t = useText(common);
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    heading.current?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop; Esc is the keyboard's way and native
    <dialog
      ref={ref}
      className={classes(styles.dialog, styles[shape], size === "wide" && styles.wide)}
      aria-labelledby={id}
      onCancel={event => {
        if (event.target !== ref.current) return; // of a dialog inside: React passes it on, browsers do not
        event.preventDefault();
        onClose();
      }}
      onClose={event => {
        if (event.target === ref.current && ref.current.isConnected) onClose(); // by the browser itself, which need not ask
      }}
      onClick={event => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={id} ref={heading} className={styles.title} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label={t.app.close} onClick={onClose} />
        </div>
        <div className={styles.body}>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}

/** Asks before what can't be undone; `children` restate what will happen. */
export function ConfirmDialog({
  title,
  children,
  action,
  tone = "danger",
  busy = false,
  disabled = false,
  onConfirm,
  onClose,
}: {
  title: ReactNode;
  children: ReactNode;
  action: string;
  tone?: "danger" | "primary";
  busy?: boolean;
  /** What is asked can't be done now; `children` say why. */
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useText(common);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.app.cancel}</Button>
          <Button tone={tone} busy={busy} disabled={disabled} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
