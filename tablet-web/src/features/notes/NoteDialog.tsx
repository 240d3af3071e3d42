import { useState } from "react";
import { clockTime } from "../../core/format.ts";
import type { Mark } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { Button, Dialog, Field } from "../../ui/index.ts";
import { timeOf } from "./hlc.ts";
import styles from "./notes.module.css";
import type { OpenNote, Pad } from "./pad.ts";
import { usePad } from "./usePad.ts";

/** One text note: the own one to write, change or take away, another person's to read. */
export function NoteDialog({ pad, note }: { pad: Pad; note: OpenNote }) {
  return note.foreign && note.mark ? (
    <ForeignNote pad={pad} mark={note.mark} name={note.foreign} />
  ) : (
    <OwnNote pad={pad} note={note} />
  );
}

function ForeignNote({ pad, mark, name }: { pad: Pad; mark: Mark; name: string }) {
  const t = useText(texts);
  return (
    <Dialog title={t.sharedBy(name)} onClose={() => pad.openNote(undefined)}>
      <p className={styles.foreignText}>{mark.data?.text}</p>
      <p className={styles.when}>{t.writtenAt(clockTime(timeOf(mark.hlc)))}</p>
    </Dialog>
  );
}

function OwnNote({ pad, note }: { pad: Pad; note: OpenNote }) {
  const t = useText(texts);
  const app = useText(common).app;
  const { marks } = usePad(pad);
  const now = marks.find(mark => mark.markId === note.mark?.markId);
  // The state that one reads; while nothing is typed the one that another tablet has written takes its place.
  const [from, setFrom] = useState(note.mark);
  const before = from?.data?.text ?? "";
  const [text, setText] = useState(before);
  if (now && now.hlc !== from?.hlc && text === before) {
    setFrom(now);
    setText(now.data?.text ?? "");
  }
  const close = () => pad.openNote(undefined);
  const save = () => {
    const words = text.trim();
    if (from && words === "") pad.erase([from]);
    else if (from && words !== before) pad.change(from, { ...from.data, text: words });
    else if (!from && words !== "") pad.add("NOTE", note.page, { ...note.anchor, at: [...note.at], text: words });
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
                if (from) pad.erase([from]);
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
        hint={from?.copyOf ? t.writtenTwiceText : from?.sharing ? t.sharedHint : t.privateHint}
        rows={6}
        value={text}
        maxLength={5_000}
        autoFocus
        onChange={event => setText(event.target.value)}
      />
      {from && <p className={styles.when}>{t.writtenAt(clockTime(timeOf(from.hlc)))}</p>}
    </Dialog>
  );
}
