import type { SessionView } from "../../core/schemas.ts";
import { AccountMenu, LiveFrame, LiveOfflineBar, LiveProvider } from "../../hall/index.ts";
import PointsDesk from "../../hall/points/PointsDesk.tsx";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { AppHeader, HeaderLink } from "../../ui/index.ts";
import styles from "./points.module.css";

/** The central technician's board of points. */
export default function Board({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="technician">
      <LiveFrame>{view => <Shown session={view} />}</LiveFrame>
    </LiveProvider>
  );
}

function Shown({ session }: { session: SessionView }) {
  const t = useText(texts);
  const words = useText(common);
  return (
    <div className={styles.page}>
      <AppHeader
        title={session.title}
        subtitle={session.bodyName}
        leading={<HeaderLink href="/" label={t.toSessions} />}
      >
        <AccountMenu detail={words.role.TECHNICIAN} />
      </AppHeader>
      <LiveOfflineBar />
      <main>
        <PointsDesk session={session} invites={false} />
      </main>
    </div>
  );
}
