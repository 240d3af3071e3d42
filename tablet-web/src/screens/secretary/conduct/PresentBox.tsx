import { PresentPanel } from "../../../hall/follow/PresentPanel.tsx";
import { follow } from "../../../i18n/follow.ts";
import { useText } from "../../../i18n/language.ts";
import styles from "./ScreenPanel.module.css";

/** Showing a paper to all, below the big screen. */
export function PresentBox() {
  const t = useText(follow);
  return (
    <section className={styles.panel} aria-labelledby="present-title">
      <div className={styles.head}>
        <h3 id="present-title">{t.title}</h3>
      </div>
      <PresentPanel />
    </section>
  );
}
