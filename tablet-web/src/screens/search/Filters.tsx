import type { SessionSummary } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { search as texts } from "../../i18n/search.ts";
import { SelectField } from "../../ui/index.ts";
import styles from "./search.module.css";
import { type Asked, kinds, years } from "./wish.ts";

export function Filters({
  wish,
  sessions,
  onChange,
}: {
  wish: Asked;
  sessions: readonly SessionSummary[];
  onChange: (next: Partial<Asked>) => void;
}) {
  const t = useText(texts);
  const words = useText(common);
  return (
    <div className={styles.filters}>
      <SelectField
        label={t.session}
        value={wish.session}
        className={styles.wide}
        onChange={event => onChange({ session: event.target.value })}
      >
        <option value="">{t.allSessions}</option>
        {sessions.map(session => (
          <option key={session.sessionId} value={session.sessionId}>
            {session.title}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.kind} value={wish.kind} onChange={event => onChange({ kind: event.target.value })}>
        <option value="">{t.allKinds}</option>
        {kinds.map(kind => (
          <option key={kind} value={kind}>
            {words.paperKind[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.year} value={wish.year} onChange={event => onChange({ year: event.target.value })}>
        <option value="">{t.allYears}</option>
        {years(Date.now()).map(year => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
