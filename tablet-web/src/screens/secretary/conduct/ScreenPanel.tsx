import type { Scene } from "../../../core/schemas.ts";
import { useActions, usePart } from "../../../hall/index.ts";
import { journal } from "../../../i18n/journal.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Icon, StateChip } from "../../../ui/index.ts";
import styles from "./ScreenPanel.module.css";
import type { ConductView } from "./useConduct.ts";

const plain: readonly Scene[] = ["IDLE", "AGENDA", "ROLL_CALL", "ITEM", "SPEAKER"];
const automatic = "AUTOMATIC";

/** What the big screen shows now, and the choice to leave it to itself or to pin a scene. */
export function ScreenPanel({ view }: { view: ConductView }) {
  const t = useText(secretary).screen;
  const { scenes } = useText(journal);
  const screen = usePart("screen");
  const polls = usePart("ballots")?.polls ?? [];
  const { run, busy, online } = useActions();
  if (!screen) return null;
  const votes = view.voting?.votes ?? [];
  const shownVote = votes.find(vote => vote.voteId === screen.voteId);
  const choose = (value: string) => {
    if (value === automatic) {
      void run("screen", "screen.automatic", {});
      return;
    }
    const [scene = "IDLE", id] = value.split(" ") as [Scene, string | undefined];
    const of = scene === "POLL" ? { pollId: id ?? "" } : { voteId: id ?? "" };
    void run("screen", "screen.show", id ? { scene, ...of } : { scene });
  };
  const pinned = [screen.scene, screen.voteId ?? screen.pollId].filter(part => part !== undefined).join(" ");
  return (
    <section className={styles.panel} aria-labelledby="screen-title">
      <div className={styles.head}>
        <h3 id="screen-title">{t.title}</h3>
        <a
          className={styles.open}
          href={`/sessions/${view.session.sessionId}/screen`}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Icon name="screen" size={20} />
          {t.open}
        </a>
      </div>
      <p className={styles.now} title={shownVote?.title}>
        <span>{t.now}:</span> <b>{scenes[screen.scene]}</b>
        <StateChip tone={screen.mode === "PINNED" ? "warn" : "info"}>
          {screen.mode === "PINNED" ? t.pinned : t.automatic}
        </StateChip>
      </p>
      <select
        className={styles.select}
        aria-label={t.pin}
        value={screen.mode === "PINNED" ? pinned : automatic}
        disabled={!online || busy("screen")}
        onChange={event => choose(event.target.value)}
      >
        <option value={automatic}>{t.automaticOption}</option>
        {plain.map(scene => (
          <option key={scene} value={scene}>
            {scenes[scene]}
          </option>
        ))}
        {votes
          .filter(vote => vote.state === "OPEN" || (screen.scene === "VOTE" && vote.voteId === screen.voteId))
          .map(vote => (
            <option key={vote.voteId} value={`VOTE ${vote.voteId}`}>
              {t.vote(vote.title)}
            </option>
          ))}
        {votes
          .filter(vote => vote.state === "CLOSED" || vote.state === "DECLARED")
          .map(vote => (
            <option key={vote.voteId} value={`RESULT ${vote.voteId}`}>
              {t.result(vote.title)}
            </option>
          ))}
        {polls
          .filter(poll => poll.state !== "DRAFT")
          .map(poll => (
            <option key={poll.pollId} value={`POLL ${poll.pollId}`}>
              {t.poll(poll.title)}
            </option>
          ))}
      </select>
    </section>
  );
}
