import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { byteSize, clockTime, shortDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { MinutesView, SessionView } from "../../../core/schemas.ts";
import { useSaveFile } from "../../../hall/file.ts";
import { CommandNote, useApi, useCommand, usePart } from "../../../hall/index.ts";
import { useOpenReadable } from "../../../hall/reading.tsx";
import { common } from "../../../i18n/common.ts";
import { useLang, useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import {
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Icon,
  ProblemLine,
  Skeleton,
  StateChip,
  useToast,
} from "../../../ui/index.ts";
import styles from "./Closing.module.css";

/** The end of the session and its minutes. */
export function Closing({ session }: { session: SessionView }) {
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <EndSession session={session} />
        <Outcomes />
      </div>
      <Minutes session={session} />
    </div>
  );
}

function EndSession({ session }: { session: SessionView }) {
  const t = useText(secretary).closing;
  const words = useText(common);
  const end = useCommand("session.end");
  const [asked, setAsked] = useState(false);
  const left = session.sittings.filter(sitting => sitting.state !== "ENDED").length;
  const ended = session.state === "ENDED";
  return (
    <section className={styles.card} aria-labelledby="end-title">
      <div className={styles.head}>
        <h2 id="end-title">{t.sittings}</h2>
        {!ended && (
          <Button
            icon="gavel"
            tone={left === 0 && session.sittings.length > 0 ? "primary" : "quiet"}
            disabled={left > 0 || session.sittings.length === 0 || session.state === "DRAFT" || !end.online}
            aria-describedby="end-why"
            onClick={() => setAsked(true)}
          >
            {t.endSession}
          </Button>
        )}
      </div>
      <ul>
        {session.sittings.map(sitting => (
          <li key={sitting.sittingId} className={styles.line}>
            <span className={styles.grow}>
              <b>{sitting.title}</b>
              <span className={`num ${styles.quiet}`}>
                {shortDate(sitting.startsAt)}
                {sitting.openedAt !== undefined && ` · ${clockTime(sitting.openedAt)}`}
                {sitting.endedAt !== undefined && `–${clockTime(sitting.endedAt)}`}
              </span>
            </span>
            <StateChip tone={sitting.state === "OPEN" ? "live" : sitting.state === "ENDED" ? "good" : "neutral"}>
              {words.sittingState[sitting.state]}
            </StateChip>
          </li>
        ))}
      </ul>
      <p id="end-why" className={styles.quiet}>
        {ended ? t.endedAlready : left > 0 ? t.endNeeds(left) : t.notYet}
      </p>
      {asked && (
        <ConfirmDialog
          title={t.endSession}
          action={t.endSession}
          busy={end.busy}
          onClose={() => setAsked(false)}
          onConfirm={() => void end.send({}).then(done => done && setAsked(false))}
        >
          <p>{t.endText}</p>
          <CommandNote command={end} quiet />
        </ConfirmDialog>
      )}
    </section>
  );
}

/** All declared votes with verdict and figures. */
function Outcomes() {
  const t = useText(secretary).closing;
  const words = useText(common);
  const voting = usePart("voting");
  const agenda = usePart("agenda");
  const declared = voting?.votes.filter(vote => vote.state === "DECLARED" && vote.result) ?? [];
  return (
    <section className={styles.card} aria-labelledby="votes-title">
      <h2 id="votes-title">{t.votes}</h2>
      {declared.length === 0 && <p className={styles.quiet}>{t.noVotes}</p>}
      <ul>
        {declared.map(vote => (
          <li key={vote.voteId} className={styles.line}>
            <span className={styles.grow}>
              <b>
                {agenda?.items.find(item => item.itemId === vote.itemId)?.number}. {vote.title}
              </b>
              {vote.result && (
                <span className={`num ${styles.quiet}`}>
                  {words.choice.FOR} {vote.result.forCount} · {words.choice.AGAINST} {vote.result.againstCount} ·{" "}
                  {words.choice.ABSTAIN} {vote.result.abstainCount} · {words.result.notVoted} {vote.result.notVoted} ·{" "}
                  {words.result.absent} {vote.result.absent}
                </span>
              )}
            </span>
            {vote.result && (
              <StateChip
                tone={vote.result.outcome === "PASSED" ? "good" : "bad"}
                icon={vote.result.outcome === "PASSED" ? "check" : "cross"}
              >
                {words.result[vote.result.outcome]}
              </StateChip>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Minutes({ session }: { session: SessionView }) {
  const t = useText(secretary).closing;
  const api = useApi();
  const say = useToast();
  const queries = useQueryClient();
  const path = { sessionId: session.sessionId };
  const draft = session.state === "DRAFT";
  const key = ["minutes", session.sessionId];
  const versions = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}/minutes", { params: { path }, signal })),
    enabled: !draft,
  });
  const generate = useMutation({
    mutationFn: () => unwrap(api.POST("/api/sessions/{sessionId}/minutes", { params: { path } })),
    onSuccess: made => {
      say(t.generated(made.version), "good");
      return queries.invalidateQueries({ queryKey: key });
    },
  });
  const list = versions.data ?? [];
  return (
    <section className={styles.card} aria-labelledby="minutes-title">
      <div className={styles.head}>
        <h2 id="minutes-title">{t.minutes}</h2>
        {!draft && (
          <Button tone="primary" icon="paper" busy={generate.isPending} onClick={() => generate.mutate()}>
            {list.length > 0 ? t.generateAgain : t.generate}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{draft ? t.draft : t.minutesIntro}</p>
      {generate.isPending && (
        <div className={styles.generating} role="status">
          <span>{t.generating}</span>
          <progress className={styles.progress} aria-label={t.generating} />
        </div>
      )}
      {generate.error && <ProblemLine problem={asProblem(generate.error)} />}
      {versions.isLoading && <Skeleton lines={3} />}
      {versions.error && <ErrorState problem={asProblem(versions.error)} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && !generate.isPending && (
        <EmptyState icon="paper" title={t.emptyTitle}>
          {t.emptyText}
        </EmptyState>
      )}
      <ul>
        {list.map((minutes, at) => (
          <Version key={minutes.version} session={session.sessionId} minutes={minutes} newest={at === 0} />
        ))}
      </ul>
    </section>
  );
}

function Version({ session, minutes, newest }: { session: string; minutes: MinutesView; newest: boolean }) {
  const t = useText(secretary).closing;
  const words = useText(common);
  const lang = useLang();
  const open = useOpenReadable();
  const pdf = useSaveFile();
  const path = `minutes/${minutes.version}/content`;
  const made = `${clockTime(minutes.generatedAt)} ${shortDate(minutes.generatedAt)}`;
  return (
    <li className={styles.line}>
      <Icon name="paper" size={26} className={styles.picture} />
      <span className={styles.grow}>
        <span className={styles.version}>
          <b>{t.version(minutes.version)}</b>
          {newest && <StateChip tone="good">{t.newest}</StateChip>}
        </span>
        <span className={`num ${styles.quiet}`}>
          {made} · {words.pages(minutes.pages)} · {byteSize(minutes.bytes, lang)} · {t.upTo(minutes.seq)}
        </span>
        <span className={styles.hash} title={minutes.journalHash}>
          {t.fingerprint}: {minutes.journalHash.slice(0, 16)}…
        </span>
      </span>
      <Button
        icon="eye"
        aria-label={t.openVersion(minutes.version)}
        onClick={() =>
          open({
            id: `${session}.minutes.${minutes.version}`,
            title: t.minutes,
            subtitle: `${t.version(minutes.version)} · ${made}`,
            path,
            bytes: minutes.bytes,
          })
        }
      >
        {t.open}
      </Button>
      <Button
        icon="download"
        busy={pdf.busy}
        aria-label={t.downloadVersion(minutes.version)}
        onClick={() => void pdf.save(`/api/sessions/${session}/${path}`, t.fileName(minutes.version))}
      >
        {t.download}
      </Button>
    </li>
  );
}
