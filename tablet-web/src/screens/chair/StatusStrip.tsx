import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { RunningClock, StateChip, ThresholdBar } from "../../ui/index.ts";
import { callOf, type Desk, sittingAtHand } from "./nextStep.ts";
import styles from "./StatusStrip.module.css";
import { startOf } from "./stepWords.ts";

/** Which sitting, how long it has run, and whether enough delegates are present. */
export function StatusStrip({ desk, now }: { desk: Desk; now: () => number }) {
  const t = useText(chair).status;
  const words = useText(common);
  const sitting = sittingAtHand(desk);
  const call = callOf(desk, sitting);
  const { total } = desk.attendance;
  if (!sitting || !call) {
    return (
      <section className={styles.strip} aria-label={t.label}>
        <div className={styles.sitting}>
          <StateChip>{words.sessionState[desk.session.state]}</StateChip>
          <b className={styles.title}>{t.none}</b>
        </div>
      </section>
    );
  }
  const open = sitting.state === "OPEN";
  return (
    <section className={styles.strip} aria-label={t.label}>
      <div className={styles.sitting}>
        <StateChip tone={open ? "live" : "neutral"}>
          {open ? words.sittingState.OPEN : words.rollCall[call.rollCall]}
        </StateChip>
        <b className={styles.title} lang="vi">
          {sitting.title}
        </b>
        {open && sitting.openedAt !== undefined ? (
          <span className={styles.detail}>
            {t.running} <RunningClock now={now} since={sitting.openedAt} label={t.running} />
          </span>
        ) : (
          <span className={styles.detail}>{t.planned(startOf(sitting))}</span>
        )}
      </div>
      <div className={styles.quorum}>
        <div className={styles.figures}>
          <b className={`num ${styles.present}`}>{words.quorum.present(call.present, total)}</b>
          {call.checkedIn > 0 && <span className="num">{t.checkedIn(call.checkedIn)}</span>}
          <StateChip tone={call.quorumMet ? "good" : "warn"} icon={call.quorumMet ? "check" : "warning"}>
            {call.quorumMet ? words.quorum.met : words.quorum.notMet(call.quorumNeeded)}
          </StateChip>
        </div>
        <div className={styles.bar}>
          <ThresholdBar
            parts={[
              { kind: "present", value: call.present },
              { kind: "checked", value: call.checkedIn },
            ]}
            whole={total}
            needed={call.quorumNeeded}
            mark={words.result.threshold(call.quorumNeeded)}
            label={t.quorumBar(call.present, call.checkedIn, total)}
          />
        </div>
      </div>
    </section>
  );
}
