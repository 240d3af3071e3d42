import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import styles from "./secret.module.css";

/** Eight digits of the definition, the same on every device and on the big screen. */
export function Fingerprint({ digits }: { digits: string | undefined }) {
  const t = useText(secret);
  if (!digits) return null;
  return (
    <div className={styles.print}>
      <p>{t.fingerprint}</p>
      <p className={`num ${styles.digits}`}>
        {digits.slice(0, 4)} {digits.slice(4)}
      </p>
      <p className={styles.quiet}>{t.compare}</p>
    </div>
  );
}
