import { useRef, useState } from "react";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { Button, classes, Icon, IconButton, type IconName } from "../../ui/index.ts";
import { MarkIndex } from "./MarkIndex.tsx";
import { NoteDialog } from "./NoteDialog.tsx";
import styles from "./notes.module.css";
import type { OpenNotes } from "./open.ts";
import type { Pad, Tool } from "./pad.ts";
import { StylePanel } from "./StylePanel.tsx";
import { markSelection } from "./selection.ts";
import { usePad } from "./usePad.ts";

const tools: readonly [Exclude<Tool, "read">, IconName][] = [
  ["pen", "edit"],
  ["marker", "marker"],
  ["eraser", "eraser"],
  ["note", "note"],
];

/** The row of writing tools under the reader's own. */
export function NoteBar({
  pad,
  notes,
  page,
  onGo,
}: {
  pad: Pad;
  notes: OpenNotes;
  page: number;
  onGo: (page: number) => void;
}) {
  const t = useText(texts);
  const state = usePad(pad);
  const [index, setIndex] = useState(false);
  const [styling, setStyling] = useState(false);
  const styleButton = useRef<HTMLButtonElement>(null);
  const { tool, style, open, hidden } = state;
  const choose = (next: Tool) => {
    setStyling(false);
    if (next === "marker" && markSelection(pad)) return;
    pad.choose(next);
  };
  const bookmarked = pad.bookmarkOn(page) !== undefined;
  return (
    <>
      {open && (
        <div className={styles.bar} role="toolbar" aria-label={t.toolbar}>
          <div className={styles.groups}>
            <div className={styles.group}>
              {tools.map(([id, icon]) => (
                <IconButton
                  key={id}
                  icon={icon}
                  label={t.tool[id]}
                  aria-pressed={tool === id}
                  className={tool === id ? styles.chosen : undefined}
                  onClick={() => choose(id)}
                />
              ))}
              <button
                ref={styleButton}
                type="button"
                className={styles.styleButton}
                aria-label={t.style}
                title={t.style}
                aria-expanded={styling}
                onClick={() => setStyling(!styling)}
              >
                <span
                  className={styles.dot}
                  style={{ background: tool === "marker" ? style.markerColour : style.penColour }}
                />
                <Icon name="down" size={14} />
              </button>
            </div>
            <div className={styles.group}>
              <IconButton icon="undo" label={t.undo} disabled={!state.canUndo} onClick={() => pad.undo()} />
              <IconButton icon="redo" label={t.redo} disabled={!state.canRedo} onClick={() => pad.redo()} />
            </div>
            <div className={styles.group}>
              <IconButton
                icon="bookmark"
                label={bookmarked ? t.unbookmark : t.bookmark}
                aria-pressed={bookmarked}
                className={bookmarked ? styles.chosen : undefined}
                onClick={() => pad.toggleBookmark(page)}
              />
              <IconButton
                icon={hidden ? "hidden" : "eye"}
                label={hidden ? t.show : t.hide}
                aria-pressed={hidden}
                className={hidden ? styles.chosen : undefined}
                onClick={() => pad.hide(!hidden)}
              />
              <IconButton icon="list" label={t.index} onClick={() => setIndex(true)} />
            </div>
          </div>
          {styling && (
            <StylePanel
              style={style}
              marker={tool === "marker"}
              onStyle={change => pad.restyle(change)}
              onClose={() => {
                setStyling(false);
                styleButton.current?.focus();
              }}
            />
          )}
        </div>
      )}
      {state.stray.length > 0 && (
        <p className={styles.strayNote} role="status">
          <span>{t.strayNow(state.stray.length)}</span>
          <Button onClick={() => setIndex(true)}>{t.look}</Button>
        </p>
      )}
      {hidden && (
        <p className={classes(styles.hiddenNote)} role="status">
          {t.hiddenNow}
        </p>
      )}
      {state.unkept && (
        <p className={styles.unkept} role="alert">
          {t.unkept}
        </p>
      )}
      {state.note && <NoteDialog key={state.note.mark?.markId ?? "new"} pad={pad} note={state.note} />}
      {index && (
        <MarkIndex
          pad={pad}
          notes={notes}
          page={page}
          onGo={to => {
            setIndex(false);
            onGo(to);
          }}
          onClose={() => setIndex(false)}
        />
      )}
    </>
  );
}
