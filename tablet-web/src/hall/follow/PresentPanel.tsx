import { useState } from "react";
import type { ItemView, PaperView } from "../../core/schemas.ts";
import { follow as texts } from "../../i18n/follow.ts";
import { useText } from "../../i18n/language.ts";
import { Button, IconButton, SelectField } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import { usePart } from "../live.tsx";
import styles from "./PresentPanel.module.css";
import { useTurning } from "./useTurning.ts";

/** Chair and secretary show a paper to all, themselves or for a member, and turn its pages. */
export function PresentPanel() {
  const agenda = usePart("agenda");
  const now = usePart("now");
  const session = usePart("session");
  const shown = usePart("follow");
  if (!agenda || !session) return null;
  const papers = papersOf(agenda.items, now?.itemId);
  const paper = papers.find(one => one.paperId === shown?.paperId);
  if (shown?.name !== undefined && paper && shown.page !== undefined) {
    return <Running name={shown.name} paper={paper} page={shown.page} />;
  }
  return <Start papers={papers} open={session.openSittingId !== undefined} />;
}

/** Papers that were given out, those of the current item first. */
function papersOf(items: readonly ItemView[], current: string | undefined): readonly PaperView[] {
  const first = items.filter(item => item.itemId === current);
  const rest = items.filter(item => item.itemId !== current && item.number !== "-");
  return [...first, ...rest].flatMap(item => item.papers).filter(paper => !paper.closed);
}

function Running({ name, paper, page }: { name: string; paper: PaperView; page: number }) {
  const t = useText(texts);
  const { run, busy, online } = useActions();
  const turning = useTurning();
  const [asked, setAsked] = useState<{ page: number; from: number }>();
  // A page asked for counts until the hall has moved: a quick second tap goes on from it.
  const at = asked?.from === page ? asked.page : page;
  const turn = (to: number) => {
    setAsked({ page: to, from: page });
    turning.to(to);
  };
  return (
    <div className={styles.panel}>
      <p>
        <b>{t.shows(name)}</b>
      </p>
      <p className={styles.paper} lang="vi">
        {paper.title}
      </p>
      <div className={styles.pages}>
        <IconButton icon="back" label={t.back} disabled={!online || at <= 1} onClick={() => turn(at - 1)} />
        <span className="num">{t.of(at, paper.pages)}</span>
        <IconButton icon="next" label={t.next} disabled={!online || at >= paper.pages} onClick={() => turn(at + 1)} />
        <Button
          icon="stop"
          busy={busy("stop")}
          disabled={!online}
          onClick={() => void run("stop", "follow.stop", {}, t.stopped)}
        >
          {t.stop}
        </Button>
      </div>
    </div>
  );
}

function Start({ papers, open }: { papers: readonly PaperView[]; open: boolean }) {
  const t = useText(texts);
  const { run, busy, online } = useActions();
  const rows = usePart("attendance")?.rows ?? [];
  const speaker = usePart("floor")?.speech?.personId;
  const [paperId, setPaper] = useState("");
  const [presenter, setPresenter] = useState<string>();
  const person = presenter ?? speaker ?? "";
  if (!open) return <p className={styles.note}>{t.needSitting}</p>;
  if (papers.length === 0) return <p className={styles.note}>{t.noPapers}</p>;
  const start = () =>
    void run("start", "follow.start", { paperId, page: 1, ...(person ? { personId: person } : {}) }, t.begun);
  return (
    <div className={styles.panel}>
      <SelectField label={t.paper} value={paperId} onChange={event => setPaper(event.target.value)}>
        <option value="">{t.choosePaper}</option>
        {papers.map(paper => (
          <option key={paper.paperId} value={paper.paperId}>
            {[paper.number, paper.title].filter(Boolean).join(" · ")}
          </option>
        ))}
      </SelectField>
      <SelectField label={t.presenter} value={person} onChange={event => setPresenter(event.target.value)}>
        <option value="">{t.me}</option>
        {rows.map(row => (
          <option key={row.personId} value={row.personId}>
            {row.name}
          </option>
        ))}
      </SelectField>
      <p className={styles.note}>{t.note}</p>
      <Button icon="screen" busy={busy("start")} disabled={!online || paperId === ""} onClick={start}>
        {t.begin}
      </Button>
    </div>
  );
}
