import { useSyncExternalStore } from "react";
import type { Mark } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { Dialog, EmptyState, Icon, IconButton, type IconName } from "../../ui/index.ts";
import { byPage, type Entry } from "./listing.ts";
import styles from "./notes.module.css";
import type { OpenNotes } from "./open.ts";
import type { Pad } from "./pad.ts";
import { usePad } from "./usePad.ts";

const icons: Readonly<Record<Entry["kind"], IconName>> = {
  INK: "edit",
  HIGHLIGHT: "marker",
  NOTE: "note",
  BOOKMARK: "bookmark",
};

/** All own marks of the paper, page by page; a tap goes there. */
export function MarkIndex({
  pad,
  notes,
  onGo,
  onClose,
}: {
  pad: Pad;
  notes: OpenNotes;
  onGo: (page: number) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const { marks } = usePad(pad);
  const waiting = useSyncExternalStore(notes.outbox.subscribe, notes.waiting);
  const pages = byPage(marks);
  return (
    <Dialog shape="drawer" title={t.indexTitle} onClose={onClose}>
      <p className={styles.sync} role="status">
        <Icon name={waiting > 0 ? "clock" : "check"} size={18} />
        {waiting > 0 ? t.waiting(waiting) : t.synced}
      </p>
      {pages.length === 0 && (
        <EmptyState icon="edit" title={t.indexEmpty}>
          {t.indexEmptyText}
        </EmptyState>
      )}
      {pages.map(({ page, entries }) => (
        <section key={page} className={styles.indexPage}>
          <h3>{t.page(page)}</h3>
          <ul>
            {entries.map(entry => (
              <li key={entry.key} className={styles.entry}>
                <button type="button" className={styles.entryGo} onClick={() => onGo(page)}>
                  <Icon name={icons[entry.kind]} size={20} />
                  <Words entry={entry} />
                </button>
                <IconButton icon="trash" label={t.removeEntry} onClick={() => pad.erase(entry.marks)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

function Words({ entry }: { entry: Entry }) {
  const t = useText(texts);
  const [mark] = entry.marks as [Mark, ...Mark[]];
  if (entry.kind === "BOOKMARK") return <span>{t.bookmarked}</span>;
  if (entry.kind === "INK") return <span>{t.strokes(entry.marks.length)}</span>;
  if (entry.kind === "NOTE") return <span className={styles.quote}>{mark.data?.text}</span>;
  return (
    <span className={styles.quote} lang="vi">
      {mark.data?.quote ? <mark style={{ background: mark.data.colour }}>{mark.data.quote}</mark> : t.freeHighlight}
    </span>
  );
}
