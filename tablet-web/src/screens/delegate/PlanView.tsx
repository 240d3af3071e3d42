import { lazy, type ReactNode, Suspense, useState } from "react";
import { clockTime, weekDate } from "../../core/format.ts";
import type { ItemView, PaperView, SessionView, SittingView } from "../../core/schemas.ts";
import { PaperMarks } from "../../features/papers/PaperMarks.tsx";
import {
  CommandNote,
  useAgenda,
  useCommand,
  useMe,
  useOpened,
  usePost,
  useSignedIn,
  useWaitingAnswer,
} from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { Button, classes, Dialog, EmptyState, Field, Icon, Segmented, StateChip } from "../../ui/index.ts";
import styles from "./PlanView.module.css";

const OpinionLine = lazy(() => import("../../hall/opinions/OpinionLine.tsx"));
const SubstituteLine = lazy(() => import("../../hall/substitutes/SubstituteLine.tsx"));
const StandingIn = lazy(() => import("../../hall/substitutes/StandingIn.tsx"));
const Refused = lazy(() => import("../../hall/Refused.tsx"));

/** Before the sitting: receipt, answer per sitting, agenda with its papers. */
export function PlanView({
  session,
  onOpen,
}: {
  session: SessionView;
  onOpen: (item?: string, paper?: string) => void;
}) {
  const t = useText(delegate);
  const agenda = useAgenda();
  const me = useMe();
  return (
    <main className={styles.main}>
      <Suspense>
        <Refused />
      </Suspense>
      <div className={styles.top}>
        <h2 className={styles.title}>{t.plan.title}</h2>
        {me?.delegate && (
          <StateChip tone={me.received ? "good" : "neutral"} icon={me.received ? "check" : "clock"}>
            {me.received ? t.plan.received : t.plan.receiving}
          </StateChip>
        )}
      </div>
      {session.sittings.length === 0 ? (
        <EmptyState icon="calendar" title={t.plan.noSittings}>
          {t.plan.noSittingsText}
        </EmptyState>
      ) : (
        <ul className={styles.sittings}>
          {session.sittings.map(sitting => (
            <Sitting
              key={sitting.sittingId}
              session={session.sessionId}
              sitting={sitting}
              committee={session.bodyKind === "COMMITTEE"}
            />
          ))}
        </ul>
      )}
      <div className={styles.top}>
        <h2 className={styles.title}>{t.plan.papers}</h2>
        <Button tone="primary" icon="paper" onClick={() => onOpen()}>
          {t.plan.read}
        </Button>
      </div>
      {agenda && <Papers session={session.sessionId} items={agenda.items} onOpen={onOpen} />}
    </main>
  );
}

function Sitting({ session, sitting, committee }: { session: string; sitting: SittingView; committee: boolean }) {
  const t = useText(delegate).plan;
  const words = useText(common);
  const lang = useLang();
  const me = useMe();
  const own = me?.sittings.find(one => one.sittingId === sitting.sittingId);
  const command = useCommand("attendance.answer");
  const post = usePost();
  const waiting = useWaitingAnswer(session, sitting.sittingId);
  const name = useSignedIn()?.name;
  const [asking, setAsking] = useState(false);
  const planned = sitting.state === "PLANNED";
  const answer = async (value: "ATTEND" | "ABSENT", reason?: string) => {
    const wish = { sittingId: sitting.sittingId, answer: value, ...(reason ? { reason } : {}) };
    if (!command.online && post) {
      await post({ session, name: "attendance.answer", data: wish });
      setAsking(false);
      return;
    }
    const done = await command.send(wish);
    if (done) setAsking(false);
  };
  return (
    <li className={styles.sitting}>
      <div>
        <h3 className={styles.sittingTitle}>{sitting.title}</h3>
        <p className={styles.when}>
          <Icon name="clock" size={18} /> {t.startsAt(clockTime(sitting.startsAt), weekDate(sitting.startsAt, lang))}
        </p>
        {sitting.state !== "PLANNED" && (
          <StateChip tone={sitting.state === "OPEN" ? "live" : "neutral"}>
            {words.sittingState[sitting.state]}
          </StateChip>
        )}
      </div>
      {me?.delegate && (
        <div className={styles.answer}>
          <Segmented
            label={`${t.answer}: ${sitting.title}`}
            options={[
              { id: "ATTEND", label: t.attend },
              { id: "ABSENT", label: t.absent },
            ]}
            value={waiting?.data.data.answer ?? own?.answer?.answer}
            disabled={!planned || command.busy || !(command.online || post)}
            onChange={value => (value === "ABSENT" ? setAsking(true) : void answer("ATTEND"))}
          />
          <div className={styles.note}>
            {command.state.kind === "sending" || (command.state.kind === "refused" && !asking) ? (
              <CommandNote command={command} />
            ) : waiting ? (
              <p className="num">{words.command.kept(clockTime(waiting.at))}</p>
            ) : !planned ? (
              <p>{t.closed}</p>
            ) : own?.answer ? (
              <p className="num">
                {t.answeredAt(clockTime(own.answer.at))}
                {own.answer.reason && ` · ${t.yourReason(own.answer.reason)}`}
              </p>
            ) : (
              <p>{words.answer.NONE}</p>
            )}
          </div>
        </div>
      )}
      <Suspense>
        {own?.insteadOf !== undefined && <StandingIn insteadOf={own.insteadOf} votes={own.votes ?? false} />}
        {committee && me?.delegate && name && (own?.answer?.answer === "ABSENT" || own?.substitute) && (
          <SubstituteLine
            sittingId={sitting.sittingId}
            member={{ personId: me.personId, name }}
            sent={own.substitute}
            locked={sitting.state === "ENDED" || own.presence === "PRESENT" || own.presence === "CHECKED_IN"}
          />
        )}
      </Suspense>
      {asking && (
        <AbsenceDialog
          sitting={sitting}
          busy={command.busy}
          note={<CommandNote command={command} quiet />}
          onSend={reason => void answer("ABSENT", reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function AbsenceDialog({
  sitting,
  busy,
  note,
  onSend,
  onClose,
}: {
  sitting: SittingView;
  busy: boolean;
  note: ReactNode;
  onSend: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useText(delegate).plan;
  const app = useText(common).app;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const good = reason.trim().length >= 3;
  return (
    <Dialog
      title={`${t.reasonTitle}: ${sitting.title}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button
            tone="primary"
            busy={busy}
            onClick={() => {
              setTried(true);
              if (good) onSend(reason.trim());
            }}
          >
            {t.send}
          </Button>
        </>
      }
    >
      <Field
        multiline
        label={t.reason}
        hint={t.reasonHint}
        error={tried && !good ? t.reasonShort : undefined}
        value={reason}
        maxLength={500}
        onChange={event => setReason(event.target.value)}
      />
      {note}
    </Dialog>
  );
}

function Papers({
  session,
  items,
  onOpen,
}: {
  session: string;
  items: readonly ItemView[];
  onOpen: (item: string, paper?: string) => void;
}) {
  const t = useText(delegate).agenda;
  if (items.length === 0) {
    return (
      <EmptyState icon="list" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    );
  }
  return (
    <ol className={styles.items}>
      {items.map(item => (
        <li
          key={item.itemId}
          className={classes(styles.item, item.parentId !== undefined && styles.below)}
          style={{ ["--depth" as string]: item.number.split(".").length - 1 }}
        >
          <h3 className={styles.itemTitle}>
            <span className="num">{item.number}.</span> <span lang="vi">{item.title}</span>
          </h3>
          {item.papers.length > 0 && (
            <ul className={styles.papers}>
              {item.papers.map(paper => (
                <li key={paper.paperId}>
                  <Paper paper={paper} onOpen={() => onOpen(item.itemId, paper.paperId)} />
                </li>
              ))}
            </ul>
          )}
          <Suspense>
            <OpinionLine session={session} item={item} />
          </Suspense>
        </li>
      ))}
    </ol>
  );
}

function Paper({ paper, onOpen }: { paper: PaperView; onOpen: () => void }) {
  const words = useText(common);
  const opened = useOpened();
  return (
    <button type="button" className={styles.paper} onClick={onOpen}>
      <Icon name="paper" size={22} />
      <span className={styles.paperWords}>
        <span lang="vi">{paper.title}</span>
        <span className={styles.paperMeta}>
          {[words.paperKind[paper.kind], paper.number, paper.issuer, words.pages(paper.pages)]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {paper.summary && (
          <span className={styles.paperMeta} lang="vi">
            {paper.summary}
          </span>
        )}
        <PaperMarks paper={paper} opened={opened} />
      </span>
      <Icon name="next" size={20} />
    </button>
  );
}
