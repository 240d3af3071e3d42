import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearch } from "wouter";
import { unwrap } from "../../core/api.ts";
import { pairingCode } from "../../core/pairing.ts";
import { asProblem } from "../../core/problem.ts";
import type { Problem } from "../../core/schemas.ts";
import { fingerprint } from "../../core/voting-key.ts";
import { AccountMenu, LiveFrame, LiveProvider, useApi, useSignedIn } from "../../hall/index.ts";
import { useVotingKey } from "../../hall/useVotingKey.ts";
import { common } from "../../i18n/common.ts";
import { keys } from "../../i18n/keys.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader, Button, EmptyState, ErrorState, Loading, ProblemLine } from "../../ui/index.ts";
import styles from "./pair.module.css";

/** Where the secretary's QR code leads: `/pair?s=<session>#<code>`. The code stands behind # so that it is in no server's log. */
export default function Pair() {
  const t = useText(keys).own;
  const app = useText(common).app;
  const session = new URLSearchParams(useSearch()).get("s") ?? "";
  const [code] = useState(() => location.hash.slice(1));
  return (
    <>
      <AppHeader title={t.title} subtitle={app.name}>
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {session !== "" && pairingCode.test(code) ? (
          <Place session={session} code={code} />
        ) : (
          <EmptyState icon="qr" title={t.failed}>
            {t.badLink}
          </EmptyState>
        )}
      </main>
    </>
  );
}

/** A member's place in the session, or a substitute's. */
function Place({ session, code }: { session: string; code: string }) {
  const api = useApi();
  const summary = useQuery({
    queryKey: ["session", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}", { params: { path: { sessionId: session } }, signal })),
  });
  if (summary.error) return <ErrorState problem={asProblem(summary.error)} onRetry={() => void summary.refetch()} />;
  if (!summary.data) return <Loading />;
  const as = summary.data.roles.includes("DELEGATE") ? "delegate" : "guest";
  return (
    <LiveProvider session={session} as={as}>
      <LiveFrame>{view => <PairHere session={session} as={as} body={view.bodyId} code={code} />}</LiveFrame>
    </LiveProvider>
  );
}

function PairHere({ session, as, body, code }: { session: string; as: string; body: string; code: string }) {
  const t = useText(keys).own;
  const me = useSignedIn();
  const { possible, pairBy } = useVotingKey(session, body);
  const [paired, setPaired] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setPaired(await pairBy(code));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  if (!possible) {
    return (
      <EmptyState icon="warning" title={t.failed}>
        {t.insecure}
      </EmptyState>
    );
  }
  if (paired) {
    return (
      <EmptyState icon="check" tone="good" title={t.done}>
        <div className={styles.steps}>
          <p>{t.doneText}</p>
          <p className={`num ${styles.print}`}>{fingerprint(paired)}</p>
          <Link href={`/sessions/${session}/${as}`} className={styles.enter}>
            {t.enter}
          </Link>
        </div>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="lock" title={t.confirm}>
      <div className={styles.steps}>
        <b>{me && t.person(me.name)}</b>
        <p className={styles.intro}>{t.intro}</p>
        {problem && <ProblemLine problem={problem} />}
        <Button tone="primary" size="large" busy={busy} onClick={() => void run()}>
          {busy ? t.pairing : t.pair}
        </Button>
      </div>
    </EmptyState>
  );
}
