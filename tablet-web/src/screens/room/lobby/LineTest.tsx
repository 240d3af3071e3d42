import { percent } from "../../../core/format.ts";
import type { LineTestEnd } from "../../../core/line-test.ts";
import { bitRate } from "../../../core/rate.ts";
import { useLang, useText } from "../../../i18n/language.ts";
import { room } from "../../../i18n/room.ts";
import { Button, Progress, StateChip } from "../../../ui/index.ts";
import styles from "./lobby.module.css";
import { useLineTest } from "./useLineTest.ts";

/** Measures the line over the way that the room takes, in five seconds. */
export function LineTest({ session }: { session: string }) {
  const t = useText(room).test;
  const { state, start } = useLineTest(session);
  return (
    <section className={styles.card} aria-label={t.title}>
      <h2 className={styles.cardTitle}>{t.title}</h2>
      {state.kind === "running" ? (
        <Progress label={state.share === 0 ? t.connecting : t.running} value={state.share} max={1} />
      ) : (
        <Button icon="online" onClick={start}>
          {state.kind === "idle" ? t.start : t.again}
        </Button>
      )}
      {state.kind === "idle" && <p className={styles.hint}>{t.hint}</p>}
      <div role="status">
        {state.kind === "unreachable" && (
          <p className={styles.unreachable}>
            <StateChip tone="bad" icon="warning">
              {t.unreachable}
            </StateChip>
          </p>
        )}
        {state.kind === "measured" && <Measured end={state} />}
      </div>
    </section>
  );
}

const tones = { good: "good", fair: "warn", poor: "bad" } as const;
const icons = { good: "check", fair: "info", poor: "warning" } as const;

/** @param graded also in a word; not where another grades by limits of its own */
export function Measured({
  end,
  graded = true,
}: {
  end: Extract<LineTestEnd, { kind: "measured" }>;
  graded?: boolean;
}) {
  const t = useText(room).test;
  const lang = useLang();
  const { grade, roundTripMs, upBps, downBps, lost } = end.report;
  const rows = [
    [t.roundTrip, t.ms(roundTripMs)],
    [t.up, bitRate(upBps, lang)],
    [t.down, bitRate(downBps, lang)],
    [t.lost, percent(Math.round(lost * 1000), 1000, lang)],
  ] as const;
  return (
    <div className={styles.measured}>
      {graded && (
        <StateChip tone={tones[grade]} icon={icons[grade]}>
          {t.grade[grade]}
        </StateChip>
      )}
      <dl className={styles.figures}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
