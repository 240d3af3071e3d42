import { Link } from "wouter";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { Icon } from "../../ui/index.ts";
import styles from "./PrepareLink.module.css";

/** The way from the list of sessions to what the own units prepare. */
export default function PrepareLink() {
  const t = useText(preparation);
  return (
    <Link href="/prepare" className={styles.link}>
      <Icon name="paper" size={22} />
      {t.mine}
    </Link>
  );
}
