import { useState } from "react";
import type { DraftView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { Button, Dialog, Field } from "../../ui/index.ts";
import styles from "./drafts.module.css";

const shortest = 3;

/** Why a paper goes back to its unit. */
export function RejectDialog({
  draft,
  busy,
  onReject,
  onClose,
}: {
  draft: DraftView;
  busy: boolean;
  onReject: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useText(preparation);
  const app = useText(common).app;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const good = reason.trim().length >= shortest;
  const send = () => {
    setTried(true);
    if (good) onReject(reason.trim());
  };
  return (
    <Dialog
      title={t.rejectTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="danger" busy={busy} onClick={send}>
            {t.reject}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.rejectText(draft.title)}</p>
        <Field
          label={t.rejectReason}
          multiline
          rows={3}
          value={reason}
          maxLength={500}
          error={tried && !good ? t.reasonShort : undefined}
          onChange={event => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
