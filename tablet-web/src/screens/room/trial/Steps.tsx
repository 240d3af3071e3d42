import { type ReactNode, useCallback, useState } from "react";
import type { SessionView } from "../../../core/schemas.ts";
import { CommandNote, useCommand } from "../../../hall/index.ts";
import { useOwnSource } from "../../../hall/room/call.tsx";
import { useText } from "../../../i18n/language.ts";
import { room as roomTexts } from "../../../i18n/room.ts";
import { trial as texts } from "../../../i18n/trial.ts";
import { Button, Icon, type IconName, Progress } from "../../../ui/index.ts";
import { DeviceSelect, TestTone } from "../lobby/DeviceFields.tsx";
import { LevelBar } from "../lobby/LevelBar.tsx";
import { Measured } from "../lobby/LineTest.tsx";
import lobby from "../lobby/lobby.module.css";
import { type LineTestState, useLineTest } from "../lobby/useLineTest.ts";
import { resultOf } from "./result.ts";
import styles from "./trial.module.css";

type Mark = "open" | "good" | "bad";

/** The four things to try, and the button that sends what came out. */
export function Steps({ session, pointId }: { session: SessionView; pointId: string }) {
  const t = useText(texts);
  const camera = useOwnSource("CAMERA");
  const microphone = useOwnSource("MICROPHONE");
  const [heard, setHeard] = useState(false);
  const [played, setPlayed] = useState(false);
  const [audible, setAudible] = useState<boolean>();
  const line = useLineTest(session.sessionId);
  const test = useCommand("point.test");
  const onHeard = useCallback(() => setHeard(true), []);
  const onPlayed = useCallback(() => setPlayed(true), []);
  const result = resultOf({ camera, microphone, heard, audible, line: line.state });
  const send = () => {
    if (result) void test.send({ pointId, ...result });
  };
  return (
    <section className={lobby.card} aria-label={t.steps}>
      <h2 className={lobby.cardTitle}>{t.steps}</h2>
      <ol className={styles.steps}>
        <Step name={t.step.camera} mark={camera.on ? "good" : camera.trouble ? "bad" : "open"}>
          <Select kind="camera" used={camera.track} />
        </Step>
        <Step name={t.step.microphone} mark={heard ? "good" : microphone.trouble ? "bad" : "open"}>
          <Select kind="microphone" used={microphone.track} />
          {microphone.track && <LevelBar track={microphone.track} onHeard={onHeard} />}
        </Step>
        <Step name={t.step.loudspeaker} mark={markOf(audible)}>
          <Select kind="loudspeaker" />
          <div className={styles.answers}>
            <TestTone onPlayed={onPlayed} />
            <Answer name={t.audible} on={audible === true} disabled={!played} onPress={() => setAudible(true)} />
            <Answer name={t.silent} on={audible === false} disabled={!played} onPress={() => setAudible(false)} />
          </div>
        </Step>
        <Step name={t.step.line} mark={lineMark(line.state)}>
          <LineStep state={line.state} start={line.start} />
        </Step>
      </ol>
      <Button tone="primary" size="large" block icon="check" busy={test.busy} disabled={!result} onClick={send}>
        {t.send}
      </Button>
      {!result && <p className={lobby.hint}>{audible === undefined ? t.loudspeakerFirst : t.lineFirst}</p>}
      {result && !heard && <p className={lobby.hint}>{t.notHeard}</p>}
      <CommandNote command={test} />
    </section>
  );
}

function markOf(answer: boolean | undefined): Mark {
  return answer === undefined ? "open" : answer ? "good" : "bad";
}

function lineMark(state: LineTestState): Mark {
  return state.kind === "measured" ? "good" : state.kind === "unreachable" ? "bad" : "open";
}

const icons: Readonly<Record<Mark, IconName>> = { open: "ring", good: "check", bad: "cross" };

function Step({ name, mark, children }: { name: string; mark: Mark; children: ReactNode }) {
  const t = useText(texts);
  return (
    <li className={styles.step} data-mark={mark}>
      <h3 className={styles.stepName}>
        <Icon name={icons[mark]} size={22} /> {name} <span className="visually-hidden">{t.mark[mark]}</span>
      </h3>
      {children}
    </li>
  );
}

function Select({
  kind,
  used,
}: {
  kind: "camera" | "microphone" | "loudspeaker";
  used?: MediaStreamTrack | undefined;
}) {
  return <DeviceSelect kind={kind} label={useText(texts).device[kind]} used={used} />;
}

function Answer({
  name,
  on,
  disabled,
  onPress,
}: {
  name: string;
  on: boolean;
  disabled: boolean;
  onPress: () => void;
}) {
  return (
    <Button aria-pressed={on} disabled={disabled} onClick={onPress}>
      {name}
    </Button>
  );
}

function LineStep({ state, start }: { state: LineTestState; start: () => void }) {
  const t = useText(roomTexts).test;
  return (
    <>
      {state.kind === "running" ? (
        <Progress label={state.share === 0 ? t.connecting : t.running} value={state.share} max={1} />
      ) : (
        <div>
          <Button icon="online" onClick={start}>
            {state.kind === "idle" ? t.start : t.again}
          </Button>
        </div>
      )}
      <div role="status">
        {state.kind === "unreachable" && <p className={lobby.hint}>{t.unreachable}</p>}
        {state.kind === "measured" && <Measured end={state} graded={false} />}
      </div>
    </>
  );
}
