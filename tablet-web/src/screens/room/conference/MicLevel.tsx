import { useEffect, useRef } from "react";
import { watchLevel } from "../../../core/sound.ts";
import styles from "./Controls.module.css";

/** A bar beside the own microphone that moves with the voice. */
export function MicLevel({ track }: { track: MediaStreamTrack }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(
    () =>
      watchLevel(track, level => {
        if (bar.current) bar.current.style.transform = `scaleY(${level.toFixed(2)})`;
      }),
    [track],
  );
  return (
    <span className={styles.level} aria-hidden="true">
      <i ref={bar} className={styles.levelNow} />
    </span>
  );
}
