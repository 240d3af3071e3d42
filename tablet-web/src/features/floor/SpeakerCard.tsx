import type { Speaker } from "../../core/schemas.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Icon, RunningClock } from "../../ui/index.ts";
import styles from "./floor.module.css";

/** Who has the floor, and for how long or how much longer. */
export function SpeakerCard({ speech, own, now }: { speech: Speaker; own: boolean; now: () => number }) {
  const t = useText(delegate).floor;
  return (
    <section className={own ? styles.own : styles.speaker} aria-label={t.speaking}>
      <div className={styles.speakerTop}>
        <p className={styles.kicker}>
          <Icon name="mic" size={18} /> {own ? t.youSpeak : t.speaking}
        </p>
        <span className={styles.detail}>{speech.until === undefined ? t.elapsed : t.remaining}</span>
      </div>
      <div className={styles.speakerTop}>
        <p className={styles.name}>{speech.name}</p>
        <RunningClock
          now={now}
          since={speech.since}
          until={speech.until}
          label={speech.until === undefined ? t.elapsed : t.remaining}
          className={styles.clock}
        />
      </div>
      <p className={styles.detail}>{[speech.title, speech.group].filter(Boolean).join(" · ")}</p>
    </section>
  );
}
