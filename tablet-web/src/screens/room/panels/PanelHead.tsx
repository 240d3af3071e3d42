import { useEffect, useRef } from "react";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { IconButton } from "../../../ui/index.ts";
import styles from "./panels.module.css";

/** A panel's title, which takes the focus when the panel opens and gives it back at the end, and the way to close it. */
export function PanelHead({ title, onClose }: { title: string; onClose: () => void }) {
  const t = useText(common);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      // Whoever has gone elsewhere meanwhile is left there.
      const here = document.activeElement === null || document.activeElement === document.body;
      if (here && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div className={styles.head}>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <IconButton icon="close" label={t.app.close} onClick={onClose} />
    </div>
  );
}
