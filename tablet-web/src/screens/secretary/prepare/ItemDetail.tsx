import { lazy, Suspense, useState } from "react";
import type { ItemView, PaperView, Reach, SessionView } from "../../../core/schemas.ts";
import { branchOf } from "../../../features/agenda-editor/tree.ts";
import { PaperList } from "../../../features/papers/PaperList.tsx";
import type { Upload, Uploads } from "../../../features/papers/uploads.ts";
import { CommandNote, useActions, useCommand, usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { papers } from "../../../i18n/papers.ts";
import { shareInWords } from "../../../i18n/rule.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, ConfirmDialog, Loading, StateChip } from "../../../ui/index.ts";
import { PrepareVote } from "../PrepareVote.tsx";
import { useOpenPaper } from "../paper.tsx";
import { KeptOfficeFiles, useKeptOf } from "../papers/OfficeFiles.tsx";
import paperStyles from "../papers/papers.module.css";
import { ReachDialog } from "../papers/ReachDialog.tsx";
import { Readers } from "../papers/Readers.tsx";
import { Recalled, RecallPaper } from "../papers/Recall.tsx";
import { useOpeningCounts } from "../papers/useOpeningCounts.ts";
import { useReachWords } from "../papers/useReachWords.ts";
import { useUnfinished } from "../papers/useUnfinished.ts";
import { ReplacePaper, Versions } from "../papers/Versions.tsx";
import styles from "./ItemDetail.module.css";
import { DetachPaper, EditPaper, MovePaper, RestrictPaper } from "./PaperDialogs.tsx";

const BallotBox = lazy(() => import("../../../hall/ballots/BallotBox.tsx"));

type PaperDialog = "edit" | "move" | "detach" | "recall" | "replace" | "versions" | "reach" | "readers";
type Dialog = { kind: PaperDialog; paper: PaperView } | { kind: "remove" | "nextReach" };

/** One agenda item as it stands, its prepared votes and its papers. */
export function ItemDetail({
  session,
  items,
  item,
  files,
  uploads,
  locked,
  onEdit,
}: {
  session: SessionView;
  items: readonly ItemView[];
  item: ItemView;
  files: readonly Upload[];
  uploads: Uploads;
  locked: boolean;
  onEdit: () => void;
}) {
  const t = useText(secretary);
  const words = useText(common);
  const [dialog, setDialog] = useState<Dialog>();
  const { run } = useActions();
  const openPaper = useOpenPaper();
  const close = () => setDialog(undefined);
  const ask = (kind: PaperDialog) => (paper: PaperView) => setDialog({ kind, paper });
  const published = session.state !== "DRAFT";
  const openings = useOpeningCounts(session.sessionId, published);
  const unfinished = useUnfinished(session.sessionId);
  const reachWords = useReachWords();
  const life = useText(papers);
  const [reach, setReach] = useState<Reach>();
  const kept = useKeptOf(session.sessionId, item.itemId, files);
  const recalled = usePart("agenda")?.recalled ?? [];
  const sitting = session.sittings.find(one => one.sittingId === item.sittingId);
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <span className="num">{item.number}.</span> {item.title}
        </h2>
        {!locked && (
          <span className={styles.tools}>
            <Button icon="edit" onClick={onEdit}>
              {t.agenda.edit}
            </Button>
            <Button icon="trash" onClick={() => setDialog({ kind: "remove" })}>
              {t.agenda.remove}
            </Button>
          </span>
        )}
      </div>
      <p className={styles.facts}>
        <StateChip tone="info">{words.itemKind[item.kind]}</StateChip>
        {item.hidden && (
          <StateChip tone="warn" icon="hidden">
            {t.agenda.hidden}
          </StateChip>
        )}
        {item.presenter && <span>{t.item.presenter(item.presenter)}</span>}
        <span>{sitting?.title ?? t.agenda.fields.noSitting}</span>
        {item.minutes !== undefined && <span className="num">{t.agenda.minutes(item.minutes)}</span>}
      </p>
      {item.resolution && <p className={styles.resolution}>{item.resolution}</p>}
      <PreparedVotes session={session} item={item} locked={locked} />
      <Suspense fallback={<Loading />}>
        <BallotBox itemId={item.itemId} />
      </Suspense>
      <PaperList
        item={item}
        uploads={files.filter(upload => upload.state.kind !== "failed" || !kept.has(upload.paperId))}
        locked={locked}
        published={published}
        openings={openings}
        unfinished={unfinished}
        reachWords={reachWords}
        onFiles={chosen => uploads.add(item.itemId, chosen, reach)}
        onRetry={id => uploads.retry(id)}
        onCancel={id => uploads.cancel(id)}
        actions={{
          open: openPaper,
          edit: ask("edit"),
          moveTo: ask("move"),
          detach: ask("detach"),
          recall: ask("recall"),
          replace: ask("replace"),
          versions: ask("versions"),
          reach: ask("reach"),
          readers: ask("readers"),
          place: (paper, index) =>
            void run("paper", "agenda.move-paper", { paperId: paper.paperId, itemId: item.itemId, index }),
        }}
      />
      {!locked && (
        <p className={paperStyles.next}>
          <span>{life.newFor(reachWords(reach))}</span>
          <Button tone="plain" icon="users" onClick={() => setDialog({ kind: "nextReach" })}>
            {life.changeFor}
          </Button>
        </p>
      )}
      <KeptOfficeFiles session={session.sessionId} files={[...kept.values()]} uploads={uploads} locked={locked} />
      {published && !locked && <p className={styles.late}>{t.papers.late}</p>}
      <Recalled itemId={item.itemId} papers={recalled} locked={locked} />
      {dialog?.kind === "remove" && <RemoveItem items={items} item={item} onClose={close} />}
      {dialog?.kind === "edit" && <EditPaper paper={dialog.paper} onClose={close} />}
      {dialog?.kind === "move" && <MovePaper paper={dialog.paper} from={item} items={items} onClose={close} />}
      {dialog?.kind === "detach" && <DetachPaper paper={dialog.paper} onClose={close} />}
      {dialog?.kind === "recall" && <RecallPaper paper={dialog.paper} onClose={close} />}
      {dialog?.kind === "versions" && <Versions session={session.sessionId} paper={dialog.paper} onClose={close} />}
      {dialog?.kind === "readers" && <Readers session={session.sessionId} paper={dialog.paper} onClose={close} />}
      {dialog?.kind === "reach" && <RestrictPaper paper={dialog.paper} onClose={close} />}
      {dialog?.kind === "replace" && (
        <ReplacePaper
          paper={dialog.paper}
          onFile={file => uploads.replace(item.itemId, dialog.paper, file)}
          onClose={close}
        />
      )}
      {dialog?.kind === "nextReach" && (
        <ReachDialog
          start={reach}
          busy={false}
          onSave={chosen => {
            setReach(chosen);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function PreparedVotes({ session, item, locked }: { session: SessionView; item: ItemView; locked: boolean }) {
  const t = useText(secretary);
  const words = useText(common);
  const { run, busy } = useActions();
  const [preparing, setPreparing] = useState(false);
  const votes = usePart("voting")?.votes.filter(vote => vote.itemId === item.itemId) ?? [];
  if (votes.length === 0 && locked) return null;
  return (
    <section className={styles.votes} aria-labelledby="item-votes">
      <div className={styles.votesHead}>
        <h3 id="item-votes">{t.vote.title}</h3>
        {!locked && (
          <Button icon="plus" onClick={() => setPreparing(true)}>
            {t.agenda.prepareVote}
          </Button>
        )}
      </div>
      {votes.length === 0 && (
        <p className={styles.none}>{item.kind === "RESOLUTION" ? t.agenda.voteMissing : t.vote.none}</p>
      )}
      {votes.map(vote => (
        <div key={vote.voteId} className={styles.vote}>
          <span className={styles.voteTitle}>
            {vote.title}
            <small className={styles.voteRule}>
              {[matterName(session, vote.matter), t.vote.rule(shareInWords(vote.rule, words))]
                .filter(part => part !== undefined)
                .join(" · ")}
            </small>
          </span>
          <StateChip tone={vote.state === "OPEN" ? "live" : "info"} icon="vote">
            {t.vote.state[vote.state]}
          </StateChip>
          {vote.state === "PREPARED" && !locked && (
            <Button
              tone="plain"
              busy={busy(vote.voteId)}
              onClick={() => void run(vote.voteId, "voting.drop", { voteId: vote.voteId })}
            >
              {t.vote.drop}
            </Button>
          )}
        </div>
      ))}
      {preparing && <PrepareVote rules={session.rules} item={item} onClose={() => setPreparing(false)} />}
    </section>
  );
}

function matterName(session: SessionView, code: string): string | undefined {
  return session.rules.ballots.matters.find(one => one.code === code)?.name;
}

function RemoveItem({ items, item, onClose }: { items: readonly ItemView[]; item: ItemView; onClose: () => void }) {
  const t = useText(secretary).agenda;
  const remove = useCommand("agenda.remove-item");
  const branch = branchOf(items, item.itemId);
  const withPapers = items.some(one => branch.has(one.itemId) && one.papers.length > 0);
  return (
    <ConfirmDialog
      title={t.removeTitle}
      action={t.remove}
      busy={remove.busy}
      disabled={withPapers}
      onClose={onClose}
      onConfirm={() => void remove.send({ itemId: item.itemId }).then(done => done && onClose())}
    >
      <p>{t.removeText(item.number, item.title)}</p>
      {branch.size > 1 && <p>{t.removeBelow(branch.size - 1)}</p>}
      {withPapers && (
        <p>
          <b>{t.removePapers}</b>
        </p>
      )}
      <CommandNote command={remove} quiet />
    </ConfirmDialog>
  );
}
