import { useEffect, useState } from "react";
import { Link, useSearch } from "wouter";
import { AccountMenu, CommandNote, LiveProvider, useCommand, useLiveState } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { entrance } from "../../i18n/entrance.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader, Button, EmptyState, Loading } from "../../ui/index.ts";
import styles from "./CheckInLink.module.css";

/**
 * Where the big screen's QR code leads: `/check-in?s=<session>&p=<sitting>#<code>`. The code stands behind # so that it is in no
 * server's log.
 */
export function CheckInLink() {
  const t = useText(entrance).checkIn;
  const app = useText(common).app;
  const query = new URLSearchParams(useSearch());
  const [code] = useState(() => location.hash.slice(1));
  const session = query.get("s") ?? "";
  const sitting = query.get("p") ?? "";
  const complete = session !== "" && sitting !== "" && /^\d{6}$/.test(code);
  return (
    <>
      <AppHeader title={t.title} subtitle={app.name}>
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {complete ? (
          <LiveProvider session={session} as="delegate">
            <CheckIn session={session} sitting={sitting} code={code} />
          </LiveProvider>
        ) : (
          <EmptyState icon="qr" title={t.failed}>
            {t.badLink}
          </EmptyState>
        )}
      </main>
    </>
  );
}

function CheckIn({ session, sitting, code }: { session: string; sitting: string; code: string }) {
  const t = useText(entrance).checkIn;
  const words = useText(common);
  const live = useLiveState();
  const { state, send, retry, ...rest } = useCommand("attendance.check-in");
  useEffect(() => {
    void send({ sittingId: sitting, code });
  }, [send, sitting, code]);
  if (live.kind === "ended") {
    return (
      <EmptyState icon="info" title={t.failed}>
        {words.network.ended[live.reason]}
      </EmptyState>
    );
  }
  if (state.kind === "done") {
    return (
      <EmptyState icon="check" tone="good" title={t.done}>
        <p>{t.doneText}</p>
        <p className={styles.action}>
          <Link href={`/sessions/${session}/delegate`} className={styles.enter}>
            {t.enter}
          </Link>
        </p>
      </EmptyState>
    );
  }
  if (state.kind === "refused") {
    return (
      <EmptyState icon="warning" title={t.failed}>
        <CommandNote command={{ state, send, retry, ...rest }} />
        <p className={styles.action}>
          <Button onClick={() => void retry()}>{words.app.retry}</Button>
        </p>
      </EmptyState>
    );
  }
  return <Loading label={t.working} />;
}
