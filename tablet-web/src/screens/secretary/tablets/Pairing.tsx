import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { duration } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import { fingerprint } from "../../../core/voting-key.ts";
import { useApi } from "../../../hall/index.ts";
import { keys as texts } from "../../../i18n/keys.ts";
import { useText } from "../../../i18n/language.ts";
import { Button, Dialog, EmptyState, ErrorState, Loading } from "../../../ui/index.ts";
import { Qr } from "../../../ui/Qr.tsx";
import { useHallOrigin } from "../useHallOrigin.ts";
import styles from "./Tablets.module.css";
import type { Pairable } from "./usePairedTablets.ts";

/** The code for one delegate's tablet, until the tablet has used it or five minutes are over. */
export function Pairing({ session, person, onClose }: { session: string; person: Pairable; onClose: () => void }) {
  const t = useText(texts).pairing;
  const api = useApi();
  const [before] = useState(() => new Set(person.keys.map(key => key.keyId)));
  const begun = useQuery({
    queryKey: ["pairing", session, person.personId],
    queryFn: () =>
      unwrap(
        api.POST("/api/sessions/{sessionId}/pairings", {
          params: { path: { sessionId: session } },
          body: { personId: person.personId },
        }),
      ).then(answer => ({ ...answer, at: Date.now() })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const made = person.keys.find(key => !before.has(key.keyId));
  const back = <Button onClick={onClose}>{t.back}</Button>;
  return (
    <Dialog title={t.title(person.name)} size="wide" onClose={onClose} actions={back}>
      {made ? (
        <EmptyState icon="check" tone="good" title={t.done(made.device)}>
          <p>{t.compare}</p>
          <p className={`num ${styles.print}`}>{fingerprint(made.keyId)}</p>
        </EmptyState>
      ) : begun.error ? (
        <ErrorState problem={asProblem(begun.error)} onRetry={() => void begun.refetch()} />
      ) : begun.data ? (
        <Offer session={session} begun={begun.data} onRenew={() => void begun.refetch()} />
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

/** Five minutes from when the answer came: the clocks of server and desk need not agree. */
const lifeMs = 300_000;

function Offer({
  session,
  begun,
  onRenew,
}: {
  session: string;
  begun: { code: string; at: number };
  onRenew: () => void;
}) {
  const t = useText(texts).pairing;
  const origin = useHallOrigin();
  const left = useLeft(begun.at + lifeMs);
  if (left <= 0) {
    return (
      <EmptyState icon="clock" title={t.over}>
        <Button tone="primary" icon="refresh" onClick={onRenew}>
          {t.again}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={styles.pairing}>
      <Qr text={`${origin}/pair?s=${encodeURIComponent(session)}#${begun.code}`} label={t.qr} size={220} />
      <div className={styles.words}>
        <p>{t.steps}</p>
        <p className={styles.meta}>{t.code}</p>
        <p className={styles.code}>
          {begun.code.slice(0, 4)} {begun.code.slice(4)}
        </p>
        <p className={`num ${styles.meta}`}>{t.left(duration(left))}</p>
        <p role="status">{t.waiting}</p>
      </div>
    </div>
  );
}

function useLeft(until: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return until - now;
}
