import { useActions } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button } from "../../../ui/index.ts";
import { Qr } from "../../../ui/Qr.tsx";
import { useHallOrigin } from "../useHallOrigin.ts";
import styles from "./RollCall.module.css";

/** The code that delegates scan or type. */
export function CheckInCode({ session, sittingId, code }: { session: string; sittingId: string; code: string }) {
  const t = useText(secretary).roll;
  const { run, busy, online } = useActions();
  const origin = useHallOrigin();
  const address = `${origin}/check-in?s=${session}&p=${sittingId}#${code}`;
  return (
    <div className={styles.code}>
      <Qr text={address} label={t.qr} size={132} />
      <div className={styles.codeWords}>
        <span className={styles.codeLabel}>{t.code}</span>
        <b className={`num ${styles.digits}`}>
          {code.slice(0, 3)} {code.slice(3)}
        </b>
        <span>{t.codeHint}</span>
        <span>
          <Button
            icon="refresh"
            busy={busy("renew")}
            disabled={!online}
            onClick={() => void run("renew", "attendance.renew-code", { sittingId })}
          >
            {t.renew}
          </Button>
        </span>
      </div>
    </div>
  );
}
