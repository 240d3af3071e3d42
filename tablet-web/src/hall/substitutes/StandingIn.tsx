import { useText } from "../../i18n/language.ts";
import { substitutes } from "../../i18n/substitutes.ts";
import { Icon } from "../../ui/index.ts";
import styles from "./substitutes.module.css";

/** Says on a substitute's own tablet in whose place one is here, and what that allows. */
export default function StandingIn({ insteadOf, votes }: { insteadOf: string; votes: boolean }) {
  const t = useText(substitutes);
  return (
    <p className={styles.who}>
      <Icon name="user" size={18} />
      <span>
        <b>{t.standsIn(insteadOf)}.</b> {votes ? t.votes : t.listens}
      </span>
    </p>
  );
}
