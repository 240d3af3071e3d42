import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Redirect, Route, Switch, useSearchParams } from "wouter";
import { clientProblem } from "../core/problem.ts";
import type { Me } from "../core/schemas.ts";
import {
  useAuthState,
  useHousehold,
  useNotesDelivery,
  useOpeningsDelivery,
  useOpinionDelivery,
  usePostman,
  useSignedIn,
} from "../hall/index.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { isScreenOnly } from "../screens/big-screen/choose.ts";
import { Button, EmptyState, ErrorState, Loading } from "../ui/index.ts";
import styles from "./App.module.css";
import { CrashGuard } from "./CrashGuard.tsx";

const SignIn = lazy(() => import("../screens/sign-in/SignIn.tsx").then(m => ({ default: m.SignIn })));
const CheckInLink = lazy(() => import("../screens/check-in/CheckInLink.tsx").then(m => ({ default: m.CheckInLink })));
const SessionDoor = lazy(() => import("../screens/sessions/SessionDoor.tsx").then(m => ({ default: m.SessionDoor })));
const SessionList = lazy(() => import("../screens/sessions/SessionList.tsx").then(m => ({ default: m.SessionList })));
const PinEntry = lazy(() => import("../screens/sign-in/PinEntry.tsx").then(m => ({ default: m.PinEntry })));
const UpdateBar = lazy(() => import("./UpdateBar.tsx"));
const Delegate = lazy(() => import("../screens/delegate/index.tsx"));
const Secretary = lazy(() => import("../screens/secretary/index.tsx"));
const NewSession = lazy(() => import("../screens/secretary/NewSession.tsx"));
const Chair = lazy(() => import("../screens/chair/index.tsx"));
const Room = lazy(() => import("../screens/room/index.tsx"));
const Watch = lazy(() => import("../screens/room/watch/index.tsx"));
const PrepareLink = lazy(() => import("../screens/prepare/PrepareLink.tsx"));
const Prepare = lazy(() => import("../screens/prepare/index.tsx"));
const Pair = lazy(() => import("../screens/pair/index.tsx"));
const OwnPoints = lazy(() => import("../screens/points/index.tsx"));
const InvitedOnly = lazy(() => import("../screens/points/InvitedOnly.tsx"));
const PointsLink = lazy(() => import("../screens/points/PointsLink.tsx"));
const Trial = lazy(() => import("../screens/room/trial/index.tsx"));
const PointsBoard = lazy(() => import("../screens/points/Board.tsx"));
const PointReport = lazy(() => import("../screens/points/Report.tsx"));
const SessionAbove = lazy(() => import("../screens/points/above/index.tsx"));
const Search = lazy(() => import("../screens/search/index.tsx"));
const AdminLink = lazy(() => import("../screens/admin/AdminLink.tsx"));
const Admin = lazy(() => import("../screens/admin/index.tsx"));
const Recordings = lazy(() => import("../screens/recordings/index.tsx"));
const BigScreen = lazy(() => import("../screens/big-screen/index.tsx"));

const retryMs = 5_000;

/** Who is let in, and which screen an address shows. */
export function App() {
  return (
    <CrashGuard>
      <Suspense fallback={<Whole />}>
        <Gate />
      </Suspense>
    </CrashGuard>
  );
}

function Gate() {
  const state = useAuthState();
  usePostman();
  const { auth, tablet } = useHousehold();
  const queries = useQueryClient();
  const person = state.kind === "in" || state.kind === "offline" ? state.me.personId : undefined;
  useEffect(() => {
    // Nothing that one person has loaded may be shown to the next.
    if (person === undefined) queries.clear();
  }, [person, queries]);
  const away = state.kind === "unreachable" || state.kind === "offline";
  useEffect(() => {
    // After a power cut a screen may be up before its server; nobody stands there to press the button.
    if (!away) return;
    const retry = () => void auth.refresh().catch(() => undefined);
    const timer = setInterval(retry, retryMs);
    addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      removeEventListener("online", retry);
    };
  }, [away, auth]);
  switch (state.kind) {
    case "starting":
      return <Whole />;
    case "unreachable":
      return tablet.kept() ? (
        <PinEntry onRetry={() => void auth.start()} />
      ) : (
        <main className={styles.whole}>
          <ErrorState problem={clientProblem("client:network")} onRetry={() => void auth.start()} />
        </main>
      );
    case "out":
      return <SignIn expired={state.expired} />;
    case "in":
    case "offline":
      return <Screens />;
  }
}

function Screens() {
  useNotesDelivery();
  useOpinionDelivery();
  useOpeningsDelivery();
  return (
    <Switch>
      <Route path="/">
        <Suspense>
          <UpdateBar />
        </Suspense>
        <Home />
      </Route>
      <Route path="/check-in">
        <CheckInLink />
      </Route>
      <Route path="/pair">
        <Pair />
      </Route>
      <Route path="/prepare">
        <Prepare />
      </Route>
      <Route path="/points">
        <OwnPoints />
      </Route>
      <Route path="/joined/:id">{params => <SessionAbove session={params.id} />}</Route>
      <Route path="/search">
        <Search />
      </Route>
      <Route path="/admin/*?">
        <Admin />
      </Route>
      <Route path="/sessions/:id">{params => <SessionDoor session={params.id} />}</Route>
      <Route path="/sessions/:id/delegate">{params => <Delegate session={params.id} />}</Route>
      <Route path="/sessions/:id/guest">{params => <Delegate session={params.id} as="guest" />}</Route>
      <Route path="/sessions/:id/secretary/*?">{params => <Secretary session={params.id} />}</Route>
      <Route path="/sessions/:id/chair">{params => <Chair session={params.id} />}</Route>
      <Route path="/sessions/:id/points">{params => <PointsBoard session={params.id} />}</Route>
      <Route path="/sessions/:id/points/report">{params => <PointReport session={params.id} />}</Route>
      <Route path="/sessions/:id/trial">{params => <Trial session={params.id} />}</Route>
      <Route path="/sessions/:id/room">{params => <RoomDoorway session={params.id} />}</Route>
      <Route path="/sessions/:id/watch">{params => <Watch session={params.id} />}</Route>
      <Route path="/sessions/:id/recordings/:one?">
        {params => <Recordings session={params.id} one={params.one} />}
      </Route>
      <Route path="/screen">
        <BigScreen />
      </Route>
      <Route path="/sessions/:id/screen">{params => <BigScreen session={params.id} />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** `?kiosk=1`: this computer belongs to a meeting room. */
function RoomDoorway({ session }: { session: string }) {
  const [search] = useSearchParams();
  return <Room session={session} kiosk={search.get("kiosk") === "1"} />;
}

/** Loads what only secretaries, preparers and administrators need when there is one. */
function Actions() {
  const me = useSignedIn();
  return (
    <Suspense>
      {me && prepares(me) && <PrepareLink />}
      {me && <PointsLink />}
      {me?.bodies.some(body => body.roles.includes("SECRETARY")) && <NewSession />}
      {me && administers(me) && <AdminLink />}
    </Suspense>
  );
}

function administers({ systemAdmin, units }: Me): boolean {
  return systemAdmin || !!units?.some(({ roles }) => roles.includes("UNIT_ADMIN"));
}

function prepares({ units }: Me): boolean {
  return !!units?.some(({ roles }) => roles.includes("PREPARER") || roles.includes("APPROVER"));
}

/** The list of sessions; a screen's account has nothing to choose, and who only prepares papers has sessions by invitation only. */
function Home() {
  const me = useSignedIn();
  if (me && isScreenOnly(me)) return <Redirect to="/screen" replace />;
  if (me?.bodies.length === 0 && prepares(me)) {
    return (
      <Suspense fallback={<Whole />}>
        <InvitedOnly otherwise="/prepare">
          <SessionList actions={<Actions />} />
        </InvitedOnly>
      </Suspense>
    );
  }
  return <SessionList actions={<Actions />} />;
}

function Whole() {
  return (
    <main className={styles.whole}>
      <Loading />
    </main>
  );
}

function NotFound() {
  const t = useText(common);
  return (
    <main className={styles.whole}>
      <EmptyState icon="search" title={t.app.notFoundTitle}>
        <p>{t.app.notFoundText}</p>
        <p className={styles.action}>
          <Button tone="primary" onClick={() => location.assign("/")}>
            {t.app.toSessions}
          </Button>
        </p>
      </EmptyState>
    </main>
  );
}
