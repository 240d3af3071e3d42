import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { byteSize } from "../../core/format.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { reader as texts } from "../../i18n/reader.ts";
import { sidePanel } from "../../i18n/side-panel.ts";
import { Button, ErrorState, Icon, IconButton, Loading, Menu, type MenuEntry, Progress } from "../../ui/index.ts";
import type { Placed } from "./layout.ts";
import { type NotesDoor, useNotes, type Writing } from "./notes.ts";
import { PageScroller, type ScrollerHandle, zooms } from "./PageScroller.tsx";
import type { Marks } from "./PageView.tsx";
import { type Places, placesIn } from "./place.ts";
import styles from "./Reader.module.css";
import type { PaperSource } from "./ranges.ts";
import type { Find } from "./SearchBar.tsx";
import type { Hit } from "./search.ts";
import { pagesDoor } from "./side.ts";
import { type PaperState, usePaper } from "./usePaper.ts";
import { useView, type View } from "./view.ts";

const SearchBar = lazy(() => import("./SearchBar.tsx"));
const SidePanel = lazy(() => import("./SidePanel.tsx"));

const step = 1.25;
const noMarks: Marks = [];
const none: readonly MenuEntry[] = [];
const nowhere = placesIn(undefined);

/** Reads one PDF paper. `leading` stands before the title, e.g. the agenda button of small tablets. */
export function Reader({
  paperId,
  title,
  subtitle,
  source,
  notes,
  places = nowhere,
  leading,
  actions = none,
  find,
  lead,
  onOpened,
  onPage,
}: {
  paperId: string;
  title: string;
  subtitle?: ReactNode;
  source: PaperSource;
  /** Where one writes on this paper; without it the paper is only read. */
  notes?: NotesDoor | undefined;
  /** Where the page is remembered; without it only while the app is on screen. */
  places?: Places | undefined;
  leading?: ReactNode;
  /** More entries for the menu of the view. */
  actions?: readonly MenuEntry[];
  /** Words to mark at once, on this page first. */
  find?: Find | undefined;
  /** The paper is before the eyes; may be told more than once. */
  onOpened?: () => void;
  /** The page to go to now, each time it changes: somebody else's. */
  lead?: number | undefined;
  /** The page that is before the eyes. */
  onPage?: ((page: number) => void) | undefined;
}) {
  const t = useText(texts);
  const side = useText(sidePanel);
  const { state, retry } = usePaper(source);
  const [seenOf, setSeenOf] = useState<PaperSource>();
  const seen = seenOf === source;
  useEffect(() => {
    if (seen) onOpened?.();
  }, [seen, onOpened]);
  const [zoom, setZoom] = useState(1);
  const [view, setView] = useView();
  const [page, setPage] = useState(1);
  const [searching, setSearching] = useState(find !== undefined);
  const door = useMemo(() => pagesDoor(source), [source]);
  const [panel, setPanel] = useState(false);
  const [hits, setHits] = useState<{ all: readonly Hit[]; at: number }>({ all: [], at: -1 });
  const scroller = useRef<ScrollerHandle>(null);
  const left = useLeft(places, paperId);
  const total = state.kind === "open" ? state.paper.document.numPages : 0;
  const led = lead !== undefined;

  const turned = useCallback(
    (now: number) => {
      setPage(now);
      if (!led) places.keep(paperId, now);
      onPage?.(now);
    },
    [places, paperId, led, onPage],
  );
  useEffect(() => {
    if (lead !== undefined) scroller.current?.goTo(lead);
  }, [lead]);
  const drawn = useCallback(
    (drawnPage: number) => {
      performance.mark("plenum-page-drawn", { detail: { paperId, page: drawnPage } });
      setSeenOf(source);
    },
    [paperId, source],
  );
  const chosen = hits.all[hits.at];
  useEffect(() => {
    if (chosen) scroller.current?.goTo(chosen.page);
  }, [chosen]);
  const marks = useMemo(() => {
    const byPage = new Map<number, Marks>();
    for (const hit of hits.all) byPage.set(hit.page, [...(byPage.get(hit.page) ?? []), hit]);
    return byPage;
  }, [hits.all]);
  const marksOn = useCallback((at: number) => marks.get(at) ?? noMarks, [marks]);
  const labelOf = useCallback((at: number) => t.page(at, total), [t, total]);
  const writing = useNotes(seen ? notes : undefined, state.kind === "open" ? state.paper.document : undefined);
  const over = useMemo(() => {
    if (!writing) return undefined;
    const { PageNotes } = writing.parts;
    return (placed: Placed, scale: number) => (
      <PageNotes pad={writing.pad} page={placed.page} width={placed.width} height={placed.height} scale={scale} />
    );
  }, [writing]);
  const change = (factor: number) => setZoom(now => withinLimits(now * factor));

  const keys = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (writing?.parts.keyOf(writing.pad, event, page)) return event.preventDefault();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const to = plain ? pageByKey(event.key, page, total) : undefined;
    const zoomed = plain ? zoomByKey(event.key, zoom) : undefined;
    const find = (event.ctrlKey || event.metaKey) && event.key === "f";
    if (to === undefined && zoomed === undefined && !find) return;
    event.preventDefault();
    if (find) setSearching(true);
    if (to !== undefined) scroller.current?.goTo(to);
    if (zoomed !== undefined) setZoom(zoomed);
  };

  return (
    <section
      className={styles.reader}
      aria-label={t.region}
      data-night={view.night || undefined}
      data-tone={view.night ? "dark" : undefined}
      onKeyDown={keys}
    >
      <div className={styles.tools}>
        {leading}
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <div className={styles.zoom}>
          <IconButton icon="minus" label={t.zoomOut} disabled={zoom <= zooms.min} onClick={() => change(1 / step)} />
          <IconButton icon="fit" label={t.fitWidth} aria-pressed={zoom === 1} onClick={() => setZoom(1)} />
          <IconButton icon="plus" label={t.zoomIn} disabled={zoom >= zooms.max} onClick={() => change(step)} />
        </div>
        {writing && <WritingButton writing={writing} />}
        <IconButton
          icon="search"
          label={t.search}
          aria-pressed={searching}
          disabled={state.kind !== "open"}
          onClick={() => setSearching(!searching)}
        />
        {door && (
          <IconButton
            icon="panel"
            label={side.open}
            aria-expanded={panel}
            disabled={state.kind !== "open"}
            onClick={() => setPanel(!panel)}
          />
        )}
        <ViewMenu view={view} onView={setView} actions={actions} />
        <PageNumber page={page} total={total} onGo={to => scroller.current?.goTo(to)} />
      </div>
      {writing && (
        <writing.parts.NoteBar
          pad={writing.pad}
          notes={writing.notes}
          page={page}
          onGo={to => scroller.current?.goTo(to)}
        />
      )}
      {searching && state.kind === "open" && (
        <Suspense>
          <SearchBar
            document={state.paper.document}
            at={hits.at}
            find={find}
            onHits={setHits}
            onClose={() => {
              setSearching(false);
              setHits({ all: [], at: -1 });
              scroller.current?.focus();
            }}
          />
        </Suspense>
      )}
      {state.kind === "open" && state.missing && <Missing onRetry={retry} />}
      {state.kind === "open" ? (
        <div className={styles.body}>
          {panel && door && (
            <Suspense fallback={<Loading />}>
              <SidePanel
                door={door}
                document={state.paper.document}
                page={page}
                total={total}
                onGo={to => {
                  scroller.current?.goTo(to);
                  if (matchMedia("(max-width: 700px)").matches) setPanel(false);
                }}
                onClose={() => {
                  setPanel(false);
                  scroller.current?.focus();
                }}
              />
            </Suspense>
          )}
          {left !== undefined && (
            <PageScroller
              ref={scroller}
              document={state.paper.document}
              firstSize={state.firstSize}
              startAt={Math.min(lead ?? find?.page ?? left, total)}
              zoom={zoom}
              single={view.single}
              onZoom={setZoom}
              onPage={turned}
              onDrawn={drawn}
              labelOf={labelOf}
              marksOn={marksOn}
              over={over}
              label={t.pages}
            />
          )}
        </div>
      ) : (
        <Opening state={state} bytes={source.bytes} onRetry={retry} />
      )}
    </section>
  );
}

/** Where this paper was left; undefined while it is looked up. */
function useLeft(places: Places, paperId: string): number | undefined {
  const [left, setLeft] = useState<{ paperId: string; page: number }>();
  useEffect(() => {
    let gone = false;
    void places.page(paperId).then(page => !gone && setLeft({ paperId, page }));
    return () => {
      gone = true;
    };
  }, [places, paperId]);
  return left?.paperId === paperId ? left.page : undefined;
}

function ViewMenu({
  view,
  onView,
  actions,
}: {
  view: View;
  onView: (change: Partial<View>) => void;
  actions: readonly MenuEntry[];
}) {
  const t = useText(texts).view;
  return (
    <Menu
      label={t.title}
      entries={[
        { id: "column", label: t.column, checked: !view.single, onSelect: () => onView({ single: false }) },
        { id: "single", label: t.single, checked: view.single, onSelect: () => onView({ single: true }) },
        { id: "night", label: t.night, checked: view.night, onSelect: () => onView({ night: !view.night }) },
        ...actions,
      ]}
    />
  );
}

function WritingButton({ writing }: { writing: Writing }) {
  const t = useText(texts);
  const { pad } = writing;
  const open = useSyncExternalStore(pad.subscribe, () => pad.state().open);
  return <IconButton icon="edit" label={t.write} aria-pressed={open} onClick={() => pad.toggle()} />;
}

function pageByKey(key: string, page: number, total: number): number | undefined {
  if (key === "Home") return 1;
  if (key === "End") return total;
  if (key === "PageDown") return Math.min(total, page + 1);
  if (key === "PageUp") return Math.max(1, page - 1);
  return undefined;
}

function zoomByKey(key: string, zoom: number): number | undefined {
  if (key === "+" || key === "=") return withinLimits(zoom * step);
  if (key === "-") return withinLimits(zoom / step);
  return key === "0" ? 1 : undefined;
}

function withinLimits(zoom: number): number {
  return Math.min(zooms.max, Math.max(zooms.min, zoom));
}

function Opening({
  state,
  bytes,
  onRetry,
}: {
  state: Exclude<PaperState, { kind: "open" }>;
  bytes: number;
  onRetry: () => void;
}) {
  const t = useText(texts);
  const lang = useLang();
  return (
    <div className={styles.opening}>
      {state.kind === "failed" ? (
        <ErrorState problem={state.problem} onRetry={onRetry} />
      ) : (
        <div className={styles.progress}>
          <Progress
            label={t.opening}
            value={state.received}
            max={bytes}
            text={t.received(byteSize(state.received, lang), byteSize(bytes, lang))}
          />
        </div>
      )}
    </div>
  );
}

function Missing({ onRetry }: { onRetry: () => void }) {
  const t = useText(texts);
  const app = useText(common).app;
  return (
    <div className={styles.missing} role="status">
      <Icon name="warning" size={20} />
      <span>{t.partMissing}</span>
      <Button onClick={onRetry}>{app.retry}</Button>
    </div>
  );
}

function PageNumber({ page, total, onGo }: { page: number; total: number; onGo: (page: number) => void }) {
  const t = useText(texts);
  const [typed, setTyped] = useState<string>();
  const go = (event: FormEvent) => {
    event.preventDefault();
    const to = Number(typed);
    if (Number.isInteger(to) && to >= 1 && to <= total) onGo(to);
    setTyped(undefined);
  };
  return (
    <form className={styles.number} onSubmit={go}>
      <input
        className={styles.input}
        inputMode="numeric"
        aria-label={t.goTo}
        value={typed ?? (total > 0 ? String(page) : "")}
        disabled={total === 0}
        onFocus={event => event.target.select()}
        onChange={event => setTyped(event.target.value.replace(/\D/g, ""))}
        onBlur={go}
      />
      <span className="num">{total > 0 ? t.ofPages(total) : ""}</span>
    </form>
  );
}
