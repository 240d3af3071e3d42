import { useState } from "react";
import { duration } from "../../core/format.ts";
import type { RecordingChapter } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { recording } from "../../i18n/recording.ts";
import { classes, Icon, type IconName, Skeleton } from "../../ui/index.ts";
import { found } from "./chapters.ts";
import styles from "./recordings.module.css";

const pictures: Record<RecordingChapter["kind"], IconName> = {
  ITEM: "list",
  SPEECH: "mic",
  VOTE: "vote",
  POLL: "lock",
};

/** Items, speakers and votes of the time of the recording; choosing one goes there. */
export function ChapterList({
  chapters,
  now,
  onChoose,
}: {
  chapters: readonly RecordingChapter[] | undefined;
  /** The place that is being played. */
  now: number;
  onChoose: (chapter: RecordingChapter) => void;
}) {
  const t = useText(recording);
  const [words, setWords] = useState("");
  const playing = chapters?.[now];
  const shown = found(chapters ?? [], words);
  return (
    <section className={styles.chapters} aria-label={t.chapters}>
      <h2 className={styles.heading}>{t.chapters}</h2>
      <label className={styles.find}>
        <Icon name="search" size={20} />
        <input
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </label>
      {!chapters && <Skeleton lines={4} />}
      {chapters?.length === 0 && <p className={styles.hint}>{t.noChapters}</p>}
      {chapters && chapters.length > 0 && shown.length === 0 && <p className={styles.hint}>{t.noneFound}</p>}
      <ol className={styles.places}>
        {shown.map(chapter => (
          <li key={`${chapter.atMs} ${chapter.kind} ${chapter.title}`}>
            <button
              type="button"
              className={classes(styles.place, chapter === playing && styles.playing)}
              aria-current={chapter === playing ? "true" : undefined}
              onClick={() => onChoose(chapter)}
            >
              <span className={`num ${styles.time}`}>{duration(chapter.atMs)}</span>
              <Icon name={pictures[chapter.kind]} size={20} />
              <span className={styles.words}>
                <span className={styles.meta}>{t.kind[chapter.kind]}</span>
                <span lang="vi">{chapter.title}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
