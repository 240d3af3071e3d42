import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { Link, Redirect, useRoute } from "wouter";
import type { SessionView } from "../../core/schemas.ts";
import { Begun, storageHere } from "../../features/papers/begun.ts";
import { LeaveQuestion } from "../../features/papers/LeaveQuestion.tsx";
import { paperSender } from "../../features/papers/send.ts";
import { UploadBar } from "../../features/papers/UploadBar.tsx";
import { Uploads } from "../../features/papers/uploads.ts";
import { AccountMenu, LiveFrame, LiveOfflineBar, LiveProvider, useHousehold, usePart } from "../../hall/index.ts";
import { Reading } from "../../hall/reading.tsx";
import { ModeratorDoor } from "../../hall/room/RoomDesk.tsx";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";
import { AppHeader, classes, HeaderLink, Skeleton, StateChip } from "../../ui/index.ts";
import { Closing } from "./closing/Closing.tsx";
import { Journal } from "./closing/Journal.tsx";
import { Conduct } from "./conduct/Conduct.tsx";
import styles from "./Desk.module.css";
import { OpinionsButton } from "./Opinions.tsx";
import { Preparation } from "./preparation/Preparation.tsx";
import { usePreparation } from "./preparation/usePreparation.ts";
import { AgendaDesk } from "./prepare/AgendaDesk.tsx";
import { Delegates } from "./prepare/Delegates.tsx";
import { Information } from "./prepare/Information.tsx";
import { PublishButton } from "./prepare/Publish.tsx";
import { ReadinessButton } from "./Readiness.tsx";

const PointsDesk = lazy(() => import("../../hall/points/PointsDesk.tsx"));

const sections = ["info", "agenda", "preparation", "delegates", "points", "conduct", "closing", "journal"] as const;
type Section = (typeof sections)[number];

/** The secretary's desk for one session. */
export default function Secretary({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="control">
      <LiveFrame>{view => <Desk session={view} />}</LiveFrame>
    </LiveProvider>
  );
}

function Desk({ session }: { session: SessionView }) {
  const t = useText(secretary).nav;
  const words = useText(common);
  const [, params] = useRoute("/sessions/:id/secretary/:section?");
  const base = `/sessions/${session.sessionId}/secretary`;
  const section = sections.find(one => one === params?.section);
  const uploads = useUploads(session.sessionId);
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    if (section) here.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [section]);
  useEffect(() => {
    document.title = section ? `${t[section]} · ${session.title}` : session.title;
  }, [section, session.title, t]);
  if (!section) return <Redirect to={`${base}/${firstSection(session)}`} replace />;
  return (
    <div className={styles.desk}>
      <a className={styles.skip} href="#desk">
        {words.app.skip}
      </a>
      <AppHeader title={session.title} subtitle={session.bodyName} leading={<HeaderLink href="/" label={t.sessions} />}>
        <HeaderLink href={`/search?session=${session.sessionId}`} icon="search" label={words.app.search} />
        <ModeratorDoor session={session} records />
        <StateChip tone={session.state === "RUNNING" ? "live" : "header"}>
          {words.sessionState[session.state]}
        </StateChip>
        <AccountMenu detail={words.role.SECRETARY} />
      </AppHeader>
      <LiveOfflineBar />
      <div className={styles.bar}>
        <nav className={styles.nav} aria-label={t.label} ref={here}>
          {sections.map(one => (
            <Link
              key={one}
              href={`${base}/${one}`}
              className={classes(styles.link, one === section && styles.here)}
              aria-current={one === section ? "page" : undefined}
            >
              {t[one]}
              <SectionBadge section={one} session={session.sessionId} />
            </Link>
          ))}
        </nav>
        {(session.state === "PUBLISHED" || session.state === "RUNNING") && (
          <ReadinessButton session={session.sessionId} />
        )}
        {session.state !== "DRAFT" && <OpinionsButton session={session.sessionId} />}
        {session.state === "DRAFT" && <PublishButton session={session} uploads={uploads} />}
      </div>
      <main id="desk" className={styles.main} tabIndex={-1}>
        <Reading address={`/api/sessions/${session.sessionId}`}>
          {section === "info" && <Information session={session} />}
          {section === "agenda" && <AgendaDesk session={session} uploads={uploads} />}
          {section === "preparation" && <Preparation session={session} />}
          {section === "delegates" && <Delegates session={session} />}
          {section === "points" && (
            <Suspense fallback={<Skeleton lines={6} />}>
              <PointsDesk session={session} invites />
            </Suspense>
          )}
          {section === "conduct" && <Conduct session={session} />}
          {section === "closing" && <Closing session={session} />}
          {section === "journal" && <Journal session={session} />}
        </Reading>
      </main>
      <UploadBar uploads={uploads} />
      <LeaveQuestion uploads={uploads} within={base} />
    </div>
  );
}

/** Numbers that call for attention while another section is on screen. */
function SectionBadge({ section, session }: { section: Section; session: string }) {
  if (section === "preparation") return <ToPublish session={session} />;
  return section === "conduct" ? <Hands /> : null;
}

function Hands() {
  return <Badge n={usePart("floor")?.queue.length ?? 0} />;
}

function ToPublish({ session }: { session: string }) {
  const drafts = usePreparation(session).data?.drafts;
  return <Badge n={drafts?.filter(draft => draft.state === "APPROVED").length ?? 0} />;
}

function Badge({ n }: { n: number }) {
  return n > 0 ? <span className={classes("num", styles.badge)}>{n}</span> : null;
}

function firstSection(session: SessionView): Section {
  switch (session.state) {
    case "DRAFT":
      return session.sittings.length === 0 ? "info" : "agenda";
    case "PUBLISHED":
    case "RUNNING":
      return "conduct";
    case "ENDED":
      return "closing";
  }
}

/** The files on their way. */
function useUploads(session: string): Uploads {
  const { auth } = useHousehold();
  return useMemo(() => new Uploads(paperSender(session, auth), new Begun(session, storageHere())), [session, auth]);
}
