import type { ReactNode } from "react";
import type { RoomView, VoteView } from "../../../core/schemas.ts";
import { useCallState } from "../../../hall/room/call.tsx";
import { useLasting } from "../../../hall/stage/useLasting.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { roomDesk } from "../../../i18n/room-desk.ts";
import { Button, classes, Icon, type IconName } from "../../../ui/index.ts";
import type { Panel } from "./Conference.tsx";
import styles from "./conference.module.css";
import type { Own } from "./useOwn.ts";

/** A short break is no news. */
const graceMs = 1_200;

/**
 * What one must know now, over the upper edge of the pictures, the most urgent first; what lasts as long as the line is
 * weak stands below and aside, where it hides nothing of the page.
 */
export function Banners({
  room,
  own,
  moderator,
  vote,
  peopleShown,
  soundBlocked,
  onAir,
  onPictures,
  onPanel,
}: {
  room: RoomView;
  own: Own;
  moderator: boolean;
  vote: VoteView | undefined;
  peopleShown: boolean;
  soundBlocked: boolean;
  /** Is before everybody's eyes by the director's layout. */
  onAir: boolean;
  /** One listens and looks at pages only: tries pictures again. */
  onPictures: (() => void) | undefined;
  onPanel?: (panel: Panel) => void;
}) {
  const t = useText(catalogue);
  const desk = useText(roomDesk);
  const broken = useLasting(useCallState().kind === "reconnecting", graceMs);
  const invited = own.invited && !own.microphone.on;
  return (
    <>
      {invited && (
        <div className={styles.invited} role="alert">
          <Icon name="mic" size={32} />
          <div className={styles.invitedWords}>
            <b className={styles.invitedTitle}>{t.own.invited}</b>
            <p>{t.own.invitedText}</p>
          </div>
          <Button tone="yes" size="large" icon="mic" busy={own.microphone.opening} onClick={own.speak}>
            {t.own.speak}
          </Button>
        </div>
      )}
      <div className={styles.banners} role="status">
        {onAir && (
          <p className={styles.onAir}>
            <Icon name="stage" size={20} /> {t.stage.onAir}
          </p>
        )}
        {own.queuePlace === 1 && (
          <Banner icon="hand" title={t.own.next}>
            {t.own.nextText}
          </Banner>
        )}
        {broken && (
          <Banner icon="refresh" title={t.call.reconnecting}>
            {t.call.reconnectingText}
          </Banner>
        )}
        {soundBlocked && <Banner icon="soundOff" title={t.call.blocked} action={<Button>{t.call.unblock}</Button>} />}
        {vote && (
          <Banner
            tone="live"
            icon="vote"
            title={t.vote.opened(vote.title)}
            action={<Button onClick={() => onPanel?.("vote")}>{t.vote.open}</Button>}
          />
        )}
        {moderator && room.waitingCount > 0 && !peopleShown && (
          <Banner
            icon="hand"
            title={desk.waitingBadge(room.waitingCount)}
            action={<Button onClick={() => onPanel?.("people")}>{t.people.show}</Button>}
          />
        )}
        {own.screen.on && (
          <Banner
            icon="share"
            title={t.own.sharing}
            action={<Button onClick={own.toggleScreen}>{t.controls.shareStop}</Button>}
          />
        )}
        {own.screen.trouble && <Banner icon="warning" title={t.trouble.screen} />}
      </div>
      {onPictures && (
        <div className={styles.beside} role="status">
          <Banner icon="sound" title={t.line.voices} action={<Button onClick={onPictures}>{t.line.pictures}</Button>}>
            {t.line.voicesText}
          </Banner>
        </div>
      )}
    </>
  );
}

function Banner({
  icon,
  title,
  tone = "plain",
  action,
  children,
}: {
  icon: IconName;
  title: string;
  tone?: "plain" | "live";
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={classes(styles.banner, tone === "live" && styles.bannerLive)}>
      <Icon name={icon} />
      <p className={styles.bannerWords}>
        <b>{title}</b> {children}
      </p>
      {action}
    </div>
  );
}
