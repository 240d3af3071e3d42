import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import { useActions, useApi } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button } from "../../../ui/index.ts";
import { Qr } from "../../../ui/Qr.tsx";
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

/** Where tablets reach the server: this page's own origin, unless that is this computer's private name. */
function useHallOrigin(): string {
  const api = useApi();
  const mine = location.origin;
  const isLocal = isLoopback(mine);
  const server = useQuery({
    queryKey: ["server"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/server", { signal })),
    enabled: isLocal,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isLocal) return mine;
  const outside = server.data?.addresses.find(address => URL.canParse(address) && !isLoopback(address));
  return outside ? new URL(outside).origin : mine;
}

function isLoopback(address: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(address).hostname);
}
