import { type ReactNode, useState } from "react";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { Field } from "./Field.tsx";
import styles from "./ReasonDialog.module.css";

const shortest = 3;
const longest = 500;

/** Asks for the reason of something that others will read; `short` is said when there are fewer than three letters. */
export function ReasonDialog({
  title,
  label,
  short,
  action,
  tone = "danger",
  busy,
  children,
  onClose,
  onReason,
}: {
  title: string;
  label: string;
  short: string;
  action: string;
  tone?: "danger" | "primary";
  busy: boolean;
  /** What is about to happen, and what went wrong. */
  children: ReactNode;
  onClose: () => void;
  onReason: (reason: string) => void;
}) {
  const app = useText(common).app;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const given = reason.trim().normalize("NFC");
  const good = given.length >= shortest;
  const send = () => {
    setTried(true);
    if (good) onReason(given);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone={tone} busy={busy} onClick={send}>
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {children}
        <Field
          label={label}
          multiline
          rows={3}
          value={reason}
          maxLength={longest}
          error={tried && !good ? short : undefined}
          onChange={event => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
