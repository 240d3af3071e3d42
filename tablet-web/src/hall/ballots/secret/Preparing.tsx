import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import styles from "./secret.module.css";

/** The box makes this poll's keys: a moment, longer for a server's first poll, whose box and relay have to start. */
export function Preparing({ words }: { words: string }) {
  const t = useText(secret);
  return (
    <div className={styles.preparing} role="status">
      <b>{t.makingKeys}</b>
      <progress aria-label={t.makingKeys} />
      <p>{words}</p>
    </div>
  );
}
