import { useState } from "react";
import { clockTime, fold } from "../../core/format.ts";
import type { PointView, SessionView } from "../../core/schemas.ts";
import { usePart } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, EmptyState, IconButton, Row, Rows, Skeleton, StateChip } from "../../ui/index.ts";
import { FilterBar } from "../secretary/FilterBar.tsx";
import { SearchBox } from "../secretary/SearchBox.tsx";
import { gradeLook, inTree, lineLook, totalsOf, type Which, which } from "./figures.ts";
import { InviteDialog } from "./InviteDialog.tsx";
import { PointDialog } from "./PointDialog.tsx";
import styles from "./points.module.css";
import { Terms } from "./Terms.tsx";

/** All points of the conference: who comes, how fit each is, how many are there. `invites`: for the secretary. */
export default function PointsDesk({ session, invites }: { session: SessionView; invites: boolean }) {
  const t = useText(texts);
  const part = usePart("points");
  const [inviting, setInviting] = useState(false);
  const rows = part?.rows;
  const open = session.state !== "ENDED";
  return (
    <section className={styles.desk} aria-labelledby="points">
      <div className={styles.bar}>
        <h2 id="points">{t.title}</h2>
        {invites && open && (
          <Button tone="primary" icon="plus" onClick={() => setInviting(true)}>
            {t.invite}
          </Button>
        )}
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
  return (
    <div className={styles.scroll}>
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
          {totalsOf(rows).map(one => (
            <tr key={one.level}>
              <th scope="row">{t.level(one.level)}</th>
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

const filters: readonly Which[] = ["all", "silent", "refused", "weak", "missing", "lost"];

function PointRows({ rows, withdraws, locked }: { rows: readonly PointView[]; withdraws: boolean; locked: boolean }) {
  const t = useText(texts);
  const [filter, setFilter] = useState<Which>("all");
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string>();
  const shown = inTree(rows).filter(row => which[filter](row) && fold(row.name).includes(fold(typed)));
  const names = new Map(rows.map(row => [row.pointId, row.name]));
  const point = rows.find(row => row.pointId === chosen);
  return (
    <>
      <div className={styles.bar}>
        <FilterBar
          label={t.filters.label}
          options={filters.map(id => ({ id, label: t.filters[id], count: rows.filter(which[id]).length }))}
          value={filter}
          onChange={setFilter}
        />
        <SearchBox label={t.find} value={typed} onChange={setTyped} />
      </div>
      <Rows>
        {shown.map(row => (
          <Row key={row.pointId}>
            <PointWords point={row} parent={row.parentId ? names.get(row.parentId) : undefined} />
            <PointStates point={row} />
            <IconButton icon="next" label={t.open(row.name)} onClick={() => setChosen(row.pointId)} />
          </Row>
        ))}
      </Rows>
      {point && (
        <PointDialog point={point} withdraws={withdraws} locked={locked} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

function PointWords({ point, parent }: { point: PointView; parent: string | undefined }) {
  const t = useText(texts);
  const about = [
    t.level(point.level),
    parent && t.below(parent),
    point.technician && t.technician(point.technician.name),
    point.technician?.phone,
    point.reason && t.reason(point.reason),
    point.roll && point.roll.leaders.length > 0 && t.leaders(point.roll.leaders.join(", ")),
  ];
  return (
    <div className={styles.point}>
      <span className={styles.name}>{point.name}</span>
      <span className={styles.meta}>{about.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function PointStates({ point }: { point: PointView }) {
  const t = useText(texts);
  if (point.state !== "ASSIGNED") {
    return (
      <StateChip tone={point.state === "REFUSED" ? "bad" : "warn"} icon={point.state === "REFUSED" ? "cross" : "clock"}>
        {t.reply[point.state]}
      </StateChip>
    );
  }
  const since = point.line === "LOST" && point.lineSince ? ` ${t.since(clockTime(point.lineSince))}` : "";
  return (
    <span className={styles.states}>
      {point.grade ? (
        <StateChip {...gradeLook[point.grade]}>{t.grade[point.grade]}</StateChip>
      ) : (
        <StateChip icon="ring">{t.untested}</StateChip>
      )}
      <StateChip {...lineLook[point.line]}>{t.line[point.line] + since}</StateChip>
      <StateChip icon="users" tone={point.roll?.late ? "warn" : "neutral"}>
        {t.present(point.roll?.present ?? 0, point.expected) + (point.roll?.late ? ` · ${t.late}` : "")}
      </StateChip>
    </span>
  );
}
