import { useRef, useState } from "react";
import { unwrap } from "../../core/api.ts";
import { byteSize, dayAndTime } from "../../core/format.ts";
import type { DraftOffice } from "../../core/schemas.ts";
import type { Uploads } from "../../features/papers/uploads.ts";
import { draftOfficePath, useDraftWork } from "../../hall/drafts.ts";
import { useSaveFile } from "../../hall/file.ts";
import { useApi } from "../../hall/index.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { office } from "../../i18n/office.ts";
import { Button, ConfirmDialog } from "../../ui/index.ts";
import styles from "./prepare.module.css";

/** Office files of the unit that became no PDF: save them, put a PDF in their place, or forget them. */
export function KeptOffices({
  files,
  uploads,
  preparer,
}: {
  files: readonly DraftOffice[];
  uploads: Uploads;
  preparer: boolean;
}) {
  const t = useText(office);
  if (files.length === 0) return null;
  return (
    <section className={styles.kept} aria-label={t.keptTitle}>
      <h4>{t.keptTitle}</h4>
      <ul>
        {files.map(file => (
          <Kept key={file.draftId} file={file} uploads={uploads} preparer={preparer} />
        ))}
      </ul>
    </section>
  );
}

function Kept({ file, uploads, preparer }: { file: DraftOffice; uploads: Uploads; preparer: boolean }) {
  const t = useText(office);
  const lang = useLang();
  const api = useApi();
  const { run, busy } = useDraftWork();
  const { busy: saving, save } = useSaveFile();
  const [dropping, setDropping] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { sessionId, draftId, sha256, fileName, bytes, at } = file;
  const path = { sessionId, draftId, sha256 };
  const forget = () =>
    unwrap(api.DELETE("/api/sessions/{sessionId}/drafts/{draftId}/office-files/{sha256}", { params: { path } }));
  return (
    <li>
      <span className={styles.keptWords}>
        <b>{fileName}</b>
        <span className={styles.meta}>{t.facts(byteSize(bytes, lang), dayAndTime(at))}</span>
        <span className={styles.why}>{t.why[file.problem ?? ""] ?? t.interrupted}</span>
      </span>
      <span className={styles.keptActions}>
        <Button
          icon="download"
          busy={saving}
          aria-label={t.originalOf(fileName)}
          onClick={() => void save(draftOfficePath(file, sha256), fileName)}
        >
          {t.original}
        </Button>
        {preparer && (
          <>
            <Button icon="upload" tone="primary" onClick={() => input.current?.click()}>
              {t.instead}
            </Button>
            <Button icon="trash" onClick={() => setDropping(true)}>
              {t.drop}
            </Button>
            <input
              ref={input}
              type="file"
              accept="application/pdf,.pdf"
              className="visually-hidden"
              tabIndex={-1}
              aria-hidden="true"
              onChange={event => {
                const chosen = event.target.files?.[0];
                event.target.value = "";
                if (chosen) uploads.instead(asKept(file), chosen);
              }}
            />
          </>
        )}
      </span>
      {dropping && (
        <ConfirmDialog
          title={t.dropTitle}
          action={t.drop}
          busy={busy !== undefined}
          onClose={() => setDropping(false)}
          onConfirm={() => void run("drop", forget, t.dropped).then(done => done && setDropping(false))}
        >
          <p>{t.dropText(fileName)}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** As the uploads count: the file that comes is one revision more. */
function asKept({ draftId, itemId, fileName, facts, revision }: DraftOffice) {
  return { paperId: draftId, itemId, fileName, facts, version: (revision ?? 0) + 1 };
}
