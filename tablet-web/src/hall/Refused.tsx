import { useEffect, useState } from "react";
import type { Op } from "../core/outbox.ts";
import type { Problem } from "../core/schemas.ts";
import { useText } from "../i18n/language.ts";
import { pack } from "../i18n/pack.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { Button, Icon } from "../ui/index.ts";
import styles from "./PackMeter.module.css";
import { useOutbox, useWaiting } from "./tablet.tsx";

/** What was kept for sending and the server would not take, with its reason; until the person has seen it. */
export default function Refused() {
  const t = useText(pack).queued;
  const title = useProblemTitle();
  const outbox = useOutbox();
  const waiting = useWaiting();
  const [refused, setRefused] = useState<readonly { op: Op; problem: Problem }[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what leaves the outbox may have been refused
  useEffect(() => {
    let left = false;
    void outbox?.refused().then(found => !left && setRefused(found));
    return () => {
      left = true;
    };
  }, [outbox, waiting]);
  const forget = (id: string) => {
    setRefused(before => before.filter(one => one.op.id !== id));
    void outbox?.forget(id);
  };
  return refused.map(({ op, problem }) => (
    <div key={op.id} className={`${styles.warn} ${styles.note}`} role="alert">
      <Icon name="warning" size={20} />
      <span className={styles.grow}>
        {t.refused}: {title(problem)}
      </span>
      <Button onClick={() => forget(op.id)}>{t.dismiss}</Button>
    </div>
  ));
}
