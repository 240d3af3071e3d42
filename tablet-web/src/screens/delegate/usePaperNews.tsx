import { useEffect, useRef } from "react";
import type { Openings } from "../../core/openings.ts";
import type { AgendaView } from "../../core/schemas.ts";
import { NewsToast } from "../../features/papers/NewsToast.tsx";
import { changedSince, newsBetween, type Place } from "../../features/papers/news.ts";
import { useAgenda, useOpened, useOpenings } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { papers as texts } from "../../i18n/papers.ts";
import type { PapersText } from "../../i18n/papers.vi.ts";
import { useToast } from "../../ui/index.ts";

const seconds = 20;
const settleMs = 300;

/** Says in a toast what comes, changes or goes, also while the person was away; one tap opens it. */
export function usePaperNews(onOpen: (itemId: string, paperId: string) => void): void {
  const t = useText(texts);
  const agenda = useAgenda();
  const opened = useOpened();
  const say = useToast();
  const before = useRef<AgendaView | undefined>(undefined);
  const told = useRef(new Set<string>());
  const openings = useOpenings();
  const now = useRef({ t, openings, say, onOpen });
  useEffect(() => {
    now.current = { t, openings, say, onOpen };
  });
  useEffect(() => {
    if (!agenda) return;
    // A paper that becomes one's own comes in two messages.
    const timer = setTimeout(() => {
      tellChanges(before.current, agenda, opened, now.current);
      before.current = agenda;
      if (opened) tellVersions(agenda, opened, told.current, now.current);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [agenda, opened]);
}

type Now = {
  t: PapersText;
  openings: Openings | undefined;
  say: ReturnType<typeof useToast>;
  onOpen: (itemId: string, paperId: string) => void;
};

type Opened = ReadonlyMap<string, number>;

function tellChanges(old: AgendaView | undefined, agenda: AgendaView, opened: Opened | undefined, now: Now): void {
  if (!old) return;
  const { t, say } = now;
  const news = newsBetween(old, agenda);
  for (const place of news.arrived) tell(t.arrived(place.paper.title), t.open, place, now);
  for (const paper of news.gone) if (opened?.has(paper.paperId)) say(t.recalled(paper.title));
}

/** Each newer version of an opened paper is told once. Who has it before the eyes is told above it. */
function tellVersions(agenda: AgendaView, opened: Opened, told: Set<string>, now: Now): void {
  const { t, openings } = now;
  const fresh = changedSince(agenda, opened).filter(({ paper }) => !told.has(named(paper)));
  for (const { paper } of fresh) told.add(named(paper));
  const unseen = fresh.filter(({ paper }) => !openings?.isBeingRead(paper.paperId));
  const [first] = unseen;
  if (first)
    tell(unseen.length === 1 ? t.replaced(first.paper.title) : t.replacedSeveral(unseen.length), t.see, first, now);
}

function named({ paperId, version }: Place["paper"]): string {
  return `${paperId} ${version}`;
}

function tell(text: string, action: string, { itemId, paper }: Place, { say, onOpen }: Now): void {
  const open = () => {
    drop();
    onOpen(itemId, paper.paperId);
  };
  const drop = say(<NewsToast text={text} action={action} onOpen={open} />, "info", seconds);
}
