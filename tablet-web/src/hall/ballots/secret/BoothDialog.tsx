import type { Booth } from "../../../core/secret/booth.ts";
import type { BoothState, Shown } from "../../../core/secret/course.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, classes, Dialog, Icon, type IconName, ProblemLine } from "../../../ui/index.ts";
import pollStyles from "../polls.module.css";
import { LimitsButton } from "./Limits.tsx";
import { OwnCheck } from "./OwnCheck.tsx";
import { SheetForm } from "./SheetForm.tsx";
import styles from "./secret.module.css";
import { useShown } from "./useBooth.ts";

/** The own secret ballot over the whole screen: to be marked, on its way, recorded, looked for. Never shows a choice afterwards. */
export function BoothDialog({ booth, onClose }: { booth: Booth; onClose: () => void }) {
  const t = useText(secret);
  const { state, problem, proof } = useShown(booth);
  return (
    <Dialog
      shape="full"
      title={t.kind}
      onClose={onClose}
      actions={
        <>
          <LimitsButton />
          <Button icon="back" onClick={onClose}>
            {t.toPapers}
          </Button>
        </>
      }
    >
      <div className={styles.room}>
        {state.kind === "choosing" ? (
          <SheetForm poll={state.poll} onMark={(code, marks) => booth.mark(code, marks)} />
        ) : state.kind === "checked" ? (
          <OwnCheck booth={booth} state={state} />
        ) : (
          <Standing state={state} />
        )}
        {(state.kind === "choosing" || state.kind === "holding") && <Proven proof={proof} />}
        {problem && <ProblemLine problem={problem} />}
        {problem && (
          <Button icon="refresh" onClick={() => booth.retry()}>
            {t.retry}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const icons: Partial<Record<BoothState["kind"], IconName>> = {
  recorded: "check",
  sending: "up",
  unanswered: "clock",
  holding: "check",
};

/** Where the ballot is, in large calm words. */
function Standing({ state }: { state: BoothState }) {
  const t = useText(secret);
  const good = state.kind === "recorded" || state.kind === "holding";
  const bad = ["foreign", "denied", "unpaired", "elsewhere", "none", "conflict", "refused", "missed"].includes(
    state.kind,
  );
  const title =
    state.kind === "recorded" || state.kind === "sending" || state.kind === "unanswered"
      ? t.title[state.kind]
      : bad
        ? t.title.trouble
        : undefined;
  return (
    <div className={classes(styles.standing, good && styles.isGood, bad && styles.isBad)} role="status">
      {state.kind === "sending" ? (
        <progress className={styles.sending} aria-label={t.title.sending} />
      ) : (
        <Icon name={bad ? "warning" : (icons[state.kind] ?? "info")} size={56} />
      )}
      {title && <h3 className={styles.standingTitle}>{title}</h3>}
      <p>{t.own[state.kind]}</p>
      {state.kind === "sending" && state.away > 0 && <p className={pollStyles.warn}>{t.away(state.away)}</p>}
      {"written" in state && state.kind !== "conflict" && (
        <p className={`num ${styles.code}`}>{t.code(state.written.code)}</p>
      )}
      {state.kind === "recorded" && (
        <>
          <p>{t.codeKeep}</p>
          <p className={styles.quiet}>{t.receipt}</p>
        </>
      )}
    </div>
  );
}

/** What this device has found in the journal by itself. */
function Proven({ proof }: { proof: Shown["proof"] }) {
  const t = useText(secret);
  if (!proof) return null;
  return (
    <p className={styles.proven}>
      <Icon name="lock" /> {t.proof(proof.definition, proof.taken)}
    </p>
  );
}

const opens: readonly BoothState["kind"][] = ["choosing", "sending", "recorded", "unanswered", "checked", "conflict"];

/** For the panel beside the papers: the same words in small, and the way into the full screen. */
export function BoothLines({ booth, onOpen }: { booth: Booth | undefined; onOpen: () => void }) {
  const t = useText(secret);
  const { state, problem, proof } = useShown(booth);
  return (
    <>
      <p role="status">{state.kind === "checked" ? <Found state={state} /> : t.own[state.kind]}</p>
      {state.kind === "sending" && state.away > 0 && <p className={pollStyles.warn}>{t.away(state.away)}</p>}
      {(state.kind === "recorded" || state.kind === "unanswered") && (
        <p className={`num ${styles.quiet}`}>{t.code(state.written.code)}</p>
      )}
      {state.kind === "holding" && <Proven proof={proof} />}
      {problem && <ProblemLine problem={problem} />}
      {opens.includes(state.kind) && (
        <Button
          tone={state.kind === "choosing" ? "primary" : "quiet"}
          size={state.kind === "choosing" ? "large" : "normal"}
          icon="vote"
          block
          onClick={onOpen}
        >
          {t.openBallot}
        </Button>
      )}
    </>
  );
}

function Found({ state }: { state: Extract<BoothState, { kind: "checked" }> }) {
  const t = useText(secret).check;
  const { code } = state.written;
  return state.own === "board-unsound" ? t.unsound : t[state.own](code);
}
