import { lazy, Suspense, useEffect, useState } from "react";
import type { SessionView } from "../../core/schemas.ts";
import { placesIn } from "../../features/reader/index.ts";
import {
  BoothsProvider,
  LiveFrame,
  LiveProvider,
  NotesProvider,
  OpeningsProvider,
  PackProvider,
  useAgenda,
  useCommand,
  useMe,
  useOpened,
  useOpenNotes,
  usePart,
  usePending,
  useStore,
} from "../../hall/index.ts";
import { useUnsentWarning } from "../../hall/useUnsentWarning.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { DelegateHeader } from "./DelegateHeader.tsx";
import styles from "./delegate.module.css";
import { HallView } from "./HallView.tsx";
import { PlanView } from "./PlanView.tsx";
import { usePaperNews } from "./usePaperNews.tsx";
import { useWarmReader } from "./useWarmReader.ts";

const MyDesk = lazy(() => import("../../features/notes/desk/MyDesk.tsx"));

/**
 * The delegate's tablet: schedule and answers before the sitting, agenda, papers and the live panel during it. A guest reads and follows
 * the same, without anything to press.
 */
export default function Delegate({ session, as = "delegate" }: { session: string; as?: "delegate" | "guest" }) {
  return (
    <LiveProvider session={session} as={as}>
      <PackProvider session={session}>
        <OpeningsProvider session={session}>
          <NotesProvider session={session}>
            <BoothsProvider>
              <LiveFrame>{view => <DelegateSession session={view} />}</LiveFrame>
            </BoothsProvider>
          </NotesProvider>
        </OpeningsProvider>
      </PackProvider>
    </LiveProvider>
  );
}

function DelegateSession({ session }: { session: SessionView }) {
  const attendance = usePart("attendance");
  const live =
    session.openSittingId !== undefined ||
    (attendance?.sittings.some(
      one => one.rollCall !== "CLOSED" && session.sittings.find(s => s.sittingId === one.sittingId)?.state !== "ENDED",
    ) ??
      false);
  const automatic = live || session.state === "ENDED" ? "hall" : "plan";
  const [chosen, setChosen] = useState<{
    view: "hall" | "plan";
    when: string;
    item?: string;
    paper?: string;
    turn?: number;
  }>();
  const [desk, setDesk] = useState(false);
  const agenda = useAgenda();
  const openNotes = useOpenNotes();
  const places = placesIn(useStore());
  const opened = useOpened();
  // A choice holds until the session itself moves on: the tablet comes along when the roll call opens.
  const view = chosen && chosen.when === automatic ? chosen.view : automatic;
  const first = chosen?.when === automatic ? chosen : undefined;
  const open = (item?: string, paper?: string) =>
    setChosen({ view: "hall", when: automatic, ...(item ? { item } : {}), ...(paper ? { paper } : {}) });
  usePaperNews(open);
  useReceipt();
  useUnsentWarning(usePending().some(command => command.name === "voting.cast" || command.name === "voting.cast-many"));
  useWarmReader(session.sessionId);
  return (
    <div className={styles.screen}>
      <DelegateHeader
        session={session}
        view={view}
        onView={next => setChosen({ view: next, when: automatic })}
        onDesk={openNotes && (() => setDesk(true))}
      />
      {desk && openNotes && agenda && (
        <Suspense>
          <MyDesk
            open={openNotes}
            items={agenda.items}
            opened={opened}
            onClose={() => setDesk(false)}
            onGo={(item, paper, page) => {
              if (page) places.keep(paper, page);
              setDesk(false);
              setChosen({ view: "hall", when: automatic, item, paper, turn: (chosen?.turn ?? 0) + 1 });
            }}
          />
        </Suspense>
      )}
      <Announcer />
      {view === "hall" ? (
        <HallView
          key={`${first?.item}/${first?.paper}/${first?.turn ?? 0}`}
          session={session}
          firstItem={first?.item}
          firstPaper={first?.paper}
        />
      ) : (
        <PlanView session={session} onOpen={open} />
      )}
    </div>
  );
}

/** Reads out loud what must not be missed: a vote was opened. */
function Announcer() {
  const t = useText(delegate).vote;
  const open = usePart("voting")?.votes.find(vote => vote.state === "OPEN");
  return (
    <p className="visually-hidden" aria-live="assertive">
      {open && t.opened(open.title)}
    </p>
  );
}

/** The receipt goes out once, when a delegate first opens a published session. */
function useReceipt(): void {
  const me = useMe();
  const { send, state } = useCommand("attendance.acknowledge");
  const due = me?.delegate === true && !me.received && state.kind === "idle";
  useEffect(() => {
    if (due) void send({});
  }, [due, send]);
}
