import { usePart } from "../../../hall/index.ts";
import { bindWords } from "../../../i18n/bindWords.ts";
import { useText } from "../../../i18n/language.ts";
import { watch } from "../../../i18n/watch.ts";
import { Icon } from "../../../ui/index.ts";
import styles from "./watch.module.css";

/** What the picture belongs to: the item, who speaks, and a vote while it is open. */
export function Now() {
  const t = useText(watch);
  const items = usePart("agenda")?.items;
  const current = usePart("now")?.itemId;
  const speech = usePart("floor")?.speech;
  const votes = usePart("voting")?.votes;
  const progress = usePart("progress");
  const item = items?.find(one => one.itemId === current);
  const vote = votes?.find(one => one.state === "OPEN");
  if (!vote && !speech && !item) return null;
  return (
    <aside className={styles.now} aria-label={t.now}>
      {vote && (
        <div className={styles.vote} role="status">
          <span className={styles.label}>
            <Icon name="vote" size={20} /> {t.vote}
          </span>
          <b lang="vi">{bindWords(vote.title)}</b>
          {progress?.voteId === vote.voteId && (
            <span className="num">{t.cast(progress.cast ?? 0, progress.eligible ?? 0)}</span>
          )}
        </div>
      )}
      <div>
        <span className={styles.label}>
          <Icon name="mic" size={20} /> {t.speaker}
        </span>
        {speech ? (
          <>
            <b>{speech.name}</b>
            {speech.group && <span>{speech.group}</span>}
          </>
        ) : (
          <span className={styles.quiet}>{t.nobodySpeaks}</span>
        )}
      </div>
      {item && (
        <div>
          <span className={styles.label}>
            <Icon name="list" size={20} /> {t.item} <span className="num">{item.number}</span>
          </span>
          <b lang="vi">{bindWords(item.title)}</b>
        </div>
      )}
    </aside>
  );
}
