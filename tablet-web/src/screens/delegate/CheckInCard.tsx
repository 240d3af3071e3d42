import { type FormEvent, useState } from "react";
import type { SessionView } from "../../core/schemas.ts";
import { CommandNote, useCommand, useMe, usePart } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Field, Icon } from "../../ui/index.ts";
import styles from "./delegate.module.css";

/** Checking in while the roll call is open, or late while the sitting runs: by the button, or with the screen's code. */
export function CheckInCard({ session }: { session: SessionView }) {
  const t = useText(delegate).checkIn;
  const words = useText(common);
  const attendance = usePart("attendance");
  const me = useMe();
  const command = useCommand("attendance.check-in");
  const [typing, setTyping] = useState(false);
  const [code, setCode] = useState("");
  const sitting = attendance?.sittings.find(
    one => one.rollCall !== "CLOSED" && session.sittings.find(s => s.sittingId === one.sittingId)?.state !== "ENDED",
  );
  // A guest has a place only where the guest stands in for a member.
  const own = me?.sittings.find(one => one.sittingId === sitting?.sittingId);
  const presence = own?.presence ?? "NONE";
  if (!own || !sitting || presence === "PRESENT") return null;
  if (presence === "CHECKED_IN") {
    return (
      <div className={styles.checkedIn} role="status">
        <Icon name="check" />
        <div>
          <b>{t.recorded}</b>
          <p>{t.waitApproval}</p>
        </div>
      </div>
    );
  }
  const sittingId = sitting.sittingId;
  const sendCode = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) void command.send({ sittingId, code });
  };
  return (
    <section className={styles.checkIn} aria-label={t.title}>
      <h2 className={styles.checkInTitle}>{t.title}</h2>
      <p>{t.text}</p>
      <Button
        tone="yes"
        size="large"
        block
        icon="check"
        busy={command.busy}
        disabled={!command.online}
        onClick={() => void command.send({ sittingId })}
      >
        {command.busy ? words.command.sending : t.button}
      </Button>
      {typing ? (
        <form className={styles.codeForm} onSubmit={sendCode}>
          <Field
            label={t.code}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            onChange={event => setCode(event.target.value.replace(/\D/g, "").slice(0, 6))}
          />
          <Button type="submit" tone="primary" busy={command.busy} disabled={code.length !== 6 || !command.online}>
            {t.send}
          </Button>
        </form>
      ) : (
        <Button icon="qr" onClick={() => setTyping(true)}>
          {t.withCode}
        </Button>
      )}
      <CommandNote command={command} quiet />
      {!command.online && <p className={styles.offlineHint}>{words.command.offline}</p>}
    </section>
  );
}
