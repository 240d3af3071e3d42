import { useState } from "react";
import { clockTime } from "../../core/format.ts";
import type { PollView } from "../../core/schemas.ts";
import { PollBoard, PollFacts } from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { Button, type ChipTone, classes, Icon, StateChip } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import { usePart } from "../live.tsx";
import { ReadyList } from "../voting/ReadyList.tsx";
import { againOf } from "./BallotBox.tsx";
import { Paper } from "./Paper.tsx";
import { type PollAsk, PollDialog } from "./PollDialog.tsx";
import styles from "./polls.module.css";
import type { Draft } from "./SheetDialog.tsx";
import { ElectronicDesk, PreparePaper, ToPaper } from "./secret/ElectronicDesk.tsx";

const tones: Record<PollView["state"], ChipTone> = {
  DRAFT: "info",
  ISSUING: "live",
  CASTING: "live",
  COUNTING: "warn",
  COUNTED: "warn",
  CHECKING: "live",
  FINAL: "warn",
  DECLARED: "good",
  VOIDED: "bad",
};

/** One secret ballot with its next step; what is missing for that step stands beside it. */
export function PollCard({
  poll,
  chair,
  onDraft,
}: {
  poll: PollView;
  chair: boolean;
  onDraft: (draft: Draft) => void;
}) {
  const t = useText(ballots);
  const [ask, setAsk] = useState<PollAsk>();
  const busy = poll.state === "ISSUING" || poll.state === "CASTING";
  const electronic = poll.form === "SECRET_ELECTRONIC";
  const running = busy || ["COUNTING", "COUNTED", "CHECKING", "FINAL"].includes(poll.state);
  const tied = poll.result?.lines.some(line => line.outcome === "TIED") ?? false;
  return (
    <article className={classes(styles.card, busy && styles.busy)} aria-label={poll.title}>
      <div className={styles.head}>
        <div>
          <p className={styles.title} lang="vi">
            {poll.title}
          </p>
          <p className={styles.quiet}>
            {poll.matterName}
            {poll.seats !== undefined && ` · ${t.seats(poll.seats, poll.lines.length)}`}
          </p>
        </div>
        <StateChip tone={tones[poll.state]}>
          {t.state[poll.state]}
          {poll.declaredAt !== undefined && <span className="num"> {clockTime(poll.declaredAt)}</span>}
        </StateChip>
      </div>
      {electronic ? <ElectronicDesk poll={poll} /> : <Telling poll={poll} />}
      {poll.state === "DRAFT" && <DraftCard poll={poll} chair={chair} onAsk={setAsk} onDraft={onDraft} />}
      {running && !electronic && poll.state !== "COUNTED" && <PollFacts poll={poll} />}
      <PollBoard poll={poll} />
      <div className={styles.actions}>
        {poll.state === (electronic ? "FINAL" : "COUNTED") && (
          <Button tone="primary" icon="gavel" onClick={() => setAsk("declare")}>
            {t.desk.declare}
          </Button>
        )}
        {poll.result && <Paper poll={poll} kind="count-minutes" />}
        {running && electronic && <ToPaper poll={poll} />}
        {poll.state === "VOIDED" && electronic && <PreparePaper poll={poll} />}
        {chair && running && !electronic && (
          <Button tone="danger" icon="close" onClick={() => setAsk("void")}>
            {t.desk.void}
          </Button>
        )}
        {!chair && (poll.state === "VOIDED" || (poll.state === "DECLARED" && tied)) && (
          <Button icon="refresh" onClick={() => onDraft(againOf(poll))}>
            {tied && poll.state === "DECLARED" ? t.desk.runOff : t.desk.again}
          </Button>
        )}
      </div>
      {ask && <PollDialog ask={ask} poll={poll} onClose={() => setAsk(undefined)} />}
    </article>
  );
}

/** What goes on, in a sentence; shared by all who watch. */
export function Telling({ poll }: { poll: PollView }) {
  const t = useText(ballots);
  const telling = t.telling;
  switch (poll.state) {
    case "ISSUING":
      return <p className={styles.telling}>{telling.ISSUING(poll.eligible ?? 0)}</p>;
    case "CASTING":
      return <p className={styles.telling}>{telling.CASTING(poll.issued ?? 0)}</p>;
    case "COUNTING":
      return (
        <div>
          <p className={styles.telling}>{telling.COUNTING(poll.issued ?? 0)}</p>
          <p className="num">
            {(poll.round ?? 1) > 1 && `${telling.mismatch(poll.round ?? 1)} `}
            {telling.keyed(poll.keyed ?? 0)}
          </p>
        </div>
      );
    case "COUNTED":
      return <p className={styles.telling}>{telling.COUNTED}</p>;
    case "VOIDED":
      return <p>{t.voided(poll.voidReason ?? "")}</p>;
    default:
      return null;
  }
}

function DraftCard({
  poll,
  chair,
  onAsk,
  onDraft,
}: {
  poll: PollView;
  chair: boolean;
  onAsk: (ask: PollAsk) => void;
  onDraft: (draft: Draft) => void;
}) {
  const t = useText(ballots);
  const { online } = useActions();
  const lack = useLack(poll);
  const electronic = poll.form === "SECRET_ELECTRONIC";
  const why = `why-${poll.pollId}`;
  return (
    <>
      <ul className={styles.names}>
        {poll.lines.map(line => (
          <li key={line.lineId} lang="vi">
            <b>{line.name}</b> {line.note && <small>{line.note}</small>}
          </li>
        ))}
      </ul>
      <TellerNames poll={poll} />
      {electronic && <ReadyList secret />}
      <div className={styles.actions}>
        <Button
          tone="primary"
          icon="vote"
          disabled={lack !== undefined || !online}
          aria-describedby={lack ? why : undefined}
          onClick={() => onAsk("issue")}
        >
          {t.desk.issue}
        </Button>
        <Button icon="users" disabled={!online} onClick={() => onAsk("tellers")}>
          {poll.tellers ? t.desk.changeTellers : t.desk.nameTellers}
        </Button>
        {!electronic && <Paper poll={poll} kind="sheet" />}
        {!chair && (
          <>
            <Button tone="plain" icon="edit" onClick={() => onDraft({ itemId: poll.itemId, like: poll, edits: true })}>
              {t.desk.edit}
            </Button>
            <Button tone="plain" icon="trash" onClick={() => onAsk("drop")}>
              {t.desk.drop}
            </Button>
          </>
        )}
        {lack && (
          <span id={why} className={styles.lack}>
            <Icon name="info" size={18} />
            {t.desk.why[lack]}
          </span>
        )}
      </div>
    </>
  );
}

export function TellerNames({ poll }: { poll: PollView }) {
  const t = useText(ballots);
  if (!poll.tellers) return <p className={styles.quiet}>{t.noTellers}</p>;
  const names = poll.tellers.people.map(one => (one.head ? `${one.name} (${t.head.toLowerCase()})` : one.name));
  return (
    <p className={styles.quiet}>
      <b>{t.tellers}:</b> <span lang="vi">{names.join(", ")}</span>
    </p>
  );
}

function useLack(poll: PollView): "tellers" | "sitting" | "item" | "other" | undefined {
  const session = usePart("session");
  const now = usePart("now");
  const votes = usePart("voting")?.votes ?? [];
  const polls = usePart("ballots")?.polls ?? [];
  if (!poll.tellers) return "tellers";
  if (session?.openSittingId === undefined) return "sitting";
  if (now?.itemId !== poll.itemId) return "item";
  const other =
    votes.some(one => one.state === "OPEN") || polls.some(one => one.state === "ISSUING" || one.state === "CASTING");
  return other ? "other" : undefined;
}
