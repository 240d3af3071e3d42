import { useEffect, useState } from "react";
import { unwrap } from "../core/api.ts";
import { ProblemError } from "../core/problem.ts";
import type { Checkpoint } from "../core/schemas.ts";
import { attest, type Since, type Witness as Testimony, witnessOf } from "../core/witness.ts";
import { useText } from "../i18n/language.ts";
import { witness as texts } from "../i18n/witness.ts";
import { Button, Icon } from "../ui/index.ts";
import { useApi } from "./household.tsx";
import { useLive } from "./live.tsx";
import styles from "./Witness.module.css";
import WitnessDialog from "./WitnessDialog.tsx";

/** Checks and keeps each checkpoint that the server sends; shows itself only when one does not fit. */
export default function Witness({ offered }: { offered: Checkpoint }) {
  const t = useText(texts);
  const { session } = useLive();
  const testimony = useTestimony(session, offered);
  const [asked, setAsked] = useState(false);
  if (testimony.kind !== "broken") return null;
  return (
    <>
      <div className={styles.alarm} role="alert">
        <Icon name="warning" />
        <span>{t.alarm}</span>
        <Button onClick={() => setAsked(true)}>{t.details}</Button>
      </div>
      {asked && <WitnessDialog session={session} onClose={() => setAsked(false)} />}
    </>
  );
}

/** One check after the other. What could not be asked for is asked for again with the next checkpoint. */
let last: Promise<unknown> = Promise.resolve();

function useTestimony(session: string, offered: Checkpoint): Testimony {
  const api = useApi();
  const [testimony, setTestimony] = useState(() => witnessOf(session, localStorage));
  useEffect(() => {
    let left = false;
    const since: Since = from =>
      unwrap(
        api.GET("/api/sessions/{sessionId}/checkpoint", {
          params: { path: { sessionId: session }, query: { from } },
        }),
      ).catch(error => {
        if (error instanceof ProblemError && error.problem.code === "notary:no-such-checkpoint") return undefined;
        throw error;
      });
    last = last
      .then(() => attest(session, offered, since, localStorage))
      .then(
        said => !left && setTestimony(said),
        () => undefined,
      );
    return () => {
      left = true;
    };
  }, [api, session, offered]);
  return testimony;
}
