import type { RuleSet } from "../../../core/schemas.ts";
import { differences } from "../../../features/rules/differences.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import styles from "./Information.module.css";

/** What the newer rules say otherwise. */
export default function RuleChanges({ before, after }: { before: RuleSet; after: RuleSet }) {
  const t = useText(rules);
  const words = useText(common);
  const changes = differences(before, after, { t, common: words });
  return (
    <ul className={styles.changes}>
      {changes.map(change => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
