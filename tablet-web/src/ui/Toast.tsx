import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./icons.tsx";
import styles from "./Toast.module.css";

type Note = { id: number; tone: "info" | "good" | "bad"; text: ReactNode };
/** `seconds` on screen, for all but bad ones; gives what takes it away. */
type Say = (text: ReactNode, tone?: Note["tone"], seconds?: number) => () => void;

const ToastContext = createContext<Say>(() => () => undefined);

/** Short notes at the lower edge, read politely; they go away by themselves but for bad ones. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText(common);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const next = useRef(1);
  const drop = useCallback((id: number) => setNotes(all => all.filter(note => note.id !== id)), []);
  const say = useCallback<Say>(
    (text, tone = "info", seconds = 6) => {
      const id = next.current++;
      setNotes(all => [...all.slice(-2), { id, tone, text }]);
      if (tone !== "bad") setTimeout(() => drop(id), seconds * 1000);
      return () => drop(id);
    },
    [drop],
  );
  const value = useMemo(() => say, [say]);
  return (
    <ToastContext value={value}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {notes.map(note => (
          <div key={note.id} className={classes(styles.toast, styles[note.tone])}>
            <Icon name={note.tone === "good" ? "check" : note.tone === "bad" ? "warning" : "info"} />
            <span className={styles.text}>{note.text}</span>
            <IconButton icon="close" label={t.app.close} tone="header" onClick={() => drop(note.id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}

/** Says something in a toast. */
export function useToast(): Say {
  return useContext(ToastContext);
}
