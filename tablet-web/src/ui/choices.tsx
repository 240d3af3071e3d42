import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./Button.tsx";
import styles from "./choices.module.css";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icons.tsx";

type Option<K extends string> = { id: K; label: ReactNode; badge?: ReactNode };

/** Tabs over one panel; arrows move between them. The caller renders the panel with `tabPanel(id)`'s attributes. */
export function Tabs<K extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option<K>[];
  value: K;
  onChange: (id: K) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = options.findIndex(option => option.id === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {options.map(option => (
        <button
          key={option.id}
          type="button"
          role="tab"
          data-tab={option.id}
          className={styles.tab}
          aria-selected={option.id === value}
          tabIndex={option.id === value ? 0 : -1}
          onClick={() => onChange(option.id)}
        >
          {option.label}
          {option.badge !== undefined && <span className={styles.badge}>{option.badge}</span>}
        </button>
      ))}
    </div>
  );
}

/** Two to four choices side by side, native radio buttons underneath. */
export function Segmented<K extends string>({
  label,
  options,
  value,
  onChange,
  disabled = false,
}: {
  label: string;
  options: readonly Option<K>[];
  value: K | undefined;
  onChange: (id: K) => void;
  disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={styles.segmented} disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(option => (
        <label key={option.id} className={styles.segment}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export type MenuEntry = {
  id: string;
  label: ReactNode;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  onSelect: () => void;
};

/** A button that opens a short list of actions; arrows move, Esc closes, focus returns. A `trigger` brings its own words. */
export function Menu({
  label,
  icon = "dots",
  trigger,
  entries,
  tone = "plain",
}: {
  label: string;
  icon?: IconName;
  trigger?: ReactNode;
  entries: readonly MenuEntry[];
  tone?: "plain" | "header";
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^="menuitem"]:not(:disabled)')?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  const shared = { "aria-haspopup": "menu", "aria-expanded": open, onClick: () => setOpen(!open) } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the menu's own buttons
    <div className={styles.menu} ref={root} onKeyDown={keys}>
      {trigger ? (
        <button type="button" className={classes(styles.trigger, tone === "header" && styles.onHeader)} {...shared}>
          {trigger}
        </button>
      ) : (
        <IconButton icon={icon} label={label} tone={tone} {...shared} />
      )}
      {open && (
        <div className={styles.list} role="menu" aria-label={label}>
          {entries.map(entry => (
            <button
              key={entry.id}
              type="button"
              role={entry.checked === undefined ? "menuitem" : "menuitemradio"}
              {...(entry.checked === undefined ? {} : { "aria-checked": entry.checked })}
              className={classes(styles.entry, entry.danger && styles.danger)}
              disabled={entry.disabled}
              onClick={() => {
                close();
                entry.onSelect();
              }}
            >
              {entry.icon && <Icon name={entry.icon} size={22} />}
              <span className={styles.entryLabel}>{entry.label}</span>
              {entry.checked && <Icon name="check" size={20} />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
