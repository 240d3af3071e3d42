import type { Speaker } from "../../core/schemas.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { classes } from "../../ui/index.ts";
import styles from "./floor.module.css";

const shown = 6;

/** Who waits to speak, in order; the reader's own place stands out even far down. */
export function QueueList({ queue, me }: { queue: readonly Speaker[]; me: string | undefined }) {
  const t = useText(delegate).floor;
  const place = queue.findIndex(speaker => speaker.personId === me) + 1;
  return (
    <section className={styles.queue} aria-label={t.queue}>
      <div className={styles.queueHead}>
        <h3 className={styles.queueTitle}>
          {t.queue} <span className="num">({queue.length})</span>
        </h3>
        {place > 0 && <b className={classes("num", styles.place)}>{t.yourPlace(place)}</b>}
      </div>
      {queue.length === 0 ? (
        <p className={styles.detail}>{t.queueEmpty}</p>
      ) : (
        <ol className={styles.people}>
          {queue.slice(0, shown).map((speaker, index) => (
            <li key={speaker.personId} className={classes(styles.person, speaker.personId === me && styles.mine)}>
              <span className={classes("num", styles.order)}>{index + 1}</span>
              <span>
                {speaker.name}
                <span className={styles.group}>{speaker.personId === me ? t.you : speaker.group}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {queue.length > shown && <p className={styles.detail}>{t.more(queue.length - shown)}</p>}
    </section>
  );
}
