import { localDate } from "../../core/format.ts";
import type { AssignmentView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { StateChip } from "../../ui/index.ts";
import { daysBetween, handedIn, urgencyOf } from "./due.ts";

/** Until when, and whether it is high time. @param today in Viet Nam, as 2026-12-08 */
export function DueChip({ assignment, today }: { assignment: AssignmentView; today: string }) {
  const t = useText(preparation);
  const days = daysBetween(today, assignment.due);
  const day = localDate(assignment.due);
  switch (urgencyOf(assignment, today)) {
    case "given":
      return (
        <StateChip tone="good" icon="check">
          {t.given(handedIn(assignment))}
        </StateChip>
      );
    case "overdue":
      return (
        <StateChip tone="bad" icon="warning">
          {t.overdue(-days, day)}
        </StateChip>
      );
    case "soon":
      return (
        <StateChip tone="warn" icon="clock">
          {days === 0 ? t.dueToday : t.dueIn(days, day)}
        </StateChip>
      );
    case "open":
      return <StateChip icon="calendar">{t.due(day)}</StateChip>;
  }
}
