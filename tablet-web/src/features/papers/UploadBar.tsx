import { useSyncExternalStore } from "react";
import { byteSize } from "../../core/format.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, Progress } from "../../ui/index.ts";
import styles from "./Papers.module.css";
import { totalsOf, type Uploads } from "./uploads.ts";

/** All files on their way in one line at the lower edge, on whatever section; nothing when there are none. */
export function UploadBar({ uploads }: { uploads: Uploads }) {
  const t = useText(secretary).papers;
  const lang = useLang();
  const all = useSyncExternalStore(uploads.subscribe, uploads.list);
  const totals = totalsOf(all);
  if (!totals.active) return null;
  return (
    <section className={styles.uploadBar} aria-label={t.totals(totals.doneFiles, totals.files)}>
      <Progress
        label={t.totals(totals.doneFiles, totals.files)}
        value={totals.sentBytes}
        max={totals.bytes}
        text={t.sending(byteSize(totals.sentBytes, lang), byteSize(totals.bytes, lang))}
      />
      {totals.failed > 0 && <b className={styles.failedCount}>{t.failedCount(totals.failed)}</b>}
      <Button onClick={() => uploads.cancelAll()}>{t.cancelAll}</Button>
    </section>
  );
}
