import { useEffect, useRef, useState } from "react";
import { watchLevel } from "../../../core/sound.ts";
import { useText } from "../../../i18n/language.ts";
import { room } from "../../../i18n/room.ts";
import { Icon } from "../../../ui/index.ts";
import styles from "./lobby.module.css";

/** Louder than the noise of a quiet room. */
const voice = 0.25;

/** How loud the microphone is now, and once it was heard, that it works. */
export function LevelBar({ track, onHeard }: { track: MediaStreamTrack; onHeard?: () => void }) {
  const t = useText(room).lobby;
  const bar = useRef<HTMLElement>(null);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    if (heard) onHeard?.();
  }, [heard, onHeard]);
  useEffect(() => {
    setHeard(false);
    return watchLevel(track, level => {
      if (bar.current) bar.current.style.transform = `scaleX(${level.toFixed(2)})`;
      if (level > voice) setHeard(true);
    });
  }, [track]);
  return (
    <div className={styles.level}>
      <span className={styles.levelBar} aria-hidden="true">
        <i ref={bar} className={styles.levelNow} />
      </span>
      <p className={styles.hint} role="status">
        {heard ? (
          <span className={styles.heard}>
            <Icon name="check" size={18} /> {t.levelHeard}
          </span>
        ) : (
          t.levelHint
        )}
      </p>
    </div>
  );
}
