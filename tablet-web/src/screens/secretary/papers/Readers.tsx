import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { clockTime, shortDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { PaperReaders, PaperView } from "../../../core/schemas.ts";
import { useApi } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { papers as texts } from "../../../i18n/papers.ts";
import { Check, Dialog, ErrorState, Skeleton, StateChip } from "../../../ui/index.ts";
import styles from "./papers.module.css";

type Reader = PaperReaders["readers"][number];

/** Who has opened a paper, and in which version. */
export function Readers({ session, paper, onClose }: { session: string; paper: PaperView; onClose: () => void }) {
  const t = useText(texts);
  const api = useApi();
  const path = { sessionId: session, paperId: paper.paperId };
  const found = useQuery({
    queryKey: ["openings", session, paper.paperId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/papers/{paperId}/openings", { params: { path }, signal })),
    refetchInterval: 10_000,
  });
  return (
    <Dialog title={t.readersTitle} onClose={onClose}>
      <div className={styles.form}>
        <p>
          <b>{paper.title}</b>
        </p>
        {found.isPending && <Skeleton lines={6} />}
        {found.isError && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data && <List readers={found.data.readers} version={paper.version ?? 1} />}
      </div>
    </Dialog>
  );
}

function List({ readers, version }: { readers: readonly Reader[]; version: number }) {
  const t = useText(texts);
  const [missing, setMissing] = useState(false);
  const done = readers.filter(reader => reader.version >= version);
  const shown = missing ? readers.filter(reader => reader.version < version) : readers;
  if (readers.length === 0) return <p>{t.noReaders}</p>;
  return (
    <>
      <p className="num">{t.readersOf(done.length, readers.length, version)}</p>
      <Check label={t.onlyMissing} checked={missing} onChange={event => setMissing(event.target.checked)} />
      {shown.length === 0 && <p>{t.allOpened}</p>}
      <ul className={styles.rows}>
        {shown.map(reader => (
          <li key={reader.personId} className={styles.row}>
            <span className={styles.words}>
              <span>{reader.name}</span>
              <span className={styles.meta}>{reader.group}</span>
            </span>
            <Standing reader={reader} version={version} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Standing({ reader, version }: { reader: Reader; version: number }) {
  const t = useText(texts);
  if (reader.version === 0) return <StateChip>{t.notOpened}</StateChip>;
  if (reader.version < version) return <StateChip tone="warn">{t.openedOld(reader.version)}</StateChip>;
  return (
    <StateChip tone="good" icon="check">
      {reader.openedAt === undefined
        ? t.openedAt(when(reader.at))
        : t.openedLate(when(reader.openedAt), when(reader.at))}
    </StateChip>
  );
}

function when(ms: number): string {
  return `${clockTime(ms)} ${shortDate(ms)}`;
}
