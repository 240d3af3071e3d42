import { Fragment, useState } from "react";
import { clockTime, shortDate } from "../../../core/format.ts";
import type { AttendanceRow, SessionView } from "../../../core/schemas.ts";
import { usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { pack } from "../../../i18n/pack.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { FilterBar } from "../../../ui/FilterBar.tsx";
import { EmptyState, Skeleton, StateChip } from "../../../ui/index.ts";
import { SearchBox } from "../../../ui/SearchBox.tsx";
import { ChoiceBox } from "../ChoiceBox.tsx";
import { sittingOfNow } from "../sitting.ts";
import { TabletsButton } from "../tablets/TabletsButton.tsx";
import styles from "./Delegates.module.css";
import { answerOf, byGroup, fits, mentions, type ReplyFilter, replyFilters } from "./replies.ts";

/** Who has opened the summons, and who will come to which sitting. */
export function Delegates({ session }: { session: SessionView }) {
  const t = useText(secretary).delegates;
  const attendance = usePart("attendance");
  if (session.state === "DRAFT") {
    return (
      <EmptyState icon="users" title={t.draftTitle}>
        {t.draftText}
      </EmptyState>
    );
  }
  if (!attendance) return <Skeleton lines={8} />;
  if (session.sittings.length === 0) {
    return (
      <EmptyState icon="calendar" title={t.noSittingTitle}>
        {t.noSittingText}
      </EmptyState>
    );
  }
  return <Replies session={session} rows={attendance.rows ?? []} total={attendance.total} />;
}

function Replies({ session, rows, total }: { session: SessionView; rows: readonly AttendanceRow[]; total: number }) {
  const t = useText(secretary).delegates;
  const [chosen, setChosen] = useState(() => sittingOfNow(session, undefined)?.sittingId ?? "");
  const [filter, setFilter] = useState<ReplyFilter>("all");
  const [typed, setTyped] = useState("");
  const sitting = session.sittings.find(one => one.sittingId === chosen) ?? session.sittings[0];
  if (!sitting) return null;
  const found = rows.filter(row => fits(row, sitting.sittingId, filter) && mentions(row, typed));
  return (
    <section className={styles.page} aria-labelledby="delegates-title">
      <div className={styles.head}>
        <h2 id="delegates-title">{t.title}</h2>
        <span className={`num ${styles.received}`}>
          {t.received(rows.filter(row => row.receivedAt !== undefined).length, total)}
        </span>
        <TabletsButton session={session.sessionId} />
      </div>
      <div className={styles.tools}>
        <ChoiceBox label={t.sitting} value={sitting.sittingId} onChange={event => setChosen(event.target.value)}>
          {session.sittings.map(one => (
            <option key={one.sittingId} value={one.sittingId}>
              {one.title}
            </option>
          ))}
        </ChoiceBox>
        <SearchBox label={t.find} value={typed} onChange={setTyped} />
        <FilterBar
          label={t.columns.answer}
          value={filter}
          onChange={setFilter}
          options={replyFilters.map(id => ({
            id,
            label: t[id],
            count: rows.filter(row => fits(row, sitting.sittingId, id)).length,
          }))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls, and arrows need a place to stand */}
      <section className={styles.scroll} aria-label={t.title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.columns.name}</th>
              <th scope="col">{t.columns.seat}</th>
              <th scope="col">{t.columns.opened}</th>
              <th scope="col">{t.columns.answer}</th>
            </tr>
          </thead>
          <tbody>
            {byGroup(found).map(([group, members]) => (
              <Fragment key={group}>
                <tr className={styles.group}>
                  <th colSpan={4} scope="rowgroup">
                    {group} <span className="num">· {t.members(members.length)}</span>
                  </th>
                </tr>
                {members.map(row => (
                  <Reply key={row.personId} row={row} sittingId={sitting.sittingId} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className={styles.nobody}>{t.nobody}</p>}
      </section>
    </section>
  );
}

function Reply({ row, sittingId }: { row: AttendanceRow; sittingId: string }) {
  const t = useText(secretary).delegates;
  const words = useText(common);
  const { late } = useText(pack).queued;
  const answer = answerOf(row, sittingId);
  const stamp = (at: number) => `${clockTime(at)} ${shortDate(at)}`;
  return (
    <tr>
      <td>
        <span className={styles.name}>{row.name}</span>
        {row.title && <span className={styles.title}>{row.title}</span>}
      </td>
      <td className="num">{row.seat}</td>
      <td className={`num ${styles.opened}`}>
        {row.receivedAt === undefined ? (
          <span className={styles.quiet}>{t.notOpened}</span>
        ) : (
          t.opened(stamp(row.receivedAt))
        )}
      </td>
      <td>
        <span className={styles.answer}>
          <StateChip
            tone={answer ? (answer.answer === "ATTEND" ? "good" : "bad") : "neutral"}
            icon={answer ? (answer.answer === "ATTEND" ? "check" : "cross") : "ring"}
          >
            {words.answer[answer?.answer ?? "NONE"]}
          </StateChip>
          {answer && <span className={`num ${styles.quiet}`}>{t.answeredAt(stamp(answer.at))}</span>}
          {answer?.writtenAt !== undefined && (
            <span className={`num ${styles.quiet}`}>{late(stamp(answer.writtenAt))}</span>
          )}
          {answer?.reason && <span className={styles.reason}>{t.reason(answer.reason)}</span>}
        </span>
      </td>
    </tr>
  );
}
