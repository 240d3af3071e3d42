import { useId, useRef, useState } from "react";
import { byteSize } from "../../core/format.ts";
import type { ItemView, PaperView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { useProblemTitle } from "../../i18n/problems.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, classes, Icon, IconButton, Menu, Progress } from "../../ui/index.ts";
import styles from "./Papers.module.css";
import { type Upload, worthRetrying } from "./uploads.ts";

export interface PaperActions {
  open(paper: PaperView): void;
  edit(paper: PaperView): void;
  moveTo(paper: PaperView): void;
  /** To an index in the same item. */
  place(paper: PaperView, index: number): void;
  detach(paper: PaperView): void;
}

/** The papers of one item, the files on their way to it, and the place where files are dropped. */
export function PaperList({
  item,
  uploads,
  actions,
  locked,
  onFiles,
  onRetry,
  onCancel,
}: {
  item: ItemView;
  uploads: readonly Upload[];
  actions: PaperActions;
  locked: boolean;
  onFiles: (files: readonly File[]) => void;
  onRetry: (paperId: string) => void;
  onCancel: (paperId: string) => void;
}) {
  const t = useText(secretary).papers;
  const heading = useId();
  const attached = new Set(item.papers.map(paper => paper.paperId));
  const coming = uploads.filter(upload => upload.itemId === item.itemId && !attached.has(upload.paperId));
  return (
    <section className={styles.papers} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t.title} <span className="num">({item.papers.length})</span>
      </h3>
      {item.papers.length === 0 && coming.length === 0 && <p className={styles.none}>{t.emptyText}</p>}
      <ul className={styles.list}>
        {item.papers.map((paper, at) => (
          <PaperRow
            key={paper.paperId}
            paper={paper}
            at={at}
            last={item.papers.length - 1}
            actions={actions}
            locked={locked}
          />
        ))}
        {coming.map(upload => (
          <UploadRow key={upload.paperId} upload={upload} onRetry={onRetry} onCancel={onCancel} />
        ))}
      </ul>
      {!locked && <DropPlace onFiles={onFiles} />}
    </section>
  );
}

function PaperRow({
  paper,
  at,
  last,
  actions,
  locked,
}: {
  paper: PaperView;
  at: number;
  last: number;
  actions: PaperActions;
  locked: boolean;
}) {
  const t = useText(secretary).papers;
  const words = useText(common);
  const lang = useLang();
  return (
    <li className={styles.paper}>
      <Icon name="paper" size={24} className={styles.picture} />
      <div className={styles.words}>
        <button type="button" className={styles.open} title={t.open} onClick={() => actions.open(paper)}>
          {paper.title}
        </button>
        <p className={styles.facts}>
          <b>{words.paperKind[paper.kind]}</b>
          {paper.number && <span>{paper.number}</span>}
          <span className="num">{words.pages(paper.pages)}</span>
          <span className="num">{byteSize(paper.bytes, lang)}</span>
        </p>
      </div>
      {!locked && (
        <Menu
          label={t.more(paper.title)}
          entries={[
            { id: "edit", label: t.edit, icon: "edit", onSelect: () => actions.edit(paper) },
            { id: "up", label: t.up, icon: "up", disabled: at === 0, onSelect: () => actions.place(paper, at - 1) },
            {
              id: "down",
              label: t.down,
              icon: "down",
              disabled: at === last,
              onSelect: () => actions.place(paper, at + 1),
            },
            { id: "move", label: t.move, icon: "move", onSelect: () => actions.moveTo(paper) },
            { id: "detach", label: t.detach, icon: "trash", danger: true, onSelect: () => actions.detach(paper) },
          ]}
        />
      )}
    </li>
  );
}

function UploadRow({
  upload,
  onRetry,
  onCancel,
}: {
  upload: Upload;
  onRetry: (paperId: string) => void;
  onCancel: (paperId: string) => void;
}) {
  const t = useText(secretary).papers;
  const words = useText(common);
  const problem = useProblemTitle();
  const lang = useLang();
  const { state, file, paperId } = upload;
  const size = byteSize(file.size, lang);
  const failed = state.kind === "failed";
  return (
    <li className={classes(styles.paper, failed && styles.failed)}>
      <Icon name={failed ? "warning" : "upload"} size={24} className={styles.picture} />
      <div className={styles.words}>
        <span className={styles.name}>{failed ? file.name : upload.title}</span>
        <p className={styles.facts}>
          <b>{words.paperKind[upload.paperKind]}</b>
          {upload.number && <span>{upload.number}</span>}
          {state.kind === "waiting" && <span>{t.waiting}</span>}
          <span className="num">{size}</span>
        </p>
        {state.kind === "sending" && (
          <Progress
            label={t.uploading}
            value={state.sentBytes}
            max={file.size}
            text={t.sending(byteSize(state.sentBytes, lang), size)}
          />
        )}
        {state.kind === "checking" && <p role="status">{t.checking}</p>}
        {state.kind === "done" && <p role="status">{t.done}</p>}
        {failed && (
          <p className={styles.problem} role="alert">
            {problem(state.problem)}
          </p>
        )}
      </div>
      {failed && worthRetrying(state.problem) && (
        <Button icon="refresh" onClick={() => onRetry(paperId)}>
          {words.app.retry}
        </Button>
      )}
      {state.kind !== "done" && (
        <IconButton
          icon="close"
          label={failed ? t.dismiss(file.name) : t.cancel(file.name)}
          onClick={() => onCancel(paperId)}
        />
      )}
    </li>
  );
}

function DropPlace({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useText(secretary).papers;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={classes(styles.drop, over && styles.over)}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept="application/pdf,.pdf"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={event => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <span className={styles.dropWords}>
        <Icon name="upload" size={26} />
        {over ? t.dropNow : t.drop}
      </span>
      <Button onClick={() => input.current?.click()}>{t.choose}</Button>
      <p className={styles.hint}>{t.hint}</p>
    </div>
  );
}
