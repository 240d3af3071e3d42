import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ItemView, PaperView, SessionView } from "../../core/schemas.ts";
import { AgendaList, NumberRail } from "../../features/agenda/index.ts";
import { NewVersionBar } from "../../features/papers/NewVersionBar.tsx";
import { PaperMarks } from "../../features/papers/PaperMarks.tsx";
import { usePinned } from "../../features/papers/usePinned.ts";
import { placesIn, Reader } from "../../features/reader/index.ts";
import { useWakeLock } from "../../features/wake-lock/index.ts";
import {
  useAgenda,
  useFollow,
  useNotesDoor,
  useOpened,
  useOpenings,
  usePaperFetch,
  usePart,
  useStore,
} from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Button, classes, Dialog, EmptyState, IconButton, Loading, type MenuEntry, StateChip } from "../../ui/index.ts";
import styles from "./delegate.module.css";
import { FullBallotDialog, useFullBallot } from "./FullBallot.tsx";
import { LivePanel } from "./LivePanel.tsx";
import { SheetBar } from "./SheetBar.tsx";
import { useChanges } from "./useChanges.tsx";
import { useFacts } from "./useFacts.tsx";
import { useLayout } from "./useLayout.ts";
import { usePresent } from "./usePresent.ts";

const OpinionLine = lazy(() => import("../../hall/opinions/OpinionLine.tsx"));
const BesideChooser = lazy(() => import("./BesideChooser.tsx"));
const FollowBar = lazy(() => import("../../hall/follow/FollowBar.tsx"));

/** During the sitting: agenda, paper and live panel in three columns; on small tablets the panel is a sheet from below. */
export function HallView({
  session,
  firstItem,
  firstPaper,
}: {
  session: SessionView;
  firstItem: string | undefined;
  firstPaper: string | undefined;
}) {
  const t = useText(delegate);
  const agenda = useAgenda();
  const now = usePart("now");
  const voting = usePart("voting");
  const width = useLayout();
  const [beside, setBeside] = useState<string>();
  const [choosing, setChoosing] = useState(false);
  const [own, setOwn] = useState<string | undefined>(firstItem);
  const [papers, setPapers] = useState<Readonly<Record<string, string>>>(
    firstItem && firstPaper ? { [firstItem]: firstPaper } : {},
  );
  const [drawer, setDrawer] = useState(false);
  useWakeLock();
  const follow = useFollow(session.sessionId);
  const full = useFullBallot();
  if (!agenda) return <Loading />;

  const items = agenda.items;
  const { lead } = follow;
  const led = lead && items.find(one => one.papers.some(paper => paper.paperId === lead.paperId));
  const current = items.find(item => item.itemId === now?.itemId);
  const item =
    led ?? items.find(one => one.itemId === own) ?? current ?? items.find(one => one.papers.length > 0) ?? items[0];
  const wanted = led ? lead.paperId : item && papers[item.itemId];
  const paper = item?.papers.find(one => one.paperId === wanted) ?? item?.papers[0];
  const second = items.flatMap(one => one.papers).find(one => one.paperId === beside);
  // Two papers need the width: the agenda becomes a drawer, the panel a sheet from below.
  const layout = second ? "narrow" : width;
  const openVote = voting?.votes.find(vote => vote.state === "OPEN");
  /** Stays where the presenter was. */
  const leave = () => {
    if (led) {
      setPapers({ ...papers, [led.itemId]: lead.paperId });
      setOwn(led.itemId === now?.itemId ? undefined : led.itemId);
    }
    follow.leave();
  };
  const choose = (itemId: string) => {
    follow.leave();
    setDrawer(false);
    setOwn(itemId === now?.itemId ? undefined : itemId);
  };
  const list = { items, now, openVote, shown: item?.itemId, onChoose: choose };
  const leading = layout !== "wide" && <IconButton icon="list" label={t.agenda.open} onClick={() => setDrawer(true)} />;

  return (
    <main className={classes(styles.hall, styles[layout], second && styles.twin)}>
      {layout === "wide" && (
        <nav className={styles.agenda} aria-label={t.agenda.title}>
          <div className={styles.agendaHead}>
            <h2>{t.agenda.title}</h2>
            <span className="num">{t.agenda.progress(now?.done.length ?? 0, items.length)}</span>
          </div>
          <AgendaList {...list} />
        </nav>
      )}
      {layout === "middle" && (
        <nav className={styles.agenda} aria-label={t.agenda.title}>
          <NumberRail {...list} />
        </nav>
      )}
      <div className={styles.centre}>
        {item && (
          <ItemBar
            leading={leading}
            item={item}
            shown={paper}
            follows={!led && current && item.itemId === current.itemId}
            onChoose={paperId => {
              leave();
              setPapers({ ...papers, [item.itemId]: paperId });
            }}
          />
        )}
        {follow.shown && (
          <Suspense>
            <FollowBar shown={follow.shown} following={led !== undefined} onJoin={follow.join} onLeave={leave} />
          </Suspense>
        )}
        {item && paper ? (
          <SessionReader
            key={paper.paperId}
            session={session.sessionId}
            paper={paper}
            alone={item.papers.length === 1}
            lead={led && lead.page}
            onTurned={follow.turned}
            actions={
              width === "narrow" || second
                ? []
                : [{ id: "beside", label: t.beside.open, icon: "columns", onSelect: () => setChoosing(true) }]
            }
          />
        ) : (
          <NoPaper session={session.sessionId} item={item} />
        )}
        {current && !led && item?.itemId !== current.itemId && (
          <FollowButton current={current} onFollow={() => setOwn(undefined)} />
        )}
      </div>
      {second && (
        <div className={styles.second}>
          <SessionReader
            key={second.paperId}
            session={session.sessionId}
            paper={second}
            alone
            leading={<IconButton icon="close" label={t.beside.close} onClick={() => setBeside(undefined)} />}
          />
        </div>
      )}
      {layout === "narrow" ? (
        <SheetBar session={session} full={full} />
      ) : (
        <aside className={styles.panel} aria-label={t.panel.title}>
          <LivePanel session={session} full={full} />
        </aside>
      )}
      <FullBallotDialog full={full} />
      {choosing && (
        <Suspense>
          <BesideChooser
            items={items}
            shown={paper?.paperId}
            onChoose={paperId => {
              setBeside(paperId);
              setChoosing(false);
            }}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
      {drawer && (
        <Dialog shape="drawer" title={t.agenda.title} onClose={() => setDrawer(false)}>
          <AgendaList {...list} />
        </Dialog>
      )}
    </main>
  );
}

/** Brings the screen back to what the hall speaks of, in one tap. */
function FollowButton({ current, onFollow }: { current: ItemView; onFollow: () => void }) {
  const t = useText(delegate).follow;
  return (
    <div className={styles.strayed}>
      <Button tone="primary" icon="follow" onClick={onFollow}>
        {t.back(current.number)}
      </Button>
    </div>
  );
}

/** The item on screen: its papers side by side, and whether the screen follows the hall. */
function ItemBar({
  leading,
  item,
  shown,
  follows,
  onChoose,
}: {
  leading: ReactNode;
  item: ItemView;
  shown: PaperView | undefined;
  follows: boolean | undefined;
  onChoose: (paperId: string) => void;
}) {
  const t = useText(delegate);
  const words = useText(common);
  const opened = useOpened();
  return (
    <div className={styles.itemBar}>
      {leading}
      {item.papers.length > 1 ? (
        <nav className={styles.papers} aria-label={t.agenda.papersOf(item.number)}>
          {item.papers.map(paper => (
            <button
              key={paper.paperId}
              type="button"
              className={styles.paperTab}
              aria-current={paper.paperId === shown?.paperId}
              title={paper.title}
              onClick={() => onChoose(paper.paperId)}
            >
              {words.paperKind[paper.kind]}
              {paper.number && <span className={styles.paperNumber}>{paper.number}</span>}
              <PaperMarks paper={paper} opened={opened} />
            </button>
          ))}
        </nav>
      ) : (
        <p className={styles.itemName}>
          {t.agenda.item(item.number)} {item.papers[0] && <PaperMarks paper={item.papers[0]} opened={opened} />}
        </p>
      )}
      {follows && (
        <span className={styles.follows}>
          <StateChip tone="info" icon="follow">
            {t.follow.on}
          </StateChip>
        </span>
      )}
    </div>
  );
}

function SessionReader({
  session,
  paper,
  alone,
  lead,
  onTurned,
  leading,
  actions,
}: {
  session: string;
  paper: PaperView;
  alone: boolean;
  /** The presenter's page, while one follows. */
  lead?: number | undefined;
  onTurned?: (paperId: string, page: number) => void;
  leading?: ReactNode;
  actions?: readonly MenuEntry[];
}) {
  const words = useText(common);
  const openings = useOpenings();
  const pin = usePinned(paper);
  const { version, bytes } = pin.pinned;
  const fetch = usePaperFetch(pin.pinned.sha256);
  const source = useMemo(
    () => ({ url: `/api/sessions/${session}/papers/${paper.paperId}/content?version=${version}`, bytes, fetch }),
    [session, paper.paperId, version, bytes, fetch],
  );
  const opened = useCallback(() => openings?.note(paper.paperId, version), [openings, paper.paperId, version]);
  useEffect(() => openings?.reading(paper.paperId), [openings, paper.paperId]);
  const facts = useFacts(paper);
  const changes = useChanges(session, paper, pin.pinned);
  const page = useRef(1);
  const turned = useCallback(
    (now: number) => {
      page.current = now;
      onTurned?.(paper.paperId, now);
    },
    [onTurned, paper.paperId],
  );
  const present = usePresent(paper.paperId, page);
  const places = placesIn(useStore());
  const notes = useNotesDoor(paper.paperId, pin.pinned.sha256, pin.newer === undefined);
  return (
    <>
      <NewVersionBar pin={pin} />
      <Suspense fallback={<Loading />}>
        <Reader
          paperId={paper.paperId}
          title={paper.title}
          subtitle={[...(alone ? [words.paperKind[paper.kind], paper.number] : []), paper.issuer]
            .filter(Boolean)
            .join(" · ")}
          source={source}
          notes={notes}
          places={places}
          leading={leading}
          actions={[...(actions ?? []), ...present, facts.entry, ...changes.entries]}
          lead={lead}
          onPage={turned}
          onOpened={opened}
        />
      </Suspense>
      {changes.dialog}
      {facts.dialog}
    </>
  );
}

function NoPaper({ session, item }: { session: string; item: ItemView | undefined }) {
  const t = useText(delegate).agenda;
  return (
    <div className={styles.noPaper}>
      {item ? (
        <div className={styles.sheetOfPaper}>
          <p className={styles.itemKicker}>{t.item(item.number)}</p>
          <h2 className={styles.itemTitle} lang="vi">
            {item.title}
          </h2>
          <p className={styles.itemMeta}>
            {[item.presenter && t.presenter(item.presenter), item.minutes && t.minutes(item.minutes)]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className={styles.itemMeta}>{t.noPapers}</p>
          <Suspense>
            <OpinionLine session={session} item={item} />
          </Suspense>
        </div>
      ) : (
        <EmptyState icon="list" title={t.empty}>
          {t.emptyText}
        </EmptyState>
      )}
    </div>
  );
}
