import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import type { RecordingView, Role } from "../../core/schemas.ts";
import { AccountMenu, useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { recording } from "../../i18n/recording.ts";
import { AppHeader, EmptyState, ErrorState, HeaderLink, Skeleton } from "../../ui/index.ts";
import { Films } from "./Films.tsx";
import { Manage } from "./Manage.tsx";
import { Player } from "./Player.tsx";
import styles from "./recordings.module.css";

/** What is being recorded or put away becomes something to watch by itself. */
const soonMs = 4_000;

/** The recordings of a session's online room, and the one that is watched. */
export default function Recordings({ session, one }: { session: string; one: string | undefined }) {
  const t = useText(recording);
  const api = useApi();
  const path = { sessionId: session };
  const summary = useQuery({
    queryKey: ["session", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}", { params: { path }, signal })),
  });
  const films = useQuery({
    queryKey: ["recordings", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}/recordings", { params: { path }, signal })),
    refetchInterval: query => (query.state.data?.some(film => film.state === "RECORDING") ? soonMs : false),
  });
  useEffect(() => {
    document.title = summary.data ? `${t.list} · ${summary.data.title}` : t.list;
  }, [t, summary.data]);
  const failed = summary.error ?? films.error;
  const retry = () => {
    void summary.refetch();
    void films.refetch();
  };
  return (
    <div className={styles.page}>
      <AppHeader
        title={t.list}
        subtitle={summary.data?.title}
        leading={<HeaderLink href={one ? `/sessions/${session}/recordings` : `/sessions/${session}`} label={t.back} />}
      >
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {failed && <ErrorState problem={asProblem(failed)} onRetry={retry} />}
        {!failed && !(summary.data && films.data) && <Skeleton lines={5} />}
        {!failed && summary.data && films.data && (
          <Shelf session={session} one={one} films={films.data} roles={summary.data.roles} />
        )}
      </main>
    </div>
  );
}

function Shelf({
  session,
  one,
  films,
  roles,
}: {
  session: string;
  one: string | undefined;
  films: readonly RecordingView[];
  roles: readonly Role[];
}) {
  const t = useText(recording);
  const secretary = roles.includes("SECRETARY");
  const onlyGuest = !roles.some(role => role !== "GUEST");
  const place = films.findIndex(film => film.recordingId === one);
  const film = films[place];
  if (films.length === 0) {
    return (
      <EmptyState icon="camera" title={t.emptyTitle}>
        {onlyGuest ? t.emptyGuest : t.emptyText}
      </EmptyState>
    );
  }
  if (film?.state !== "READY") return <Films session={session} films={films} secretary={secretary} />;
  return (
    <>
      <Player key={film.recordingId} session={session} film={film} name={t.name(place + 1)} />
      {secretary && <Manage key={`${film.recordingId} desk`} session={session} film={film} />}
    </>
  );
}
