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

/** Says in a toast what changed while the person was away, then what comes, changes or goes; one tap opens it. */
export function usePaperNews(onOpen: (itemId: string, paperId: string) => void): void {
  const t = useText(texts);
  const agenda = useAgenda();
  const opened = useOpened();
  const say = useToast();
  const before = useRef<AgendaView | undefined>(undefined);
  const openings = useOpenings();
  const now = useRef({ t, opened, openings, say, onOpen });
  useEffect(() => {
    now.current = { t, opened, openings, say, onOpen };
  });
  useEffect(() => {
    if (!agenda) return;
    // A paper that becomes one's own comes in two messages.
    const timer = setTimeout(() => compare(before, agenda, now.current), settleMs);
    return () => clearTimeout(timer);
  }, [agenda]);
  const told = useRef(false);
  useEffect(() => {
    if (told.current || !agenda || !opened) return;
    told.current = true;
    const { openings } = now.current;
    const changed = changedSince(agenda, opened).filter(({ paper }) => !openings?.isBeingRead(paper.paperId));
    const first = changed[0];
    if (first)
      tellOf(
        changed.length === 1 ? t.replaced(first.paper.title) : t.replacedWhileAway(changed.length),
        t.see,
        first,
        now.current,
      );
  }, [agenda, opened, t]);
}

type Now = {
  t: PapersText;
  opened: ReadonlyMap<string, number> | undefined;
  openings: Openings | undefined;
  say: ReturnType<typeof useToast>;
  onOpen: (itemId: string, paperId: string) => void;
};

function compare(before: { current: AgendaView | undefined }, agenda: AgendaView, now: Now): void {
  const old = before.current;
  before.current = agenda;
  if (!old) return;
  const { t, opened, openings, say } = now;
  const news = newsBetween(old, agenda);
  for (const place of news.arrived) tellOf(t.arrived(place.paper.title), t.open, place, now);
  for (const place of news.changed) {
    const { paperId, title } = place.paper;
    // Who has it before the eyes is told above it.
    if (opened?.has(paperId) && !openings?.isBeingRead(paperId)) tellOf(t.replaced(title), t.see, place, now);
  }
  for (const paper of news.gone) if (opened?.has(paper.paperId)) say(t.recalled(paper.title));
}

function tellOf(text: string, action: string, { itemId, paper }: Place, { say, onOpen }: Now): void {
  const open = () => {
    drop();
    onOpen(itemId, paper.paperId);
  };
  const drop = say(<NewsToast text={text} action={action} onOpen={open} />, "info", seconds);
}
