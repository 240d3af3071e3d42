import { type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Check, Dialog } from "../../../ui/index.ts";
import styles from "./shortcuts.module.css";

const keys = { next: "N", vote: "V", declare: "K", grant: "G", minute: "T", end: "E", roll: "D", add: "A" } as const;
type Deed = keyof typeof keys;
const memory = "plenum.shortcuts";

/**
 * Single keys for the running sitting, only while `active` and no field or dialog has the focus. They can be switched off (WCAG 2.1.4);
 * "?" shows the list.
 */
export function useShortcuts(
  active: boolean,
  deeds: Record<Deed, () => unknown>,
): { help: ReactNode; openHelp: () => void } {
  const [shown, setShown] = useState(false);
  const [enabled, setEnabled] = useState(stored);
  const newest = useRef(deeds);
  useEffect(() => {
    newest.current = deeds;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "?") {
        event.preventDefault();
        setShown(true);
        return;
      }
      const deed = (Object.keys(keys) as Deed[]).find(one => keys[one] === event.key.toUpperCase());
      if (!deed || !enabled || !active) return;
      event.preventDefault();
      newest.current[deed]();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [active, enabled]);
  const switchTo = (on: boolean) => {
    setEnabled(on);
    try {
      localStorage.setItem(memory, on ? "on" : "off");
    } catch {
      // Kept until the page is closed.
    }
  };
  const help = shown && <Help enabled={enabled} onSwitch={switchTo} onClose={() => setShown(false)} />;
  return { help, openHelp: () => setShown(true) };
}

function Help({
  enabled,
  onSwitch,
  onClose,
}: {
  enabled: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}) {
  const t = useText(secretary).keys;
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p className={styles.intro}>{t.intro}</p>
      <dl className={styles.keys}>
        {(Object.keys(keys) as Deed[]).map(deed => (
          <div key={deed} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{keys[deed]}</kbd>
            </dt>
            <dd>{t[deed]}</dd>
          </div>
        ))}
        <div className={styles.row}>
          <dt>
            <kbd className={styles.key}>?</kbd>
          </dt>
          <dd>{t.help}</dd>
        </div>
      </dl>
      <Check label={t.enabled} checked={enabled} onChange={event => onSwitch(event.target.checked)} />
    </Dialog>
  );
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input, select, textarea, [contenteditable], [role=menu]") !== null
  );
}

function stored(): boolean {
  try {
    return localStorage.getItem(memory) !== "off";
  } catch {
    return true;
  }
}
