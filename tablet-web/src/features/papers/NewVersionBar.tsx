import { useText } from "../../i18n/language.ts";
import { papers as texts } from "../../i18n/papers.ts";
import { Button, Icon } from "../../ui/index.ts";
import styles from "./NewVersionBar.module.css";
import type { Pin } from "./usePinned.ts";

/** Above an old version that is being read: there is a newer one. Nothing changes before the reader says so. */
export function NewVersionBar({ pin }: { pin: Pin }) {
  const t = useText(texts);
  if (pin.newer === undefined) return null;
  return (
    <div className={styles.bar} role="status">
      <Icon name="refresh" size={22} />
      <span className={styles.words}>{pin.stays ? t.reading(pin.pinned.version) : t.banner(pin.newer)}</span>
      <span className={styles.actions}>
        <Button tone={pin.stays ? "quiet" : "primary"} onClick={pin.follow}>
          {t.switchTo}
        </Button>
        {!pin.stays && <Button onClick={pin.stay}>{t.stay}</Button>}
      </span>
    </div>
  );
}
