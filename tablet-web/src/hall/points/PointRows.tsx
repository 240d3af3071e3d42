import { useState } from "react";
import { clockTime, fold } from "../../core/format.ts";
import type { PointView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { FilterBar } from "../../ui/FilterBar.tsx";
import { Icon, StateChip } from "../../ui/index.ts";
import { SearchBox } from "../../ui/SearchBox.tsx";
import { gradeLook, inTree, lineLook, type Which, which } from "./figures.ts";
import { PointDialog } from "./PointDialog.tsx";
import styles from "./points.module.css";

const filters: readonly Which[] = ["all", "silent", "refused", "weak", "missing", "lost"];

/** The points in the order of the tree, to be searched and opened. */
export function PointRows({
  rows,
  withdraws,
  locked,
}: {
  rows: readonly PointView[];
  withdraws: boolean;
  locked: boolean;
}) {
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
      {shown.length === 0 ? (
        <p className={styles.none}>{t.noneShown}</p>
      ) : (
        <ul className={styles.rows} aria-label={t.title}>
          {shown.map(row => (
            <li key={row.pointId} className={styles.row}>
              <PointWords
                point={row}
                parent={row.parentId ? names.get(row.parentId) : undefined}
                onOpen={() => setChosen(row.pointId)}
              />
              <PointStates point={row} />
              <Icon name="next" size={20} />
            </li>
          ))}
        </ul>
      )}
      {point && (
        <PointDialog point={point} withdraws={withdraws} locked={locked} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

function PointWords({ point, parent, onOpen }: { point: PointView; parent: string | undefined; onOpen: () => void }) {
  const t = useText(texts);
  const about = [
    parent && t.below(parent),
    point.technician && t.technician(point.technician.name),
    point.technician?.phone,
    point.reason && t.reason(point.reason),
    point.roll && point.roll.leaders.length > 0 && t.leaders(point.roll.leaders.join(", ")),
    point.accepted && t.verdict(point.accepted.by, point.accepted.note),
  ];
  return (
    <div className={styles.point}>
      <button type="button" className={styles.open} onClick={onOpen}>
        {point.name}
      </button>
      <span className={styles.meta}>{about.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function PointStates({ point }: { point: PointView }) {
  const t = useText(texts);
  if (point.state !== "ASSIGNED") {
    const refused = point.state === "REFUSED";
    return (
      <span className={styles.states}>
        <StateChip tone={refused ? "bad" : "warn"} icon={refused ? "cross" : "clock"}>
          {t.reply[point.state]}
        </StateChip>
      </span>
    );
  }
  const since = point.line === "LOST" && point.lineSince ? ` ${t.since(clockTime(point.lineSince))}` : "";
  const heads = point.roll ? t.present(point.roll.present, point.expected) : t.awaited(point.expected);
  return (
    <span className={styles.states}>
      {point.grade ? (
        <StateChip {...gradeLook[point.grade]}>{t.grade[point.grade]}</StateChip>
      ) : (
        <StateChip icon="ring">{t.untested}</StateChip>
      )}
      <StateChip {...lineLook[point.line]}>{t.line[point.line] + since}</StateChip>
      <StateChip icon="users" tone={point.roll?.late ? "warn" : point.roll ? "good" : "neutral"}>
        {heads + (point.roll?.late ? ` · ${t.late}` : "")}
      </StateChip>
    </span>
  );
}
