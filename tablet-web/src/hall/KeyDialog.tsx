import { type FormEvent, useId, useState } from "react";
import { dayAndTime } from "../core/format.ts";
import { pairingCode } from "../core/pairing.ts";
import { asProblem } from "../core/problem.ts";
import type { Problem } from "../core/schemas.ts";
import { fingerprint } from "../core/voting-key.ts";
import { common } from "../i18n/common.ts";
import { keys } from "../i18n/keys.ts";
import { useText } from "../i18n/language.ts";
import { Button, Dialog, ErrorState, Field, ProblemLine, Skeleton, StateChip } from "../ui/index.ts";
import styles from "./KeyDialog.module.css";
import { usePart } from "./live.tsx";
import { useVotingKey } from "./useVotingKey.ts";

/** Whether this device signs ballots here; where it does not yet, the secretary's code is typed in. */
export default function KeyDialog({ session, onClose }: { session: string; onClose: () => void }) {
  const t = useText(keys).own;
  const body = usePart("session")?.bodyId;
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.intro}>{t.intro}</p>
        {body ? <Key session={session} body={body} /> : <Skeleton lines={3} />}
      </div>
    </Dialog>
  );
}

function Key({ session, body }: { session: string; body: string }) {
  const t = useText(keys).own;
  const { possible, found, pairBy } = useVotingKey(session, body);
  if (!possible) return <p>{t.insecure}</p>;
  if (found.error) return <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <Skeleton lines={3} />;
  if (!found.data) return <CodeForm onPair={pairBy} />;
  return (
    <>
      <p>
        <StateChip tone="good" icon="check">
          {t.here}
        </StateChip>
      </p>
      <p className={styles.intro}>{t.print}</p>
      <p className={`num ${styles.print}`}>{fingerprint(found.data.keyId)}</p>
      <p className="num">{t.since(dayAndTime(found.data.pairedAt))}</p>
      <p className={styles.intro}>{t.lost}</p>
    </>
  );
}

function CodeForm({ onPair }: { onPair: (code: string) => Promise<string> }) {
  const t = useText(keys).own;
  const app = useText(common).app;
  const id = useId();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const fits = pairingCode.test(typed);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || !fits) return;
    setBusy(true);
    setProblem(undefined);
    await onPair(typed).catch(error => setProblem(asProblem(error)));
    setBusy(false);
  };
  return (
    <form id={id} className={styles.body} onSubmit={event => void send(event)} aria-label={app.account}>
      <p>
        <StateChip tone="warn" icon="info">
          {t.not}
        </StateChip>
      </p>
      <p>{t.ask}</p>
      <Field
        className={styles.code}
        label={t.code}
        hint={t.codeHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={9}
        value={typed}
        error={tried && !fits ? t.short : undefined}
        onChange={event => setTyped(event.target.value.toUpperCase().replace(/[^0-9A-Z]/g, ""))}
      />
      {problem && <ProblemLine problem={problem} />}
      <Button type="submit" tone="primary" block busy={busy}>
        {busy ? t.pairing : t.pair}
      </Button>
    </form>
  );
}
