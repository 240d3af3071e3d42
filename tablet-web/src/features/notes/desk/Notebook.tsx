import { useEffect, useRef, useState } from "react";
import { clockTime, weekDate } from "../../../core/format.ts";
import { newId } from "../../../core/ids.ts";
import type { ItemView, Mark } from "../../../core/schemas.ts";
import { useLang, useText } from "../../../i18n/language.ts";
import { notes as texts } from "../../../i18n/notes.ts";
import { Button, ConfirmDialog, classes, EmptyState, Field, SelectField } from "../../../ui/index.ts";
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
  const t = useText(texts).desk;
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

function Page({ book, page, items }: { book: NoteBook; page: Mark; items: readonly ItemView[] }) {
  const t = useText(texts).desk;
  const [title, setTitle] = useState(page.data?.title ?? "");
  const [text, setText] = useState(page.data?.text ?? "");
  const [itemId, setItemId] = useState(page.data?.itemId ?? "");
  const [removing, setRemoving] = useState(false);
  const pending = useRef<(() => void) | undefined>(undefined);
  const typed = useRef(false);
  useEffect(() => {
    if (!typed.current) return;
    const save = () => {
      pending.current = undefined;
      const known = book.find(page.markId);
      if (!known || known.deleted) return;
      book.write([{ ...known, data: { text, ...(title ? { title } : {}), ...(itemId ? { itemId } : {}) } }]);
    };
    pending.current = save;
    const timer = setTimeout(save, pauseMs);
    return () => clearTimeout(timer);
  }, [book, page.markId, title, text, itemId]);
  // What was typed last is kept when the page is left before the pause is over.
  useEffect(() => () => pending.current?.(), []);
  const type = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    typed.current = true;
    set(event.target.value);
  };
  return (
    <div className={styles.page}>
      <Field label={t.pageTitle} value={title} maxLength={200} onChange={type(setTitle)} />
      <SelectField label={t.item} value={itemId} onChange={type(setItemId)}>
        <option value="">{t.noItem}</option>
        {items.map(item => (
          <option key={item.itemId} value={item.itemId}>
            {item.number}. {item.title}
          </option>
        ))}
      </SelectField>
      <Field multiline label={t.text} rows={10} value={text} maxLength={20_000} onChange={type(setText)} />
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
