import { useState } from "react";
import { SpeakerCard } from "../../features/floor/index.ts";
import { chair } from "../../i18n/chair.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Menu } from "../../ui/index.ts";
import styles from "./desk.module.css";
import type { Desk } from "./nextStep.ts";
import { SpeakerChooser } from "./SpeakerChooser.tsx";
import { affiliation } from "./stepWords.ts";
import type { Steps } from "./useSteps.tsx";

/** Who speaks, who waits, and the way to call someone else. */
export function FloorCard({ desk, now, steps }: { desk: Desk; now: () => number; steps: Steps }) {
  const t = useText(chair).floor;
  const [choosing, setChoosing] = useState(false);
  const { speech, queue } = desk.floor;
  const seconds = desk.session.rules.speechSeconds;
  const open = desk.session.openSittingId !== undefined;
  return (
    <section className={styles.card} aria-label={t.title}>
      {speech && <SpeakerCard speech={speech} own={false} now={now} />}
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{t.queue(queue.length)}</h2>
        {open && (
          <Button icon="search" onClick={() => setChoosing(true)}>
            {t.other}
          </Button>
        )}
      </div>
      {queue.length === 0 ? (
        <p className={styles.quiet}>{t.empty}</p>
      ) : (
        <ol className={styles.queue}>
          {queue.map((speaker, index) => (
            <li key={speaker.personId} className={styles.waiting}>
              <span className={`num ${styles.order}`}>{index + 1}</span>
              <span className={styles.person}>
                <b>{speaker.name}</b>
                <span className={styles.detail}>{affiliation(speaker)}</span>
              </span>
              <Button
                icon="mic"
                aria-label={t.grantTo(speaker.name)}
                busy={steps.busy}
                disabled={!steps.online}
                onClick={() => void steps.send({ name: "floor.grant", data: { personId: speaker.personId, seconds } })}
              >
                {t.grant}
              </Button>
              <Menu
                label={t.more(speaker.name)}
                entries={[
                  {
                    id: "top",
                    label: t.toTop,
                    icon: "up",
                    disabled: index === 0 || !steps.online,
                    onSelect: () =>
                      void steps.send({ name: "floor.move", data: { personId: speaker.personId, index: 0 } }),
                  },
                  {
                    id: "end",
                    label: t.toEnd,
                    icon: "down",
                    disabled: index === queue.length - 1 || !steps.online,
                    onSelect: () =>
                      void steps.send({
                        name: "floor.move",
                        data: { personId: speaker.personId, index: queue.length - 1 },
                      }),
                  },
                  {
                    id: "remove",
                    label: t.remove,
                    icon: "close",
                    danger: true,
                    disabled: !steps.online,
                    onSelect: () => void steps.send({ name: "floor.unqueue", data: { personId: speaker.personId } }),
                  },
                ]}
              />
            </li>
          ))}
        </ol>
      )}
      {choosing && <SpeakerChooser desk={desk} steps={steps} onClose={() => setChoosing(false)} />}
    </section>
  );
}
