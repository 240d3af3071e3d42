import { lazy, Suspense, useState } from "react";
import type { SubstituteSeat } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { substitutes } from "../../i18n/substitutes.ts";
import { Button, Icon, StateChip } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../command.tsx";
import styles from "./substitutes.module.css";

const SendDialog = lazy(() => import("./SendDialog.tsx"));

/** Who attends in an absent member's place, and the way to send, exchange or recall somebody. */
export default function SubstituteLine({
  sittingId,
  member,
  sent,
  locked,
}: {
  sittingId: string;
  member: { personId: string; name: string };
  sent: SubstituteSeat | undefined;
  /** The member is here, or the sitting has ended. */
  locked: boolean;
}) {
  const t = useText(substitutes);
  const words = useText(common);
  const recall = useCommand("attendance.recall-substitute");
  const [asking, setAsking] = useState(false);
  const came = sent !== undefined && sent.presence !== "NONE";
  if (!sent && locked) return null;
  return (
    <div className={styles.line}>
      {sent && (
        <p className={styles.who}>
          <Icon name="user" size={18} />
          <span>
            {t.label}: <b lang="vi">{sent.name}</b>
            {sent.title && <span className={styles.meta}> · {sent.title}</span>}
          </span>
          {came && <StateChip tone="info">{words.presence[sent.presence]}</StateChip>}
        </p>
      )}
      {!locked && !came && (
        <span className={styles.actions}>
          <Button
            icon={sent ? "user" : "plus"}
            aria-label={sent ? t.changeFor(member.name) : t.sendFor(member.name)}
            onClick={() => setAsking(true)}
          >
            {sent ? t.change : t.send}
          </Button>
          {sent && (
            <Button
              tone="plain"
              icon="close"
              busy={recall.busy}
              disabled={!recall.online}
              onClick={() => void recall.send({ sittingId, personId: member.personId })}
            >
              {t.recall}
            </Button>
          )}
        </span>
      )}
      <CommandNote command={recall} quiet />
      <Suspense>
        {asking && <SendDialog sittingId={sittingId} member={member} sent={sent} onClose={() => setAsking(false)} />}
      </Suspense>
    </div>
  );
}
