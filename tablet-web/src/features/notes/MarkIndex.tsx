import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { Mark } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { Button, Dialog, EmptyState, Icon, IconButton, type IconName, StateChip } from "../../ui/index.ts";
import { byPage, type Entry } from "./listing.ts";
import styles from "./notes.module.css";
import type { OpenNotes } from "./open.ts";
import type { Pad } from "./pad.ts";
import { RefusedMarks } from "./RefusedMarks.tsx";
import { ShareDialog } from "./ShareDialog.tsx";
import { usePad } from "./usePad.ts";

const icons: Readonly<Record<Entry["kind"], IconName>> = {
  INK: "edit",
  HIGHLIGHT: "marker",
  NOTE: "note",
  BOOKMARK: "bookmark",
};

/** All own marks of the paper, page by page, then those of others; a tap goes there. */
export function MarkIndex({
  pad,
  notes,
  page,
  onGo,
  onClose,
}: {
  pad: Pad;
  notes: OpenNotes;
  /** The page on screen. */
  page: number;
  onGo: (page: number) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const { marks, others, stray } = usePad(pad);
  const [sharing, setSharing] = useState<readonly Mark[]>();
  const sharable = marks.filter(mark => mark.kind !== "BOOKMARK");
  return (
    <>
      <Dialog shape="drawer" title={t.indexTitle} onClose={onClose}>
        <div className={styles.index}>
          <SyncLine notes={notes} />
          <RefusedMarks notes={notes} />
          {stray.length > 0 && (
            <section className={styles.stray}>
              <h3>{t.stray}</h3>
              <p>{t.strayText}</p>
              <ul>
                {byPage(stray).flatMap(({ entries }) =>
                  entries.map(entry => (
                    <li key={entry.key} className={styles.entry}>
                      <span className={styles.entryGo}>
                        <Icon name={icons[entry.kind]} size={20} />
                        <Words entry={entry} />
                      </span>
                      <Button
                        onClick={() => {
                          for (const mark of entry.marks) pad.place(mark, page, t.wasMarked);
                        }}
                      >
                        {t.placeHere(page)}
                      </Button>
                      <IconButton icon="trash" label={t.removeEntry} onClick={() => pad.erase(entry.marks)} />
                    </li>
                  )),
                )}
              </ul>
            </section>
          )}
          {marks.length === 0 && (
            <EmptyState icon="edit" title={t.indexEmpty}>
              {t.indexEmptyText}
            </EmptyState>
          )}
          <Pages marks={marks} onGo={onGo}>
            {entry => (
              <>
                {entry.kind !== "BOOKMARK" && (
                  <IconButton icon="users" label={t.share} onClick={() => setSharing(entry.marks)} />
                )}
                <IconButton icon="trash" label={t.removeEntry} onClick={() => pad.erase(entry.marks)} />
              </>
            )}
          </Pages>
          {sharable.length > 1 && (
            <Button icon="users" block onClick={() => setSharing(sharable)}>
              {t.shareAll}
            </Button>
          )}
          {[...new Map(others.map(one => [one.personId, one.name]))].map(([personId, name]) => (
            <section key={personId} className={styles.foreignList}>
              <h3>{t.sharedBy(name)}</h3>
              <Pages marks={others.filter(one => one.personId === personId).map(one => one.mark)} onGo={onGo} />
            </section>
          ))}
        </div>
      </Dialog>
      {sharing && (
        <ShareDialog
          notes={notes}
          marks={sharing}
          onShare={next => {
            pad.share(sharing, next);
            setSharing(undefined);
          }}
          onClose={() => setSharing(undefined)}
        />
      )}
    </>
  );
}

/** Whether all is at the server. */
export function SyncLine({ notes }: { notes: OpenNotes }) {
  const t = useText(texts);
  const waiting = useSyncExternalStore(notes.outbox.subscribe, notes.waiting);
  return (
    <p className={styles.sync} role="status">
      <Icon name={waiting > 0 ? "clock" : "check"} size={18} />
      {waiting > 0 ? t.waiting(waiting) : t.synced}
    </p>
  );
}

function Pages({
  marks,
  onGo,
  children,
}: {
  marks: readonly Mark[];
  onGo: (page: number) => void;
  children?: (entry: Entry) => ReactNode;
}) {
  const t = useText(texts);
  return byPage(marks).map(({ page, entries }) => (
    <section key={page} className={styles.indexPage}>
      <h4>{t.page(page)}</h4>
      <ul>
        {entries.map(entry => (
          <li key={entry.key} className={styles.entry}>
            <button type="button" className={styles.entryGo} onClick={() => onGo(page)}>
              <Icon name={icons[entry.kind]} size={20} />
              <Words entry={entry} />
            </button>
            {entry.marks.some(mark => mark.sharing) && (
              <StateChip tone="info" icon="users">
                {t.shared}
              </StateChip>
            )}
            {children?.(entry)}
          </li>
        ))}
      </ul>
    </section>
  ));
}

export function Words({ entry }: { entry: Entry }) {
  const t = useText(texts);
  const [mark] = entry.marks;
  if (entry.kind === "BOOKMARK") return <span>{t.bookmarked}</span>;
  if (entry.kind === "INK") return <span>{t.strokes(entry.marks.length)}</span>;
  if (entry.kind === "NOTE") {
    return (
      <span className={styles.quote}>
        {mark?.copyOf && <em>{t.writtenTwice}: </em>}
        {mark?.data?.text}
      </span>
    );
  }
  return (
    <span className={styles.quote} lang="vi">
      {mark?.data?.quote ? <mark style={{ background: mark.data.colour }}>{mark.data.quote}</mark> : t.freeHighlight}
    </span>
  );
}
