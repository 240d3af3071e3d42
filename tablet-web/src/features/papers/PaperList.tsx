import { useEffect, useId, useRef, useState } from "react";
import { byteSize } from "../../core/format.ts";
import type { ItemView, PaperView, Reach } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { office } from "../../i18n/office.ts";
import { papers } from "../../i18n/papers.ts";
import { useProblemTitle } from "../../i18n/problems.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, classes, Icon, IconButton, Menu, Progress, StateChip } from "../../ui/index.ts";
import { filesIn } from "./folder.ts";
import { acceptedFiles, isPaperFile } from "./kind.ts";
import styles from "./Papers.module.css";
import { type Upload, type UploadStage, worthRetrying } from "./uploads.ts";

export interface PaperActions {
  open(paper: PaperView): void;
  edit(paper: PaperView): void;
  moveTo(paper: PaperView): void;
  /** To an index in the same item. */
  place(paper: PaperView, index: number): void;
  /** Before the session is published. */
  detach(paper: PaperView): void;
  /** Afterwards. */
  recall(paper: PaperView): void;
  replace(paper: PaperView): void;
  versions(paper: PaperView): void;
  reach(paper: PaperView): void;
  readers(paper: PaperView): void;
}

/** How many of those for whom a paper is have opened it. */
export type Openings = ReadonlyMap<string, { opened: number; readers: number }>;

/** The papers of one item, the files on their way to it, and the place where files are dropped. */
export function PaperList({
  item,
  uploads,
  actions,
  locked,
  published,
  openings,
  reachWords,
  onFiles,
  onRetry,
  onCancel,
}: {
  item: ItemView;
  uploads: readonly Upload[];
  actions: PaperActions;
  locked: boolean;
  published: boolean;
  openings: Openings;
  /** For whom a paper is, in words. */
  reachWords: (reach: Reach | undefined) => string;
  onFiles: (files: readonly File[]) => void;
  onRetry: (paperId: string) => void;
  onCancel: (paperId: string) => void;
}) {
  const t = useText(secretary).papers;
  const heading = useId();
  const attached = new Set(item.papers.map(paper => paper.paperId));
  const coming = uploads.filter(
    ({ itemId, paperId, version, state }) =>
      itemId === item.itemId && (version === undefined ? !attached.has(paperId) : state.kind !== "done"),
  );
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
            published={published}
            openings={openings}
            reachWords={reachWords}
          />
        ))}
        {coming.map(upload => (
          <UploadRow
            key={`${upload.paperId}/${upload.version}`}
            upload={upload}
            onRetry={onRetry}
            onCancel={onCancel}
          />
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
  published,
  openings,
  reachWords,
}: {
  paper: PaperView;
  at: number;
  last: number;
  actions: PaperActions;
  locked: boolean;
  published: boolean;
  openings: Openings;
  reachWords: (reach: Reach | undefined) => string;
}) {
  const t = useText(secretary).papers;
  const life = useText(papers);
  const words = useText(common);
  const lang = useLang();
  const count = openings.get(paper.paperId);
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
          {paper.issuer && <span>{paper.issuer}</span>}
          {count && (
            <button
              type="button"
              className={classes("num", styles.count)}
              aria-label={`${life.opened(count.opened, count.readers)}. ${life.openedLabel(paper.title)}`}
              onClick={() => actions.readers(paper)}
            >
              {life.opened(count.opened, count.readers)}
            </button>
          )}
        </p>
        {paper.summary && <p className={styles.summary}>{paper.summary}</p>}
        <p className={styles.chips}>
          {paper.version !== undefined && <StateChip icon="refresh">{life.version(paper.version)}</StateChip>}
          {paper.late && <StateChip tone="live">{life.late}</StateChip>}
          {paper.reach && (
            <StateChip tone="info" icon="lock">
              {reachWords(paper.reach)}
            </StateChip>
          )}
          {paper.closed && (
            <StateChip tone="warn" icon="clock">
              {life.closedNow}
            </StateChip>
          )}
        </p>
      </div>
      {locked ? (
        <IconButton icon="copy" label={`${life.versions}: ${paper.title}`} onClick={() => actions.versions(paper)} />
      ) : (
        <Menu
          label={t.more(paper.title)}
          entries={[
            { id: "edit", label: t.edit, icon: "edit", onSelect: () => actions.edit(paper) },
            { id: "reach", label: life.reach, icon: "users", onSelect: () => actions.reach(paper) },
            { id: "replace", label: life.replace, icon: "upload", onSelect: () => actions.replace(paper) },
            { id: "versions", label: life.versions, icon: "copy", onSelect: () => actions.versions(paper) },
            { id: "up", label: t.up, icon: "up", disabled: at === 0, onSelect: () => actions.place(paper, at - 1) },
            {
              id: "down",
              label: t.down,
              icon: "down",
              disabled: at === last,
              onSelect: () => actions.place(paper, at + 1),
            },
            { id: "move", label: t.move, icon: "move", onSelect: () => actions.moveTo(paper) },
            published
              ? { id: "recall", label: life.recall, icon: "stop", danger: true, onSelect: () => actions.recall(paper) }
              : { id: "detach", label: t.detach, icon: "trash", danger: true, onSelect: () => actions.detach(paper) },
          ]}
        />
      )}
    </li>
  );
}

/** One file on its way. */
export function UploadRow({
  upload,
  onRetry,
  onCancel,
}: {
  upload: Upload;
  onRetry: (paperId: string) => void;
  onCancel: (paperId: string) => void;
}) {
  const t = useText(secretary).papers;
  const life = useText(papers);
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
          {upload.version !== undefined && <span>{life.version(upload.version)}</span>}
          {state.kind === "waiting" && <span>{t.waiting}</span>}
          <span className="num">{size}</span>
        </p>
        {state.kind === "sending" && (
          <Progress
            label={t.uploading}
            value={state.sentBytes}
            max={file.size}
            text={
              state.waiting
                ? life.lineBroke(byteSize(state.sentBytes, lang))
                : t.sending(byteSize(state.sentBytes, lang), size)
            }
          />
        )}
        {state.kind === "checking" && <Working stage={state.stage} />}
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

/** What the server does with the file; a file of an office takes its time. */
function Working({ stage }: { stage: UploadStage | undefined }) {
  const t = useText(secretary).papers;
  const words = useText(office);
  return stage === undefined || stage === "CHECKING" ? (
    <p role="status">{t.checking}</p>
  ) : (
    <Progress label={words.stage[stage]} />
  );
}

/** Where files and folders are dropped or chosen. */
export function DropPlace({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useText(secretary).papers;
  const life = useText(papers);
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useNothingOpensHere();
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
        void filesIn(event.dataTransfer).then(files => files.length > 0 && onFiles(files));
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept={acceptedFiles}
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
      <input
        ref={folder}
        type="file"
        {...{ webkitdirectory: "" }}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={event => {
          const files = [...(event.target.files ?? [])].filter(file => isPaperFile(file.name));
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button onClick={() => input.current?.click()}>{t.choose}</Button>
      <Button onClick={() => folder.current?.click()}>{life.chooseFolder}</Button>
      <p className={styles.hint}>{t.hint}</p>
    </div>
  );
}

/** A file that is dropped beside the place for it: the browser would leave the page and show the file. */
function useNothingOpensHere(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
