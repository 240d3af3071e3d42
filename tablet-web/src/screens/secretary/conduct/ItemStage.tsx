import { lazy, Suspense, useState } from "react";
import { clockTime } from "../../../core/format.ts";
import type { ItemView } from "../../../core/schemas.ts";
import { useActions } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, EmptyState, Icon, Loading, StateChip } from "../../../ui/index.ts";
import { PrepareVote } from "../PrepareVote.tsx";
import { useOpenPaper } from "../paper.tsx";
import styles from "./ItemStage.module.css";
import { hiddenIds } from "./logic.ts";
import type { ConductView } from "./useConduct.ts";
import type { VoteAsk } from "./VoteDialog.tsx";
import { VotePanel } from "./VotePanel.tsx";

const BallotBox = lazy(() => import("../../../hall/ballots/BallotBox.tsx"));

/** One item in the middle: the current one, or one looked at beforehand; its votes and papers. */
export function ItemStage({
  view,
  item,
  onAsk,
  onOpen,
  onCurrent,
}: {
  view: ConductView;
  item: ItemView | undefined;
  onAsk: (ask: VoteAsk) => void;
  onOpen: (itemId: string) => void;
  onCurrent: () => void;
}) {
  const t = useText(secretary);
  const words = useText(common);
  const { run, busy, online } = useActions();
  const openPaper = useOpenPaper();
  const [preparing, setPreparing] = useState(false);
  if (!item) {
    return (
      <EmptyState icon="list" title={t.agenda.emptyTitle}>
        {t.item.noneText}
      </EmptyState>
    );
  }
  const { now, current, running, openVote } = view;
  const isCurrent = item.itemId === current?.itemId;
  const done = now?.done.includes(item.itemId) ?? false;
  const hidden = hiddenIds(view.items).has(item.itemId);
  const votes = view.voting?.votes.filter(vote => vote.itemId === item.itemId) ?? [];
  const why = !running ? t.item.needSitting : hidden ? t.item.isHidden : openVote ? t.item.needVoteClosed : undefined;
  return (
    <div className={styles.stage}>
      <div className={styles.kicker}>
        {isCurrent ? (
          <StateChip tone="live">{t.item.current}</StateChip>
        ) : (
          <StateChip tone={done ? "good" : "neutral"} {...(done && { icon: "check" as const })}>
            {done ? t.item.closed : t.item.notOpen}
          </StateChip>
        )}
        <span>{words.itemKind[item.kind]}</span>
        {isCurrent && now?.since !== undefined && <span className="num">{t.item.since(clockTime(now.since))}</span>}
        {item.presenter && <span>{t.item.presenter(item.presenter)}</span>}
        {item.minutes !== undefined && <span className="num">{t.agenda.minutes(item.minutes)}</span>}
        {!isCurrent && current && (
          <Button tone="plain" icon="back" className={styles.toCurrent} onClick={onCurrent}>
            {t.item.backToCurrent}
          </Button>
        )}
      </div>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <span className="num">{item.number}.</span> {item.title}
        </h3>
        {isCurrent ? (
          <Button
            icon="stop"
            busy={busy("close")}
            disabled={openVote !== undefined || !online}
            onClick={() => void run("close", "agenda.close-item", {})}
          >
            {t.item.close}
          </Button>
        ) : (
          <Button
            tone="primary"
            icon="play"
            disabled={why !== undefined || !online}
            onClick={() => onOpen(item.itemId)}
          >
            {done ? t.item.reopen : t.item.open}
          </Button>
        )}
      </div>
      {!isCurrent && why && <p className={styles.why}>{why}</p>}

      <section className={styles.part} aria-labelledby="stage-votes">
        <div className={styles.partHead}>
          <h4 id="stage-votes">{t.vote.title}</h4>
          {view.session.state !== "ENDED" && (
            <Button icon="plus" onClick={() => setPreparing(true)}>
              {t.vote.prepare}
            </Button>
          )}
        </div>
        {votes.length === 0 && <p className={styles.none}>{t.vote.none}</p>}
        {votes
          .filter(vote => vote.batchId === undefined || (vote.state !== "OPEN" && vote.state !== "CLOSED"))
          .map(vote => (
            <VotePanel key={vote.voteId} vote={vote} view={view} onAsk={onAsk} />
          ))}
      </section>

      <div className={styles.part}>
        <Suspense fallback={<Loading />}>
          <BallotBox itemId={item.itemId} />
        </Suspense>
      </div>

      <section className={styles.part} aria-labelledby="stage-papers">
        <h4 id="stage-papers">{t.papers.title}</h4>
        {item.papers.length === 0 ? (
          <p className={styles.none}>{t.item.noPapers}</p>
        ) : (
          <ul className={styles.papers}>
            {item.papers.map(paper => (
              <li key={paper.paperId}>
                <button type="button" className={styles.paper} onClick={() => openPaper(paper)}>
                  <Icon name="paper" size={22} />
                  <span>
                    <b>{paper.title}</b>
                    <span className={styles.facts}>
                      {words.paperKind[paper.kind]}
                      {paper.number && ` · ${paper.number}`} · {words.pages(paper.pages)}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {preparing && <PrepareVote rules={view.session.rules} item={item} onClose={() => setPreparing(false)} />}
    </div>
  );
}
