import { useEffect, useRef } from "react";
import { classes } from "../../ui/index.ts";
import styles from "./Video.module.css";

/** A moving picture without sound; until its first frame one sees what lies below. */
export function Video({
  track,
  mirrored = false,
  whole = false,
}: {
  track: MediaStreamTrack;
  mirrored?: boolean;
  /** Nothing may be cut off: documents, a room full of people. */
  whole?: boolean;
}) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    video.srcObject = new MediaStream([track]);
    void video.play().catch(() => undefined); // without sound nothing holds it back for long
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={ref}
      className={classes(styles.video, mirrored && styles.mirrored, whole && styles.whole)}
      autoPlay
      playsInline
      muted
    />
  );
}
