import { type ReactNode, useEffect, useState } from "react";
import { Link } from "wouter";
import { clockTime, dayAndTime } from "../core/format.ts";
import type { SessionView } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { AppHeader, EmptyState, Icon, Loading, OfflineBar } from "../ui/index.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { useAuthState } from "./household.tsx";
import styles from "./LiveFrame.module.css";
import { useKeptAt, useLive, useLiveState, usePart, usePending } from "./live.tsx";
import { useWaiting } from "./tablet.tsx";

/** How long a loss may last, in ms, before the band is shown: a short reconnect is no news. */
const graceMs = 800;

/** Shows what is inside once the session has come, the offline band above it, or why the session can't be entered. */
export function LiveFrame({ children }: { children: (session: SessionView) => ReactNode }) {
  const t = useText(common);
  const state = useLiveState();
  const session = usePart("session");
  const { keeps } = useLive();
  const offline = useAuthState().kind === "offline";
  const away = offline || state.kind === "offline";
  if (state.kind === "ended") {
    return (
      <>
        <AppHeader title={t.app.name} subtitle={t.app.tagline}>
          <AccountMenu />
        </AppHeader>
        <main className={styles.ended}>
          <EmptyState icon="info" title={t.network.endedTitle}>
            <p>{t.network.ended[state.reason]}</p>
            <Link href="/" className={styles.leave}>
              <Icon name="back" size={20} /> {t.app.toSessions}
            </Link>
          </EmptyState>
        </main>
      </>
    );
  }
  if (!session) {
    return (
      <>
        <LiveOfflineBar />
        {away ? (
          <main className={styles.ended}>
            <EmptyState icon="offline" title={keeps ? t.network.notHere : t.network.unreachable}>
              <p>{t.network.notHereText}</p>
              <Link href="/" className={styles.leave}>
                <Icon name="back" size={20} /> {t.app.toSessions}
              </Link>
            </EmptyState>
          </main>
        ) : (
          <Loading label={t.network.connecting} />
        )}
      </>
    );
  }
  return children(session);
}

/** The offline band of the live connection; nothing while connected. */
export function LiveOfflineBar() {
  const live = useLive();
  const state = useLiveState();
  const waiting = usePending().length;
  const queued = useWaiting().length;
  const away = useAuthState().kind === "offline";
  const keptAt = useKeptAt();
  const since = state.kind === "offline" ? (keptAt ?? state.since) : away ? keptAt : undefined;
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (since === undefined) return;
    const timer = setTimeout(() => setLate(true), graceMs);
    return () => clearTimeout(timer);
  }, [since]);
  if (since === undefined || !late) return null;
  const posted = waiting + queued;
  return keptAt === undefined ? (
    <OfflineBar since={clockTime(since)} waiting={posted} onRetry={live.retryNow} />
  ) : (
    <OfflineBar kept={dayAndTime(keptAt)} waiting={posted} onRetry={live.retryNow} />
  );
}
