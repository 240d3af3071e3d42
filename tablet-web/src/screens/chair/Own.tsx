import type { VoteView } from "../../core/schemas.ts";
import { CommandNote, OpenVote, useCommand, useMe } from "../../hall/index.ts";
import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Icon } from "../../ui/index.ts";
import styles from "./desk.module.css";
import { callOf, type Desk, sittingAtHand } from "./nextStep.ts";

/** The chair is a delegate too: checks in here. Nothing once present, or for a chair who is no member. */
export function OwnCheckIn({ desk }: { desk: Desk }) {
  const t = useText(chair).checkIn;
  const words = useText(common);
  const me = useMe();
  const command = useCommand("attendance.check-in");
  const sitting = sittingAtHand(desk);
  const call = callOf(desk, sitting);
  const presence = me?.sittings.find(one => one.sittingId === sitting?.sittingId)?.presence ?? "NONE";
  if (!me?.delegate || !sitting || !call || call.rollCall === "CLOSED" || presence === "PRESENT") return null;
  return (
    <section className={styles.own} aria-label={t.title}>
      {presence === "CHECKED_IN" ? (
        <p className={styles.recorded} role="status">
          <Icon name="check" /> {t.recorded}
        </p>
      ) : (
        <>
          <h2 className={styles.cardTitle}>{t.title}</h2>
          <Button
            tone="yes"
            size="large"
            block
            icon="check"
            busy={command.busy}
            disabled={!command.online}
            onClick={() => void command.send({ sittingId: sitting.sittingId })}
          >
            {command.busy ? words.command.sending : t.button}
          </Button>
          <CommandNote command={command} quiet />
        </>
      )}
    </section>
  );
}

/** The chair's own ballot in what is open; clock and progress stand beside it on the chair's own card. */
export function OwnBallot({ vote }: { vote: VoteView }) {
  const t = useText(chair).vote;
  if (!useMe()?.delegate) return null;
  return (
    <section className={styles.own} aria-label={t.own}>
      <OpenVote vote={vote} quiet />
    </section>
  );
}
