import { type ReactNode, useState } from "react";
import { clockTime, localDate } from "../../../core/format.ts";
import { CommandNote, useCommand, useLiveState } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, ConfirmDialog, Icon, IconButton, Segmented, StateChip, ThresholdBar } from "../../../ui/index.ts";
import { lacksForOpening, type OpeningLack } from "./logic.ts";
import styles from "./SittingBar.module.css";
import type { ConductView } from "./useConduct.ts";

export type CentreView = "item" | "roll";

/** Which sitting, how many are present of how many needed, and the one thing to do next with the sitting. */
export function SittingBar({
  view,
  centre,
  onCentre,
  onHelp,
}: {
  view: ConductView;
  centre: CentreView;
  onCentre: (centre: CentreView) => void;
  onHelp: () => void;
}) {
  const t = useText(secretary).conduct;
  const words = useText(common);
  const { sitting, call, total, session } = view;
  const planned = session.sittings.filter(one => one.state === "PLANNED");
  if (!sitting) return null;
  return (
    <div className={styles.bar}>
      <div className={styles.sitting}>
        {!view.running && planned.length > 1 ? (
          <select
            className={styles.select}
            aria-label={t.sitting}
            value={sitting.sittingId}
            onChange={event => view.choose(event.target.value)}
          >
            {planned.map(one => (
              <option key={one.sittingId} value={one.sittingId}>
                {one.title}
              </option>
            ))}
          </select>
        ) : (
          <b className={styles.title}>{sitting.title}</b>
        )}
        <span className={styles.state}>
          <StateChip tone={sitting.state === "OPEN" ? "live" : sitting.state === "ENDED" ? "neutral" : "info"}>
            {words.sittingState[sitting.state]}
          </StateChip>
          <span className={`num ${styles.quiet}`}>
            {sitting.openedAt !== undefined
              ? t.startedAt(clockTime(sitting.openedAt))
              : t.plannedAt(clockTime(sitting.startsAt), localDate(sitting.date))}
          </span>
        </span>
      </div>
      {call && (
        <div className={styles.quorum}>
          <span className={styles.present}>
            <b className={`num ${styles.figure}`}>
              {call.present}
              <small>/{total}</small>
            </b>
            <span className={call.quorumMet ? styles.met : styles.unmet}>
              <Icon name={call.quorumMet ? "check" : "warning"} size={18} />
              {call.quorumMet ? words.quorum.met : words.quorum.notMet(call.quorumNeeded)}
            </span>
          </span>
          <ThresholdBar
            parts={[
              { kind: "present", value: call.present },
              { kind: "checked", value: call.checkedIn },
            ]}
            whole={total}
            needed={call.quorumNeeded}
            mark={words.result.threshold(call.quorumNeeded)}
            label={words.quorum.present(call.present, total)}
          />
        </div>
      )}
      <Segmented
        label={t.view}
        value={centre}
        onChange={onCentre}
        options={[
          { id: "item", label: t.viewItem },
          {
            id: "roll",
            label: call && call.checkedIn > 0 ? `${t.viewRoll} (${call.checkedIn})` : t.viewRoll,
          },
        ]}
      />
      <div className={styles.actions}>
        {sitting.state === "PLANNED" && <OpenSitting view={view} />}
        {sitting.state === "OPEN" && <EndSitting view={view} />}
        <IconButton icon="info" label={t.help} onClick={onHelp} />
      </div>
    </div>
  );
}

function OpenSitting({ view }: { view: ConductView }) {
  const t = useText(secretary).conduct;
  const open = useCommand("sitting.open");
  const [asked, setAsked] = useState(false);
  const { sitting, call, total, session } = view;
  if (!sitting) return null;
  const lacks = lacksForOpening(call, session.openSittingId);
  const lackText: Record<OpeningLack, ReactNode> = {
    "other-open": t.otherOpen,
    "roll-call": t.needRollCall,
    approval: t.needApproval,
    quorum: t.needQuorum(call?.present ?? 0, call?.quorumNeeded ?? 0),
  };
  return (
    <>
      <span className={styles.withReason}>
        <Button
          tone="primary"
          icon="play"
          disabled={lacks.length > 0 || !open.online}
          aria-describedby={lacks.length > 0 ? "sitting-lacks" : undefined}
          onClick={() => setAsked(true)}
        >
          {t.openSitting}
        </Button>
        {lacks.length > 0 && (
          <span id="sitting-lacks" className={styles.lacks} title={t.chairMay}>
            {lacks.map((lack, at) => (
              <span key={lack}>
                {at > 0 && " · "}
                {lackText[lack]}
              </span>
            ))}
          </span>
        )}
      </span>
      {asked && (
        <ConfirmDialog
          title={t.openTitle}
          tone="primary"
          action={t.openSitting}
          busy={open.busy}
          onClose={() => setAsked(false)}
          onConfirm={() => void open.send({ sittingId: sitting.sittingId }).then(done => done && setAsked(false))}
        >
          <p>{t.openText(sitting.title, call?.present ?? 0, total)}</p>
          <CommandNote command={open} quiet />
        </ConfirmDialog>
      )}
    </>
  );
}

function EndSitting({ view }: { view: ConductView }) {
  const t = useText(secretary).conduct;
  const end = useCommand("sitting.end");
  const online = useLiveState().kind === "live";
  const [asked, setAsked] = useState(false);
  const { sitting, openVote } = view;
  if (!sitting) return null;
  return (
    <>
      <span className={styles.withReason}>
        <Button icon="stop" disabled={openVote !== undefined || !online} onClick={() => setAsked(true)}>
          {t.endSitting}
        </Button>
        {openVote && <span className={styles.lacks}>{t.voteOpen}</span>}
      </span>
      {asked && (
        <ConfirmDialog
          title={t.endTitle}
          action={t.endSitting}
          busy={end.busy}
          onClose={() => setAsked(false)}
          onConfirm={() => void end.send({ sittingId: sitting.sittingId }).then(done => done && setAsked(false))}
        >
          <p>{t.endText(sitting.title)}</p>
          <CommandNote command={end} quiet />
        </ConfirmDialog>
      )}
    </>
  );
}
