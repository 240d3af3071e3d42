import { type ReactNode, useEffect } from "react";
import { Link } from "wouter";
import type { SessionView } from "../../../core/schemas.ts";
import { AccountMenu, LiveOfflineBar, useMe } from "../../../hall/index.ts";
import { useDevices } from "../../../hall/room/call.tsx";
import { useText } from "../../../i18n/language.ts";
import { trial as texts } from "../../../i18n/trial.ts";
import { AppHeader, EmptyState, Icon } from "../../../ui/index.ts";
import lobby from "../lobby/lobby.module.css";
import { Preview } from "../lobby/Preview.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { Steps } from "./Steps.tsx";

/** A point's technician tries camera, microphone, loudspeaker and line, sends the result, and comes into the room. */
export function Trial({ session }: { session: SessionView }) {
  const t = useText(texts);
  const point = useMe()?.point;
  const view = point?.view;
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <div className={lobby.page}>
      <AppHeader
        title={point ? t.heading(point.name) : t.title}
        subtitle={session.title}
        leading={
          <Link href="/points" className={lobby.back} aria-label={t.back} title={t.back}>
            <Icon name="back" />
          </Link>
        }
      >
        <AccountMenu />
      </AppHeader>
      <LiveOfflineBar />
      {point && view ? (
        <WithDevices>
          <main className={lobby.main}>
            <div className={lobby.column}>
              <Preview name={point.name} switches={false} />
              <ResultCard session={session} point={point} view={view} />
            </div>
            <div className={lobby.column}>
              <Steps session={session} pointId={point.pointId} />
            </div>
          </main>
        </WithDevices>
      ) : (
        <main>
          <EmptyState icon="online" title={t.noneTitle}>
            {t.noneText}
          </EmptyState>
        </main>
      )}
    </div>
  );
}

/** Camera on, microphone open: both are to be tried. */
function WithDevices({ children }: { children: ReactNode }) {
  const devices = useDevices();
  useEffect(() => {
    void devices.prepare({ microphone: false, camera: true });
  }, [devices]);
  return children;
}
