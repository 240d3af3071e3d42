import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import { clockTime, exactTime, weekDate } from "../../core/format.ts";
import type { SessionView, VoteView } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { bigScreen } from "../../i18n/big-screen.ts";
import { bindWords } from "../../i18n/bindWords.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import {
  classes,
  Icon,
  LiveCount,
  ResultBoard,
  RunningClock,
  StateChip,
  ThresholdBar,
  useTick,
  Voters,
} from "../../ui/index.ts";
import { Qr } from "../../ui/Qr.tsx";
import { checkInLink, publicOrigin } from "./checkInLink.ts";
import { ElectronicScene } from "./ElectronicScene.tsx";
import { FitText } from "./FitText.tsx";
import { Quiet, Scene } from "./Frame.tsx";
import { PollResult } from "./PollResult.tsx";
import type { Picture } from "./picture.ts";
import { StageScene } from "./StageScene.tsx";
import styles from "./scenes.module.css";

/** Lines of results that fit on the wall. */
const batchLines = 7;

type Of<S extends Picture["scene"]> = Extract<Picture, { scene: S }>;
type Clock = { now: () => number };

/** One picture drawn. */
export function Drawn({ picture, session, now }: { picture: Picture; session: SessionView } & Clock) {
  switch (picture.scene) {
    case "IDLE":
      return <Idle picture={picture} session={session} />;
    case "AGENDA":
      return <Agenda picture={picture} />;
    case "ROLL_CALL":
      return <RollCall picture={picture} session={session} />;
    case "ITEM":
      return <Item picture={picture} now={now} />;
    case "SPEAKER":
      return <SpeakerScene picture={picture} now={now} />;
    case "VOTE":
      return (
        <Voters vote={picture.vote}>
          <VoteScene picture={picture} now={now} />
        </Voters>
      );
    case "STAGE":
      return <StageScene picture={picture} session={session} />;
    case "POLL":
      return <PollScene picture={picture} now={now} />;
    case "RESULT":
      return (
        <Voters vote={picture.vote}>
          <Result picture={picture} />
        </Voters>
      );
  }
}

function Idle({ picture, session }: { picture: Of<"IDLE">; session: SessionView }) {
  const t = useText(bigScreen).idle;
  const lang = useLang();
  const { next, ended } = picture;
  return (
    <Quiet title={session.title}>
      {next ? (
        <p className={styles.nextSitting}>
          <span className={styles.label}>{t.next}</span>
          <span>
            {next.title}: <b className="num">{t.at(clockTime(next.startsAt), weekDate(next.startsAt, lang))}</b>
          </span>
        </p>
      ) : (
        <p className={styles.nextSitting}>{ended ? t.ended : t.none}</p>
      )}
    </Quiet>
  );
}

function Agenda({ picture }: { picture: Of<"AGENDA"> }) {
  const t = useText(bigScreen).agenda;
  const { rows, before, after, sitting } = picture;
  const outside = [before > 0 ? t.before(before) : "", after > 0 ? t.after(after) : ""].filter(Boolean);
  return (
    <Scene
      kicker={sitting?.title}
      title={<h1 className={styles.plainTitle}>{t.title}</h1>}
      footer={outside.join(" · ")}
    >
      <ol className={styles.agenda}>
        {rows.map(({ item, state }) => (
          <li
            key={item.itemId}
            className={classes(styles.row, styles[state], item.number.includes(".") && styles.below)}
            aria-current={state === "current" ? "step" : undefined}
          >
            <span className={`num ${styles.number}`}>{item.number}</span>
            <span className={classes(styles.rowTitle, item.title.length > 84 && styles.long)} lang="vi">
              {bindWords(item.title)}
            </span>
            <span className={styles.mark}>
              {state === "done" && (
                <>
                  <Icon name="check" /> {t.done}
                </>
              )}
              {state === "current" && t.current}
            </span>
          </li>
        ))}
      </ol>
    </Scene>
  );
}

function RollCall({ picture, session }: { picture: Of<"ROLL_CALL">; session: SessionView }) {
  const t = useText(bigScreen).rollCall;
  const { call, total, sitting } = picture;
  const approved = call.rollCall === "APPROVED";
  const here = approved ? call.present : call.present + call.checkedIn;
  const enough = here >= call.quorumNeeded;
  const words = enough ? (approved ? t.met : t.ready) : t.missing(call.quorumNeeded - here);
  return (
    <Scene kicker={sitting.title} title={<h1 className={styles.plainTitle}>{approved ? t.approvedTitle : t.title}</h1>}>
      <div className={styles.rollCall}>
        <div className={styles.count}>
          <p className={`num ${styles.figure}`}>
            <b>{here}</b>/{total}
          </p>
          <p className={styles.label}>{approved ? t.present : t.checkedIn}</p>
          <ThresholdBar
            size="wall"
            parts={[
              { kind: "present", value: call.present },
              { kind: "checked", value: call.checkedIn },
            ]}
            whole={total}
            needed={call.quorumNeeded}
            mark={t.threshold(call.quorumNeeded)}
            label={t.bar(call.present, call.checkedIn, total)}
          />
          <p className={classes(styles.quorum, enough ? styles.enough : styles.short)}>
            <Icon name={enough ? "check" : "users"} /> {words}
          </p>
        </div>
        {call.code && <Code session={session.sessionId} sitting={sitting.sittingId} code={call.code} />}
      </div>
    </Scene>
  );
}

function Code({ session, sitting, code }: { session: string; sitting: string; code: string }) {
  const t = useText(bigScreen).rollCall;
  const api = useApi();
  const server = useQuery({
    queryKey: ["server"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/server", { signal })),
    staleTime: 600_000,
    retry: true,
  });
  const origin = publicOrigin(server.data?.addresses ?? [], location.origin);
  return (
    <div className={styles.code}>
      <Qr text={checkInLink(origin, session, sitting, code)} label={t.qr} size={440} />
      <p className={styles.scan}>{t.scan}</p>
      <p className={`num ${styles.digits}`}>
        {code.slice(0, 3)} {code.slice(3)}
      </p>
    </div>
  );
}

function Item({ picture, now }: { picture: Of<"ITEM"> } & Clock) {
  const t = useText(bigScreen).item;
  const kinds = useText(common).itemKind;
  const { item, since } = picture;
  return (
    <Scene
      kicker={`${t.number(item.number)} · ${kinds[item.kind]}`}
      footer={
        since !== undefined && (
          <>
            {t.running} <RunningClock now={now} since={since} label={t.running} className={styles.small} />
            {item.minutes !== undefined && ` · ${t.planned(item.minutes)}`}
          </>
        )
      }
    >
      <div className={styles.item}>
        <FitText text={item.title} largest={6.5} smallest={3} height={34} />
        {item.presenter && (
          <p className={styles.presenter}>
            <span className={styles.label}>{t.presenter}</span>
            <span lang="vi">{bindWords(item.presenter)}</span>
          </p>
        )}
      </div>
    </Scene>
  );
}

function SpeakerScene({ picture, now }: { picture: Of<"SPEAKER"> } & Clock) {
  const t = useText(bigScreen);
  const { speech, queue, item } = picture;
  const at = useTick(now);
  const over = speech.until !== undefined && at >= speech.until;
  const label = speech.until === undefined ? t.speaker.gone : over ? t.speaker.over : t.speaker.left;
  const next = queue.slice(0, 2).map(one => one.name);
  const more = queue.length - next.length;
  return (
    <Scene
      kicker={item ? t.item.number(item.number) : undefined}
      title={item && <FitText text={item.title} largest={2.75} smallest={2} height={8.1} level="p" />}
      footer={
        queue.length > 0 && (
          <>
            {t.speaker.next}: <b className={styles.strong}>{next.join(", ")}</b>
            {more > 0 && ` ${t.speaker.more(more)}`}
          </>
        )
      }
    >
      <div className={styles.speaker}>
        <div className={styles.who}>
          <p className={styles.label}>
            <Icon name="mic" /> {t.speaker.title}
          </p>
          <FitText text={speech.name} largest={6.5} smallest={3.5} height={18} />
          <p className={styles.title} lang="vi">
            {bindWords([speech.title, speech.group].filter(Boolean).join(" · "))}
          </p>
        </div>
        <div className={classes(styles.time, over && styles.over)}>
          <RunningClock
            now={now}
            since={speech.since}
            until={speech.until}
            label={label}
            className={styles.countdown}
          />
          <p className={styles.label}>{label}</p>
        </div>
      </div>
    </Scene>
  );
}

function VoteScene({ picture, now }: { picture: Of<"VOTE"> } & Clock) {
  const t = useText(bigScreen).vote;
  const { vote, batch, item, cast } = picture;
  const open = vote.state === "OPEN";
  const eligible = vote.eligible ?? 0;
  return (
    <Scene
      kicker={batch.length === 0 && item ? t.kicker(item.number) : t.plain}
      title={
        <FitText
          text={batch.length > 0 ? t.batch(batch.length) : vote.title}
          largest={4.25}
          smallest={2.5}
          height={17}
        />
      }
    >
      <div className={styles.voting}>
        <p className={styles.state}>
          {open ? (
            <StateChip tone={vote.heldAt === undefined ? "live" : "warn"}>
              {vote.heldAt === undefined ? t.OPEN : t.held}
            </StateChip>
          ) : (
            <span>{vote.state === "PREPARED" ? t.PREPARED : t.closed}</span>
          )}
        </p>
        {open && (
          <>
            <div className={styles.figures}>
              <div>
                <p className={`num ${styles.figure}`}>
                  <b>{cast}</b>/{eligible}
                </p>
                <p className={styles.label}>{t.cast}</p>
              </div>
              {vote.openedAt !== undefined && (
                <div className={styles.elapsed}>
                  <RunningClock now={now} since={vote.openedAt} label={t.elapsed} className={styles.running} />
                  <p className={styles.label}>{t.elapsed}</p>
                </div>
              )}
            </div>
            <progress
              className={styles.progress}
              value={cast}
              max={Math.max(eligible, 1)}
              aria-label={t.progress(cast, eligible)}
            />
            {batch.length === 0 && <LiveCount vote={vote} size="wall" />}
          </>
        )}
      </div>
    </Scene>
  );
}

function PollScene({ picture, now }: { picture: Of<"POLL"> } & Clock) {
  const t = useText(ballots);
  const { poll, item } = picture;
  if (poll.form === "SECRET_ELECTRONIC") return <ElectronicScene picture={picture} now={now} />;
  const kicker = item ? t.wall.kicker(item.number) : t.title;
  if (poll.state === "DECLARED") {
    return <PollResult poll={poll} kicker={kicker} now={now} />;
  }
  const counting = poll.state === "COUNTING" || poll.state === "COUNTED";
  return (
    <Scene kicker={kicker} title={<FitText text={poll.title} largest={4.25} smallest={2.5} height={17} />}>
      <div className={styles.voting}>
        <p className={styles.state}>
          <StateChip tone={counting ? "warn" : "live"}>{t.state[poll.state]}</StateChip>
        </p>
        <div className={styles.figures}>
          {poll.issued !== undefined ? (
            <div>
              <p className={`num ${styles.figure}`}>
                <b>{poll.issued}</b>/{poll.eligible}
              </p>
              <p className={styles.label}>{t.wall.issued}</p>
            </div>
          ) : (
            <p className={styles.label}>{t.telling.ISSUING(poll.eligible ?? 0)}</p>
          )}
        </div>
        {poll.state === "COUNTING" && <p className={styles.label}>{t.wall.counting}</p>}
        {poll.state === "COUNTED" && <p className={styles.label}>{t.wall.waiting}</p>}
      </div>
    </Scene>
  );
}

function Result({ picture }: { picture: Of<"RESULT"> }) {
  const t = useText(bigScreen).result;
  const { vote, batch, item, total } = picture;
  if (batch.length > 0) return <BatchResult votes={batch} />;
  const { result, eligible = 0, openedAt, closedAt } = vote;
  const times =
    openedAt !== undefined && closedAt !== undefined ? t.times(exactTime(openedAt), exactTime(closedAt)) : "";
  return (
    <Scene
      kicker={item ? t.kicker(item.number) : t.plain}
      title={<FitText text={vote.title} largest={3.625} smallest={2} height={10.4} />}
      footer={[
        vote.byUnits ? "" : t.present(eligible, total),
        t.voted(eligible - (result?.notVoted ?? 0), eligible),
        times,
      ]
        .filter(Boolean)
        .join(" · ")}
    >
      <ResultBoard vote={vote} size="wall" />
    </Scene>
  );
}

/** The results of a batch: as many lines as a wall holds; what did not pass comes first when there are more. */
function BatchResult({ votes }: { votes: readonly VoteView[] }) {
  const t = useText(bigScreen).result;
  const words = useText(common).result;
  const of = (outcome: "PASSED" | "FAILED") =>
    votes.filter(vote => vote.state !== "VOIDED" && vote.result?.outcome === outcome);
  const failed = of("FAILED");
  const passed = of("PASSED");
  const voided = votes.filter(vote => vote.state === "VOIDED");
  const wanted = votes.length <= batchLines ? votes : [...failed, ...voided, ...passed].slice(0, batchLines);
  const shown = votes.filter(vote => wanted.includes(vote));
  return (
    <Scene
      kicker={t.plain}
      title={<h1 className={styles.plainTitle}>{t.batch(passed.length, failed.length, voided.length)}</h1>}
      footer={votes.length > shown.length ? t.more(votes.length - shown.length) : undefined}
    >
      <ol className={styles.agenda}>
        {shown.map(vote => (
          <li key={vote.voteId} className={styles.row}>
            <span className={`num ${styles.number}`}>{votes.indexOf(vote) + 1}</span>
            <span className={classes(styles.rowTitle, vote.title.length > 84 && styles.long)} lang="vi">
              {bindWords(vote.title)}
            </span>
            <span className={`num ${styles.mark}`}>
              {vote.result && vote.state !== "VOIDED" && `${vote.result.forCount}/${vote.baseSize ?? 0} `}
              <Icon name={vote.state !== "VOIDED" && vote.result?.outcome === "PASSED" ? "check" : "cross"} />{" "}
              {vote.state === "VOIDED" ? t.voided : vote.result && words[vote.result.outcome]}
            </span>
          </li>
        ))}
      </ol>
    </Scene>
  );
}
