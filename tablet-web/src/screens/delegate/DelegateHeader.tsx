import { lazy, Suspense } from "react";
import { clockTime, localDate } from "../../core/format.ts";
import type { SessionView, SittingView } from "../../core/schemas.ts";
import { AccountMenu, LiveOfflineBar, useLiveState, useMe, useSessionClock } from "../../hall/index.ts";
import { RoomDoor } from "../../hall/room/RoomDoor.tsx";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader, HeaderLink, IconButton, StateChip, useTick } from "../../ui/index.ts";
import styles from "./delegate.module.css";

const PackMeter = lazy(() => import("../../hall/PackMeter.tsx"));

/** Session, network, time, seat; the offline band hangs below. */
export function DelegateHeader({
  session,
  view,
  onView,
  onDesk,
}: {
  session: SessionView;
  view: "hall" | "plan";
  onView: (view: "hall" | "plan") => void;
  /** Opens what the person keeps of the session; absent where nothing can be kept. */
  onDesk: (() => void) | undefined;
}) {
  const t = useText(delegate).nav;
  const words = useText(common);
  const me = useMe();
  const now = useTick(useSessionClock());
  const online = useLiveState().kind === "live";
  const sitting = session.sittings.find(one => one.sittingId === session.openSittingId);
  return (
    <>
      <AppHeader
        leading={<HeaderLink href="/" label={t.sessions} />}
        title={session.title}
        subtitle={sitting ? `${titleWithDate(sitting)} · ${session.bodyName}` : session.bodyName}
      >
        <RoomDoor session={session} />
        <Suspense>
          <PackMeter />
        </Suspense>
        <span className={styles.network}>
          <StateChip tone="header" icon={online ? "online" : "offline"}>
            {online ? words.network.live : words.network.offline}
          </StateChip>
        </span>
        <time className={`num ${styles.clock}`}>{clockTime(now)}</time>
        <HeaderLink href={`/search?session=${session.sessionId}`} icon="search" label={words.app.search} />
        {onDesk && <IconButton tone="header" icon="note" label={t.desk} onClick={onDesk} />}
        {view === "hall" ? (
          <IconButton tone="header" icon="calendar" label={t.plan} onClick={() => onView("plan")} />
        ) : (
          <IconButton tone="header" icon="paper" label={t.hall} onClick={() => onView("hall")} />
        )}
        <AccountMenu detail={[me?.group, me?.seat && words.seat(me.seat)].filter(Boolean).join(" · ")} />
      </AppHeader>
      <LiveOfflineBar />
    </>
  );
}

/** Secretaries often write the date into the title: then it is not said twice. */
function titleWithDate(sitting: SittingView): string {
  const date = localDate(sitting.date);
  return sitting.title.includes(date) ? sitting.title : `${sitting.title}, ${date}`;
}
