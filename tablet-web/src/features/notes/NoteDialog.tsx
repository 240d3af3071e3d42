import { useState } from "react";
import { clockTime } from "../../core/format.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { Button, Dialog, Field } from "../../ui/index.ts";
import { timeOf } from "./hlc.ts";
import styles from "./notes.module.css";
import type { OpenNote, Pad } from "./pad.ts";

/** Writes, changes or takes away one text note. */
export function NoteDialog({ pad, note }: { pad: Pad; note: OpenNote }) {
  const t = useText(texts);
  const app = useText(common).app;
  const before = note.mark?.data?.text ?? "";
  const [text, setText] = useState(before);
  const close = () => pad.openNote(undefined);
  const save = () => {
    const words = text.trim();
    if (note.mark && words === "") pad.erase([note.mark]);
    else if (note.mark && words !== before) pad.change(note.mark, { ...note.mark.data, text: words });
    else if (!note.mark && words !== "") pad.add("NOTE", note.page, { at: [...note.at], text: words });
    close();
  };
  return (
    <Dialog
      title={note.mark ? t.noteOn(note.page) : t.newNoteOn(note.page)}
      onClose={save}
      actions={
        <>
          {note.mark && (
            <Button
              tone="danger"
              icon="trash"
              onClick={() => {
                if (note.mark) pad.erase([note.mark]);
                close();
              }}
            >
              {t.remove}
            </Button>
          )}
          <Button onClick={close}>{app.cancel}</Button>
          <Button tone="primary" onClick={save}>
            {t.keep}
          </Button>
        </>
      }
    >
      <Field
        multiline
        label={t.noteText}
        hint={t.privateHint}
        rows={6}
        value={text}
        maxLength={5_000}
        autoFocus
        onChange={event => setText(event.target.value)}
      />
      {note.mark && <p className={styles.when}>{t.writtenAt(clockTime(timeOf(note.mark.hlc)))}</p>}
    </Dialog>
  );
}
