import { useState } from "react";
import { byteSize } from "../core/format.ts";
import type { PackedPaper, PackView } from "../core/pack.ts";
import { useLang, useText } from "../i18n/language.ts";
import { pack as texts } from "../i18n/pack.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { Button, Dialog, EmptyState, Icon, Progress, Row, Rows, StateChip } from "../ui/index.ts";
import styles from "./PackMeter.module.css";
import { PinDialog } from "./PinDialog.tsx";
import { metered, switchPack, usePack } from "./pack.tsx";
import { useTabletState } from "./tablet.tsx";

/** How much of the session is on this device, in the header; a tap shows which papers. */
export default function PackMeter() {
  const t = useText(texts);
  const packed = usePack();
  const [open, setOpen] = useState(false);
  const [pinning, setPinning] = useState(false);
  const tablet = useTabletState();
  const view = packed?.view;
  const words = view && view.activity !== "opening" ? summary(view, t.meter) : t.meter.opening;
  const full = view !== undefined && view.there === view.papers.length && view.papers.length > 0;
  return (
    <>
      <button type="button" className={styles.meter} title={t.meter.label} onClick={() => setOpen(true)}>
        <span className="visually-hidden">{t.meter.label}: </span>
        <Icon name={full ? "check" : "down"} size={20} />
        <span className={styles.words}>{words}</span>
        {view?.activity === "running" && (
          <progress className={styles.bar} value={view.received} max={Math.max(1, view.bytes)} aria-hidden="true" />
        )}
      </button>
      {full && tablet.kind === "open" && !tablet.pin && (
        <button type="button" className={styles.pin} title={t.meter.noPinHint} onClick={() => setPinning(true)}>
          <Icon name="warning" size={20} />
          <span className={styles.words}>{t.meter.noPin}</span>
        </button>
      )}
      {pinning && <PinDialog onClose={() => setPinning(false)} />}
      {open && <PackDialog onClose={() => setOpen(false)} />}
    </>
  );
}

type MeterWords = (typeof texts)["vi"]["meter"];

function summary(view: PackView, t: MeterWords): string {
  const { there, activity } = view;
  const all = view.papers.length;
  const failed = view.papers.filter(one => one.state.kind === "failed").length;
  if (all === 0) return t.none;
  if (there === all) return t.ready(all);
  if (activity === "paused") return t.paused(there, all);
  if (activity === "running") return t.busy(there, all);
  return failed > 0 && there + failed === all ? t.failed(failed) : t.part(there, all);
}

function PackDialog({ onClose }: { onClose: () => void }) {
  const t = useText(texts);
  const lang = useLang();
  const packed = usePack();
  const tablet = useTabletState();
  const [pinning, setPinning] = useState(false);
  if (pinning) return <PinDialog onClose={() => setPinning(false)} />;
  return (
    <Dialog title={t.dialog.title} size="wide" onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.intro}>{t.dialog.intro}</p>
        {tablet.kind === "open" && tablet.lost && <p className={styles.warn}>{t.dialog.lost}</p>}
        {packed ? (
          <>
            <Progress
              label={t.dialog.progress}
              value={packed.view.received}
              max={packed.view.bytes}
              text={t.dialog.of(byteSize(packed.view.received, lang), byteSize(packed.view.bytes, lang))}
            />
            <Switches packed={packed} />
            <PinLine has={tablet.kind === "open" && tablet.pin} onSet={() => setPinning(true)} />
            <PaperStates papers={packed.view.papers} />
          </>
        ) : (
          <EmptyState icon="info" title={window.isSecureContext ? t.dialog.trouble : t.dialog.insecure} />
        )}
      </div>
    </Dialog>
  );
}

function Switches({ packed: { pack, view } }: { packed: NonNullable<ReturnType<typeof usePack>> }) {
  const t = useText(texts).dialog;
  const done = view.there === view.papers.length;
  const failed = view.papers.some(one => one.state.kind === "failed");
  const running = view.activity === "running" || view.activity === "waiting";
  return (
    <>
      {view.activity === "full" && <p className={styles.warn}>{t.full}</p>}
      {!done && !running && metered() && <p className={styles.note}>{t.metered}</p>}
      {!done && (
        <div className={styles.buttons}>
          {running ? (
            <Button icon="stop" onClick={() => switchPack(pack, false)}>
              {t.pause}
            </Button>
          ) : (
            <Button tone="primary" icon="down" onClick={() => switchPack(pack, true)}>
              {failed ? t.retry : view.activity === "paused" ? t.resume : t.start}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function PinLine({ has, onSet }: { has: boolean; onSet: () => void }) {
  const t = useText(texts);
  return (
    <>
      <p className={has ? styles.note : styles.warn}>{has ? t.dialog.hasPin : t.dialog.noPin}</p>
      <div className={styles.buttons}>
        <Button tone={has ? "quiet" : "primary"} icon="user" onClick={onSet}>
          {has ? t.pin.change : t.pin.set}
        </Button>
      </div>
    </>
  );
}

function PaperStates({ papers }: { papers: readonly PackedPaper[] }) {
  const t = useText(texts).dialog.state;
  const lang = useLang();
  const problem = useProblemTitle();
  return (
    <Rows>
      {papers.map(({ paper, state }) => (
        <Row key={paper.paperId}>
          <span className={styles.title} lang="vi">
            {paper.title}
          </span>
          <StateChip
            tone={state.kind === "there" ? "good" : state.kind === "failed" ? "bad" : "neutral"}
            icon={state.kind === "there" ? "check" : state.kind === "failed" ? "warning" : "clock"}
          >
            {t[state.kind]}
          </StateChip>
          <span className={`num ${styles.size}`}>
            {state.kind === "failed"
              ? problem(state.problem)
              : state.kind === "part"
                ? `${byteSize(state.received, lang)} / ${byteSize(paper.bytes, lang)}`
                : byteSize(paper.bytes, lang)}
          </span>
        </Row>
      ))}
    </Rows>
  );
}
