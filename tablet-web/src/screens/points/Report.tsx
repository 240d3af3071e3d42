import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { unwrap } from "../../core/api.ts";
import { clockTime, dayAndTime, duration, type Lang, shortDate } from "../../core/format.ts";
import { asProblem } from "../../core/problem.ts";
import { bitRate } from "../../core/rate.ts";
import type { PointReport, PointReportRow } from "../../core/schemas.ts";
import { useSaveFile } from "../../hall/file.ts";
import { AccountMenu, useApi } from "../../hall/index.ts";
import { gradeLook } from "../../hall/points/figures.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { pointReport } from "../../i18n/point-report.ts";
import { points } from "../../i18n/points.ts";
import { AppHeader, Button, EmptyState, ErrorState, HeaderLink, Skeleton, StateChip } from "../../ui/index.ts";
import styles from "./Report.module.css";

/** How the points of a conference took part: to be read, printed and put into a spreadsheet. */
export default function Report({ session }: { session: string }) {
  const t = useText(pointReport);
  const api = useApi();
  const { save, busy } = useSaveFile();
  const path = { sessionId: session };
  const summary = useQuery({
    queryKey: ["session", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}", { params: { path }, signal })),
  });
  const report = useQuery({
    queryKey: ["point-report", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}/points/report", { params: { path }, signal })),
  });
  useEffect(() => {
    document.title = summary.data ? `${t.title} · ${summary.data.title}` : t.title;
  }, [t, summary.data]);
  const failed = summary.error ?? report.error;
  const back = summary.data?.roles.includes("SECRETARY")
    ? `/sessions/${session}/secretary/points`
    : `/sessions/${session}/points`;
  return (
    <div className={styles.page}>
      <div className={styles.screenOnly}>
        <AppHeader title={t.title} subtitle={summary.data?.title} leading={<HeaderLink href={back} label={t.back} />}>
          <AccountMenu />
        </AppHeader>
      </div>
      <main className={styles.main}>
        {failed && (
          <ErrorState
            problem={asProblem(failed)}
            onRetry={() => {
              void summary.refetch();
              void report.refetch();
            }}
          />
        )}
        {!failed && !(summary.data && report.data) && <Skeleton lines={8} />}
        {!failed && summary.data && report.data && (
          <>
            <div className={styles.bar}>
              <div className={styles.words}>
                <p className={styles.printOnly}>{summary.data.bodyName}</p>
                <h2 className={styles.printOnly}>{t.title}</h2>
                <p className={styles.session}>{summary.data.title}</p>
                <p className={styles.meta}>
                  {t.until(`${clockTime(report.data.until)} ${shortDate(report.data.until)}`)}
                </p>
              </div>
              <div className={`${styles.tools} ${styles.screenOnly}`}>
                <Button icon="refresh" busy={report.isFetching} onClick={() => void report.refetch()}>
                  {t.renew}
                </Button>
                <Button
                  icon="download"
                  busy={busy}
                  onClick={() => void save(`/api/sessions/${session}/points/report/sheet`, t.file)}
                >
                  {t.download}
                </Button>
                <Button tone="primary" icon="paper" onClick={() => print()}>
                  {t.print}
                </Button>
              </div>
            </div>
            {report.data.rows.length === 0 ? (
              <EmptyState icon="online" title={t.emptyTitle}>
                {t.emptyText}
              </EmptyState>
            ) : (
              <>
                <Figures report={report.data} />
                <Table report={report.data} />
                <p className={styles.meta}>{t.note}</p>
              </>
            )}
          </>
        )}
      </main>
    </div>
  );
}

/** Of the last sitting that the point was counted in. */
function present(row: PointReportRow): number {
  return row.rolls.at(-1)?.present ?? 0;
}

function sum(rows: readonly PointReportRow[], count: (row: PointReportRow) => number): number {
  return rows.reduce((all, row) => all + count(row), 0);
}

function Figures({ report }: { report: PointReport }) {
  const t = useText(pointReport).figures;
  const { rows } = report;
  const figures: readonly [string, string][] = [
    [t.invited, String(rows.length)],
    [t.came, String(rows.filter(row => row.joinedAt !== undefined).length)],
    [t.late, String(rows.filter(row => row.lateSeconds > 0).length)],
    [t.lost, String(rows.filter(row => row.lost > 0).length)],
    [t.people, `${sum(rows, present)}/${sum(rows, row => row.expected)}`],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ report }: { report: PointReport }) {
  const t = useText(pointReport);
  const levels = [...new Set(report.rows.map(row => row.level))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too
    <section className={styles.scroll} aria-label={t.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {Object.values(t.columns).map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {levels.map(level => {
          const rows = report.rows.filter(row => row.level === level);
          return (
            <tbody key={level}>
              <tr className={styles.level}>
                <th colSpan={7} scope="rowgroup">
                  {t.level(level)}
                  <span className={`num ${styles.meta}`}>
                    {t.below(
                      rows.length,
                      sum(rows, present),
                      sum(rows, row => row.expected),
                    )}
                  </span>
                </th>
              </tr>
              {rows.map(row => (
                <Row key={row.pointId} row={row} report={report} />
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

function Row({ row, report }: { row: PointReportRow; report: PointReport }) {
  const t = useText(pointReport);
  const words = useText(points);
  const first = (
    <th scope="row">
      {row.name}
      {row.technician && <Small>{t.technician(row.technician.name)}</Small>}
    </th>
  );
  if (row.state !== "ASSIGNED") {
    return (
      <tr>
        {first}
        <td colSpan={6}>
          {row.state === "REFUSED" ? t.refused : t.silent}
          {row.reason && <Small>{words.reason(row.reason)}</Small>}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {first}
      <People row={row} report={report} />
      <td>
        {row.grade ? <StateChip {...gradeLook[row.grade]}>{words.grade[row.grade]}</StateChip> : t.untested}
        {row.verdict && <Small>{row.verdict}</Small>}
      </td>
      <td>
        {row.joinedAt === undefined ? t.never : dayAndTime(row.joinedAt, report.until)}
        {row.lateSeconds > 0 && <Small>{t.lateBy(duration(row.lateSeconds * 1_000))}</Small>}
        {row.inRoomSeconds > 0 && <Small>{t.stayed(duration(row.inRoomSeconds * 1_000))}</Small>}
      </td>
      <td>
        {row.lost === 0 ? t.notLost : t.times(row.lost)}
        {row.lost > 0 && <Small>{t.away(duration(row.awaySeconds * 1_000))}</Small>}
      </td>
      <td>
        {row.called === 0 ? t.notCalled : t.times(row.called)}
        {row.onStageSeconds > 0 && <Small>{t.onStage(duration(row.onStageSeconds * 1_000))}</Small>}
      </td>
      <Quality quality={row.quality} />
    </tr>
  );
}

function People({ row, report }: { row: PointReportRow; report: PointReport }) {
  const t = useText(pointReport);
  const leaders = [...new Set(row.rolls.flatMap(roll => roll.leaders))];
  return (
    <td>
      {row.rolls.length === 0 && t.uncounted}
      {row.rolls.map(roll => {
        const sitting = report.sittings.find(one => one.sittingId === roll.sittingId);
        return (
          <span key={roll.sittingId} className={styles.line}>
            {report.sittings.length > 1 && sitting && `${sitting.title}: `}
            <b className="num">
              {roll.present}/{row.expected}
            </b>
            {roll.late && ` (${t.countedLate})`}
          </span>
        );
      })}
      {leaders.length > 0 && <Small>{t.leaders(leaders.join(", "))}</Small>}
    </td>
  );
}

function Quality({ quality }: { quality: PointReportRow["quality"] }) {
  const t = useText(pointReport);
  const lang = useLang();
  if (!quality) return <td className={styles.meta}>{t.unmeasured}</td>;
  return (
    <td>
      {t.rates(bitRate(quality.upKbps * 1_000, lang), bitRate(quality.downKbps * 1_000, lang))}
      <Small>
        {t.loss(
          share(quality.upLossPermille, lang),
          share(quality.downLossPermille, lang),
          share(quality.worstLossPermille, lang),
        )}
      </Small>
      {quality.roundTripMs > 0 && <Small>{t.trip(quality.roundTripMs, quality.worstRoundTripMs)}</Small>}
      {quality.poorSeconds > 0 && <Small>{t.poor(duration(quality.poorSeconds * 1_000))}</Small>}
    </td>
  );
}

function share(permille: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 1 }).format(permille / 10);
}

function Small({ children }: { children: string }) {
  return <span className={`${styles.line} ${styles.meta}`}>{children}</span>;
}
