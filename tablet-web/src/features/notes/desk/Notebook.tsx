import { useEffect, useRef, useState } from "react";
import { clockTime, weekDate } from "../../../core/format.ts";
import { newId } from "../../../core/ids.ts";
import type { ItemView, Mark } from "../../../core/schemas.ts";
import { useLang, useText } from "../../../i18n/language.ts";
import { notes as texts } from "../../../i18n/notes.ts";
import { Button, ConfirmDialog, classes, EmptyState, Field, SelectField, StateChip } from "../../../ui/index.ts";
import type { NoteBook } from "../book.ts";
import { timeOf } from "../hlc.ts";
import styles from "./MyDesk.module.css";

const pauseMs = 700;

/** Pages of plain text; what is typed is kept by itself. */
export function Notebook({
  book,
  pages,
  items,
}: {
  book: NoteBook;
  pages: readonly Mark[];
  items: readonly ItemView[];
}) {
  const { desk: t, writtenTwice: copy } = useText(texts);
  const lang = useLang();
  const [chosen, setChosen] = useState<string>();
  const page = pages.find(one => one.markId === chosen) ?? pages[0];
  const add = () => {
    const markId = newId();
    book.write([{ markId, kind: "NOTEBOOK", deleted: false, data: { text: "" } }]);
    setChosen(markId);
  };
  return (
    <div className={styles.notebook}>
      <div className={styles.pages}>
        <Button icon="plus" tone="primary" block onClick={add}>
          {t.newPage}
        </Button>
        <ul className={styles.list}>
          {pages.map(one => (
            <li key={one.markId}>
              <button
                type="button"
                className={classes(styles.row, styles.pageRow)}
                aria-current={one.markId === page?.markId}
                onClick={() => setChosen(one.markId)}
              >
                <span className={styles.words}>
                  <b>{one.data?.title || firstLine(one) || t.untitled}</b>
                  <span className={styles.meta}>
                    {one.copyOf && `${copy} · `}
                    {clockTime(timeOf(one.hlc))}, {weekDate(timeOf(one.hlc), lang)}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {page ? (
        <Page key={page.markId} book={book} page={page} items={items} />
      ) : (
        <EmptyState icon="note" title={t.notebookEmpty}>
          {t.notebookEmptyText}
        </EmptyState>
      )}
    </div>
  );
}

function firstLine(page: Mark): string {
  return page.data?.text?.split("\n")[0]?.slice(0, 60) ?? "";
}

type Words = { title: string; text: string; itemId: string };

function wordsOf({ data }: Mark): Words {
  return { title: data?.title ?? "", text: data?.text ?? "", itemId: data?.itemId ?? "" };
}

function Page({ book, page, items }: { book: NoteBook; page: Mark; items: readonly ItemView[] }) {
  const words = useText(texts);
  const t = words.desk;
  const [now, setNow] = useState(() => wordsOf(page));
  const { title, text, itemId } = now;
  const [removing, setRemoving] = useState(false);
  /** The state that what is typed was made from. */
  const from = useRef(page);
  /** Keeps what is typed and not kept yet. */
  const pending = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    // What another tablet wrote is shown, but never under the hand that types.
    if (pending.current || from.current.hlc === page.hlc) return;
    from.current = page;
    setNow(wordsOf(page));
  }, [page]);
  useEffect(() => {
    if (!pending.current) return;
    const timer = setTimeout(() => pending.current?.(), pauseMs);
    return () => clearTimeout(timer);
  });
  // What was typed last is kept when the page is left before the pause is over.
  useEffect(() => () => pending.current?.(), []);
  const type = (part: keyof Words) => (event: { target: { value: string } }) => {
    const next = { ...now, [part]: event.target.value };
    setNow(next);
    pending.current = () => {
      pending.current = undefined;
      const { title, text, itemId } = next;
      const data = { text, ...(title ? { title } : {}), ...(itemId ? { itemId } : {}) };
      const [written] = book.write([{ ...from.current, data }], [from.current]);
      if (written) from.current = written;
    };
  };
  return (
    <div className={styles.page}>
      {page.copyOf && (
        <p className={styles.copy}>
          <StateChip tone="info" icon="columns">
            {words.writtenTwice}
          </StateChip>{" "}
          {words.writtenTwiceText}
        </p>
      )}
      <Field label={t.pageTitle} value={title} maxLength={200} onChange={type("title")} />
      <SelectField label={t.item} value={itemId} onChange={type("itemId")}>
        <option value="">{t.noItem}</option>
        {items.map(item => (
          <option key={item.itemId} value={item.itemId}>
            {item.number}. {item.title}
          </option>
        ))}
      </SelectField>
      <Field multiline label={t.text} rows={10} value={text} maxLength={20_000} onChange={type("text")} />
      <div>
        <Button icon="trash" onClick={() => setRemoving(true)}>
          {t.removePage}
        </Button>
      </div>
      {removing && (
        <ConfirmDialog
          title={t.removePage}
          action={t.removePage}
          onClose={() => setRemoving(false)}
          onConfirm={() => {
            pending.current = undefined;
            book.write([{ markId: page.markId, kind: "NOTEBOOK", deleted: true }]);
          }}
        >
          {t.removePageText(title || firstLine(page) || t.untitled)}
        </ConfirmDialog>
      )}
    </div>
  );
}
