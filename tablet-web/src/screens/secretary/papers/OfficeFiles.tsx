import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { byteSize, clockTime, shortDate } from "../../../core/format.ts";
import { asProblem, clientProblem, isProblem, ProblemError } from "../../../core/problem.ts";
import type { OfficeFile } from "../../../core/schemas.ts";
import type { Upload, Uploads } from "../../../features/papers/uploads.ts";
import { useSaveFile } from "../../../hall/file.ts";
import { useApi, useHousehold } from "../../../hall/index.ts";
import { useLang, useText } from "../../../i18n/language.ts";
import { office } from "../../../i18n/office.ts";
import { useProblemTitle } from "../../../i18n/problems.ts";
import { Button, ConfirmDialog, Progress, useToast } from "../../../ui/index.ts";
import styles from "./papers.module.css";

const everyMs = 15_000;
const none: readonly OfficeFile[] = [];
const keyOf = (session: string) => ["office-files", session];

/** The office files that papers of the session were made of, or were to be. */
export function useOfficeFiles(session: string): readonly OfficeFile[] {
  const api = useApi();
  const found = useQuery({
    queryKey: keyOf(session),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/office-files", { params: { path: { sessionId: session } }, signal })),
    refetchInterval: everyMs,
  });
  return found.data?.files ?? none;
}

/** Those of an item that became no paper, by paper; not while they are on their way. */
export function useKeptOf(
  session: string,
  itemId: string,
  uploads: readonly Upload[],
): ReadonlyMap<string, OfficeFile> {
  const files = useOfficeFiles(session);
  const client = useQueryClient();
  const over = uploads.filter(({ state }) => state.kind === "failed" || state.kind === "done").length;
  useEffect(() => {
    if (over > 0) void client.invalidateQueries({ queryKey: keyOf(session) });
  }, [client, session, over]);
  const coming = new Set(uploads.filter(({ state }) => state.kind !== "failed").map(upload => upload.paperId));
  const kept = files.filter(file => !file.attached && file.itemId === itemId && !coming.has(file.paperId));
  return new Map(kept.map(file => [file.paperId, file]));
}

/** Saves the original byte for byte. */
export function SaveOfficeFile({ session, file }: { session: string; file: OfficeFile }) {
  const t = useText(office);
  const { busy, save } = useSaveFile();
  return (
    <Button
      icon="download"
      busy={busy}
      aria-label={t.originalOf(file.fileName)}
      onClick={() => void save(pathOf(session, file), file.fileName)}
    >
      {t.original}
    </Button>
  );
}

/** Office files of an item that could not be made papers: try again, put a PDF in their place, or forget them. */
export function KeptOfficeFiles({
  session,
  files,
  uploads,
  locked,
}: {
  session: string;
  files: readonly OfficeFile[];
  uploads: Uploads;
  locked: boolean;
}) {
  const t = useText(office);
  if (files.length === 0) return null;
  return (
    <section className={styles.recalled} aria-label={t.keptTitle}>
      <h3>{t.keptTitle}</h3>
      <p className={styles.meta}>{t.keptText}</p>
      <ul>
        {files.map(file => (
          <Kept key={file.paperId} session={session} file={file} uploads={uploads} locked={locked} />
        ))}
      </ul>
    </section>
  );
}

function Kept({
  session,
  file,
  uploads,
  locked,
}: {
  session: string;
  file: OfficeFile;
  uploads: Uploads;
  locked: boolean;
}) {
  const t = useText(office);
  const lang = useLang();
  const { again, drop } = useKept(session, file);
  const [dropping, setDropping] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { fileName, bytes, at } = file;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span>{fileName}</span>
        <span className={styles.meta}>{t.facts(byteSize(bytes, lang), `${clockTime(at)} ${shortDate(at)}`)}</span>
        {again.isPending ? (
          <Progress label={t.becoming} />
        ) : (
          <span className={styles.error}>{t.why[file.problem ?? ""] ?? t.interrupted}</span>
        )}
      </span>
      <SaveOfficeFile session={session} file={file} />
      {!locked && (
        <>
          <Button icon="refresh" busy={again.isPending} onClick={() => again.mutate()}>
            {t.again}
          </Button>
          <Button icon="upload" onClick={() => input.current?.click()}>
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
              if (chosen) uploads.instead(file, chosen);
            }}
          />
        </>
      )}
      {dropping && (
        <ConfirmDialog
          title={t.dropTitle}
          action={t.drop}
          busy={drop.isPending}
          onClose={() => setDropping(false)}
          onConfirm={() => drop.mutate(undefined, { onSettled: () => setDropping(false) })}
        >
          <p>{t.dropText(fileName)}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** What can be done with it; the list is looked at again afterwards. */
function useKept(session: string, file: OfficeFile) {
  const t = useText(office);
  const { fetch } = useHousehold();
  const client = useQueryClient();
  const say = useToast();
  const title = useProblemTitle();
  const onSettled = () => client.invalidateQueries({ queryKey: keyOf(session) });
  const onError = (error: unknown) => say(title(asProblem(error)), "bad");
  const asked = async (method: string, path: string) => {
    const headers = { "content-type": "application/octet-stream" };
    const answer = await fetch(new Request(new URL(path, location.origin), { method, headers }));
    if (answer.ok) return;
    const body: unknown = await answer.json().catch(() => undefined);
    throw new ProblemError(isProblem(body) ? body : clientProblem("client:unreadable", answer.status));
  };
  const again = useMutation({
    mutationFn: () => asked("PUT", againPath(session, file)),
    onSuccess: () => say(t.became, "good"),
    onError,
    onSettled,
  });
  const drop = useMutation({ mutationFn: () => asked("DELETE", pathOf(session, file)), onError, onSettled });
  return { again, drop };
}

function pathOf(session: string, { paperId, version }: OfficeFile): string {
  return `/api/sessions/${encodeURIComponent(session)}/office-files/${encodeURIComponent(paperId)}/${version}`;
}

function againPath(session: string, { paperId, itemId, version, fileName, facts, reach }: OfficeFile): string {
  const paper = `/api/sessions/${encodeURIComponent(session)}/papers/${encodeURIComponent(paperId)}`;
  if (version > 1 || !facts) return `${paper}/versions/${version}?${new URLSearchParams({ fileName, kept: "true" })}`;
  const { title, kind, number, issuer, summary } = facts;
  const query = new URLSearchParams({ itemId, title, kind, fileName, kept: "true" });
  for (const [name, value] of Object.entries({ number, issuer, summary })) if (value) query.set(name, value);
  if (reach) query.set("reach", JSON.stringify(reach));
  return `${paper}?${query}`;
}
