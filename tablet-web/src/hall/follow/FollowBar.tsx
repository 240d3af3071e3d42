import { follow as texts } from "../../i18n/follow.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Icon } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import styles from "./FollowBar.module.css";
import type { Shown } from "./useFollow.ts";

/** Who presents and where; in and out by one tap. */
export default function FollowBar({
  shown,
  following,
  onJoin,
  onLeave,
}: {
  shown: Shown;
  following: boolean;
  onJoin: () => void;
  onLeave: () => void;
}) {
  const t = useText(texts);
  const { run, busy, online } = useActions();
  const known = shown.paperId !== undefined;
  return (
    <div className={styles.bar} role="status">
      <span className={styles.words}>
        <Icon name={following ? "follow" : "screen"} size={20} />
        <span>
          <b>{shown.own ? t.yours : following ? t.following(shown.name) : t.shows(shown.name)}</b>{" "}
          <span className={styles.page}>· {shown.page === undefined ? t.secret : t.page(shown.page)}</span>
        </span>
      </span>
      {shown.own && (
        <Button
          icon="stop"
          busy={busy("stop")}
          disabled={!online}
          onClick={() => void run("stop", "follow.stop", {}, t.stopped)}
        >
          {t.stop}
        </Button>
      )}
      {!shown.own && known && (
        <Button icon={following ? "exit" : "follow"} onClick={following ? onLeave : onJoin}>
          {following ? t.leave : t.join}
        </Button>
      )}
    </div>
  );
}
