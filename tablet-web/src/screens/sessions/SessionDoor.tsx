import { useQuery } from "@tanstack/react-query";
import { Link, Redirect } from "wouter";
import { patient, unwrap } from "../../core/api.ts";
import { asProblem, isOutOfReach } from "../../core/problem.ts";
import type { Role } from "../../core/schemas.ts";
import { AccountMenu, useApi, useAuthState, useKeptSessions } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { entrance } from "../../i18n/entrance.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader, EmptyState, ErrorState, Icon, type IconName, Skeleton } from "../../ui/index.ts";
import styles from "./SessionDoor.module.css";

const doors: readonly {
  role: Role & ("CHAIR" | "SECRETARY" | "DELEGATE" | "SCREEN" | "GUEST" | "TECHNICIAN");
  path: string;
  icon: IconName;
  words?: "room";
  /** Opens without the server what was kept on the device. */
  keeps?: true;
}[] = [
  { role: "CHAIR", path: "chair", icon: "gavel" },
  { role: "SECRETARY", path: "secretary", icon: "edit" },
  { role: "DELEGATE", path: "delegate", icon: "vote", keeps: true },
  { role: "SCREEN", path: "screen", icon: "screen" },
  { role: "SCREEN", path: "room?kiosk=1", icon: "room", words: "room" },
  { role: "TECHNICIAN", path: "points", icon: "online" },
  { role: "GUEST", path: "guest", icon: "eye", keeps: true },
];

/** The way into a session: straight in where there is one door, a choice where there are several. */
export function SessionDoor({ session }: { session: string }) {
  const t = useText(entrance).door;
  const words = useText(common);
  const api = useApi();
  const offline = useAuthState().kind === "offline";
  const asked = useQuery({
    enabled: !offline,
    queryKey: ["session", session],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/sessions/{sessionId}", { params: { path: { sessionId: session } }, signal: patient(signal) }),
      ),
  });
  const kept = useKeptSessions(offline || isOutOfReach(asked.error));
  const known = kept?.find(one => one.sessionId === session);
  const away = offline || (!asked.isSuccess && known !== undefined);
  const summary = away ? { data: known, isPending: !kept, error: null, refetch: asked.refetch } : asked;
  // Without the server only those screens open that keep something on the device.
  const open = doors.filter(door => summary.data?.roles.includes(door.role) && (!away || door.keeps));
  const only = open.length === 1 ? open[0] : undefined;
  if (only) return <Redirect to={`/sessions/${session}/${only.path}`} replace />;
  return (
    <>
      <AppHeader title={summary.data?.title ?? words.app.name} subtitle={summary.data?.bodyName}>
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {summary.isPending && <Skeleton lines={4} />}
        {summary.error && <ErrorState problem={asProblem(summary.error)} onRetry={() => void summary.refetch()} />}
        {summary.data && !away && open.length === 0 && <EmptyState icon="info" title={t.none} />}
        {away && kept && open.length === 0 && (
          <EmptyState icon="offline" title={words.network.notHere}>
            {words.network.notHereText}
          </EmptyState>
        )}
        {open.length > 1 && (
          <>
            <h2 className={styles.title}>{t.title}</h2>
            <p className={styles.intro}>{t.intro}</p>
            <ul className={styles.doors}>
              {open.map(door => (
                <li key={door.path}>
                  <Link href={`/sessions/${session}/${door.path}`} className={styles.door}>
                    <Icon name={door.icon} size={32} />
                    <span>
                      <b className={styles.role}>{door.words ? t.roomName : words.role[door.role]}</b>
                      <span className={styles.what}>{t[door.words ?? door.role]}</span>
                    </span>
                    <Icon name="next" />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <Link href="/" className={styles.home}>
            <Icon name="back" size={20} /> {words.app.toSessions}
          </Link>
        </p>
      </main>
    </>
  );
}
