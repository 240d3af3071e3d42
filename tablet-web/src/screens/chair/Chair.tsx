import { clockTime } from "../../core/format.ts";
import type { SessionView } from "../../core/schemas.ts";
import { useWakeLock } from "../../features/wake-lock/index.ts";
import {
  AccountMenu,
  BoothsProvider,
  LiveFrame,
  LiveOfflineBar,
  useLiveState,
  useMe,
  usePart,
  useSessionClock,
} from "../../hall/index.ts";
import { ModeratorDoor } from "../../hall/room/RoomDesk.tsx";
import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader, HeaderLink, Loading, StateChip, useTick } from "../../ui/index.ts";
import { ChairDesk } from "./ChairDesk.tsx";
import styles from "./desk.module.css";
import type { Desk } from "./nextStep.ts";

/** The chair's screen inside of a live connection as `control`. */
export function Chair() {
  useWakeLock();
  return (
    <div className={styles.page}>
      <LiveFrame>
        {session => (
          <>
            <Header session={session} />
            <LiveOfflineBar />
            <BoothsProvider>
              <Parted session={session} />
            </BoothsProvider>
          </>
        )}
      </LiveFrame>
    </div>
  );
}

function Parted({ session }: { session: SessionView }) {
  const rest: { [P in Exclude<keyof Desk, "session">]: Desk[P] | undefined } = {
    agenda: usePart("agenda"),
    now: usePart("now"),
    attendance: usePart("attendance"),
    floor: usePart("floor"),
    voting: usePart("voting"),
  };
  const { agenda, now, attendance, floor, voting } = rest;
  if (!agenda || !now || !attendance || !floor || !voting) return <Loading />;
  return <ChairDesk desk={{ session, agenda, now, attendance, floor, voting }} />;
}

function Header({ session }: { session: SessionView }) {
  const t = useText(chair);
  const words = useText(common);
  const me = useMe();
  const now = useTick(useSessionClock());
  const online = useLiveState().kind === "live";
  return (
    <AppHeader
      leading={<HeaderLink href="/" label={t.sessions} />}
      title={session.title}
      subtitle={`${words.role.CHAIR} · ${session.bodyName}`}
    >
      <ModeratorDoor session={session} />
      <span className={styles.network}>
        <StateChip tone="header" icon={online ? "online" : "offline"}>
          {online ? words.network.live : words.network.offline}
        </StateChip>
      </span>
      <time className={`num ${styles.time}`}>{clockTime(now)}</time>
      <AccountMenu detail={me?.seat ? words.seat(me.seat) : words.role.CHAIR} />
    </AppHeader>
  );
}
