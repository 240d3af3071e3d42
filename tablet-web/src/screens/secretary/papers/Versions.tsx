import { useRef } from "react";
import { clockTime, shortDate } from "../../../core/format.ts";
import type { PaperView } from "../../../core/schemas.ts";
import { acceptedFiles } from "../../../features/papers/kind.ts";
import { useSaveFile } from "../../../hall/file.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { papers as texts } from "../../../i18n/papers.ts";
import { Button, Dialog, StateChip } from "../../../ui/index.ts";
import { useOpenPaper } from "../paper.tsx";
import { SaveOfficeFile, useOfficeFiles } from "./OfficeFiles.tsx";
import styles from "./papers.module.css";

/** All versions of a paper, the newest first; each can be read. */
export function Versions({ session, paper, onClose }: { session: string; paper: PaperView; onClose: () => void }) {
  const t = useText(texts);
  const openPaper = useOpenPaper();
  const office = useOfficeFiles(session).filter(file => file.paperId === paper.paperId);
  const present = {
    version: paper.version ?? 1,
    pages: paper.pages,
    bytes: paper.bytes,
    at: paper.replacedAt ?? paper.attachedAt,
  };
  const all = [present, ...(paper.earlier ?? []).toReversed()];
  return (
    <Dialog title={t.versionsTitle} onClose={onClose}>
      <div className={styles.form}>
        <p>
          <b>{paper.title}</b>
        </p>
        <ul className={styles.rows}>
          {all.map(one => (
            <li key={one.version} className={styles.row}>
              <span className={styles.words}>
                <span>{t.version(one.version)}</span>
                <span className={styles.meta}>
                  {t.versionAt(`${clockTime(one.at)} ${shortDate(one.at)}`, one.pages)}
                </span>
              </span>
              {one === present && <StateChip tone="good">{t.current}</StateChip>}
              <span className={styles.rowTools}>
                {office.map(
                  file =>
                    file.version === one.version && <SaveOfficeFile key={file.version} session={session} file={file} />,
                )}
                <SavePdf
                  session={session}
                  paper={paper}
                  version={one.version}
                  name={
                    one === present ? paper.fileName : `${paper.fileName.replace(/\.pdf$/i, "")} (${one.version}).pdf`
                  }
                />
                <Button
                  icon="eye"
                  onClick={() => {
                    onClose();
                    openPaper(paper, { version: one.version, bytes: one.bytes });
                  }}
                >
                  {t.readVersion(one.version)}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** Saves the PDF as it was uploaded, byte for byte: with its signature where it has one. */
function SavePdf(props: { session: string; paper: PaperView; version: number; name: string }) {
  const { session, paper, version, name } = props;
  const t = useText(texts);
  const { busy, save } = useSaveFile();
  const path = `/api/sessions/${session}/papers/${paper.paperId}/content?version=${version}&copy=original`;
  return (
    <Button icon="download" busy={busy} aria-label={t.savePdfOf(version)} onClick={() => void save(path, name)}>
      {t.savePdf}
    </Button>
  );
}

/** Takes the file of a new version. */
export function ReplacePaper({
  paper,
  onFile,
  onClose,
}: {
  paper: PaperView;
  onFile: (file: File) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const app = useText(common).app;
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      title={t.replaceTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" icon="upload" onClick={() => input.current?.click()}>
            {t.chooseFile}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          <b>{paper.title}</b>
        </p>
        <p>{t.replaceText((paper.version ?? 1) + 1)}</p>
        <input
          ref={input}
          type="file"
          accept={acceptedFiles}
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          onChange={event => {
            const file = event.target.files?.[0];
            if (!file) return;
            onFile(file);
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}
