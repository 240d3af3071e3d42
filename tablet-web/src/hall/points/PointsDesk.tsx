import { useState } from "react";
import { Link } from "wouter";
import type { PointView, SessionView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { pointReport } from "../../i18n/point-report.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, EmptyState, Skeleton } from "../../ui/index.ts";
import { usePart } from "../index.ts";
import { sumOf, totalsOf } from "./figures.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import { PointRows } from "./PointRows.tsx";
import styles from "./points.module.css";
import { Terms } from "./Terms.tsx";

/** All points of the conference: who comes, how fit each is, how many are there. `invites`: for the secretary. */
export default function PointsDesk({ session, invites }: { session: SessionView; invites: boolean }) {
  const t = useText(texts);
  const words = useText(pointReport);
  const part = usePart("points");
  const [inviting, setInviting] = useState(false);
  const rows = part?.rows;
  const open = session.state !== "ENDED";
  return (
    <section className={styles.desk} aria-labelledby="points">
      <div className={styles.bar}>
        <h2 id="points">{t.title}</h2>
        <div className={styles.tools}>
          {rows && rows.length > 0 && (
            <Link className={styles.report} href={`/sessions/${session.sessionId}/points/report`}>
              {words.open}
            </Link>
          )}
          {invites && open && (
            <Button tone="primary" icon="plus" onClick={() => setInviting(true)}>
              {t.invite}
            </Button>
          )}
        </div>
      </div>
      {session.state === "DRAFT" && <p className={styles.meta}>{t.draft}</p>}
      {part && open && <Terms part={part} hosts={invites} />}
      {!rows && <Skeleton lines={6} />}
      {rows?.length === 0 && (
        <EmptyState icon="online" title={t.emptyTitle}>
          {t.emptyText}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <TotalsTable rows={rows} />
          <PointRows rows={rows} withdraws={invites && open} locked={!open} />
        </>
      )}
      {inviting && (
        <InviteDialog
          session={session.sessionId}
          invited={new Set(rows?.map(row => row.unitId))}
          onClose={() => setInviting(false)}
        />
      )}
    </section>
  );
}

function TotalsTable({ rows }: { rows: readonly PointView[] }) {
  const t = useText(texts);
  const levels = totalsOf(rows).map(one => ({ ...one, name: t.level(one.level) }));
  const sums = levels.length > 1 ? [...levels, { ...sumOf(levels), name: t.total }] : levels;
  return (
    <div>
      <table className={styles.totals}>
        <caption>{t.totals.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.totals.level}</th>
            <th scope="col">{t.totals.points}</th>
            <th scope="col">{t.totals.assigned}</th>
            <th scope="col">{t.totals.inRoom}</th>
            <th scope="col">{t.totals.reported}</th>
            <th scope="col">{t.totals.present}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(one => (
            <tr key={one.name}>
              <th scope="row">{one.name}</th>
              <td>{one.points}</td>
              <td>{one.assigned}</td>
              <td>{one.inRoom}</td>
              <td>{one.reported}</td>
              <td>
                {one.present}/{one.expected}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
