import type { ItemView, SessionSummary } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { search as texts } from "../../i18n/search.ts";
import { SelectField } from "../../ui/index.ts";
import styles from "./search.module.css";
import { type Asked, kinds, years } from "./wish.ts";

export function Filters({
  wish,
  sessions,
  items,
  onChange,
}: {
  wish: Asked;
  sessions: readonly SessionSummary[];
  /** Of the session that is chosen. */
  items: readonly ItemView[];
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
        onChange={event => onChange({ session: event.target.value, item: "" })}
      >
        <option value="">{t.allSessions}</option>
        {sessions.map(session => (
          <option key={session.sessionId} value={session.sessionId}>
            {session.title}
          </option>
        ))}
      </SelectField>
      {wish.session && (
        <SelectField
          label={t.item}
          value={wish.item}
          className={styles.wide}
          onChange={event => onChange({ item: event.target.value })}
        >
          <option value="">{t.allItems}</option>
          {items.map(item => (
            <option key={item.itemId} value={item.itemId}>
              {item.number} {item.title}
            </option>
          ))}
        </SelectField>
      )}
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
