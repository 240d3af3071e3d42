import { useState } from "react";
import { AgendaList } from "../../features/agenda/index.ts";
import { PresentPanel } from "../../hall/follow/PresentPanel.tsx";
import { bindWords } from "../../i18n/bindWords.ts";
import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { follow } from "../../i18n/follow.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, Icon, RunningClock } from "../../ui/index.ts";
import { AgendaDrawer } from "./AgendaDrawer.tsx";
import styles from "./desk.module.css";
import { currentItem, type Desk } from "./nextStep.ts";
import { affiliation } from "./stepWords.ts";
import type { Steps } from "./useSteps.tsx";

/** The item the hall is at, how long it has taken, and the way to another. */
export function ItemCard({ desk, now, steps }: { desk: Desk; now: () => number; steps: Steps }) {
  const t = useText(chair).item;
  const words = useText(common);
  const presented = useText(follow);
  const [choosing, setChoosing] = useState<string>();
  const [presenting, setPresenting] = useState(false);
  const item = currentItem(desk);
  const open = desk.session.openSittingId !== undefined;
  return (
    <section className={styles.card} aria-labelledby="item-title">
      <div className={styles.cardHead}>
        <p className={styles.kicker}>
          {item ? affiliation({ title: t.current(item.number), group: words.itemKind[item.kind] }) : t.choose}
        </p>
        {item && (
          <span className={styles.cardActions}>
            <Button icon="screen" onClick={() => setPresenting(true)}>
              {presented.title}
            </Button>
            <Button icon="list" onClick={() => setChoosing("")}>
              {t.choose}
            </Button>
          </span>
        )}
      </div>
      <h2 id="item-title" className={styles.itemTitle} lang={item ? "vi" : undefined}>
        {item ? bindWords(item.title) : desk.now.done.length > 0 ? t.noneNow : t.none}
      </h2>
      {item ? (
        <p className={styles.facts}>
          {item.presenter && (
            <span>
              <Icon name="user" size={20} /> {t.presenter(item.presenter)}
            </span>
          )}
          {desk.now.since !== undefined && (
            <span>
              <Icon name="clock" size={20} />
              <RunningClock now={now} since={desk.now.since} label={t.running} />
              {item.minutes !== undefined && <span>({t.planned(item.minutes)})</span>}
            </span>
          )}
        </p>
      ) : (
        <>
          <p className={styles.facts}>
            {desk.session.state === "ENDED" ? t.endedText : open ? t.noneText : t.beforeText}
          </p>
          <div className={styles.plan}>
            <AgendaList
              items={desk.agenda.items.filter(one => one.number !== "-")}
              now={desk.now}
              openVote={undefined}
              shown={undefined}
              onChoose={setChoosing}
            />
          </div>
        </>
      )}
      {presenting && (
        <Dialog title={presented.title} onClose={() => setPresenting(false)}>
          <PresentPanel />
        </Dialog>
      )}
      {choosing !== undefined && (
        <AgendaDrawer desk={desk} steps={steps} first={choosing} onClose={() => setChoosing(undefined)} />
      )}
    </section>
  );
}
