import { useEffect, useRef } from "react";
import type { AgendaView } from "../../core/schemas.ts";
import { NewsToast } from "../../features/papers/NewsToast.tsx";
import { newsBetween } from "../../features/papers/news.ts";
import { useAgenda, useOpened } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { papers as texts } from "../../i18n/papers.ts";
import { useToast } from "../../ui/index.ts";

const seconds = 20;

/** Says in a toast what comes, changes or goes while the session is on screen; one tap opens it. */
export function usePaperNews(onOpen: (itemId: string, paperId: string) => void): void {
  const t = useText(texts);
  const agenda = useAgenda();
  const opened = useOpened();
  const say = useToast();
  const before = useRef<AgendaView | undefined>(undefined);
  const now = useRef({ t, opened, say, onOpen });
  useEffect(() => {
    now.current = { t, opened, say, onOpen };
  });
  useEffect(() => {
    const old = before.current;
    before.current = agenda;
    if (!agenda || !old || old === agenda) return;
    const { t, opened, say, onOpen } = now.current;
    const news = newsBetween(old, agenda);
    for (const { itemId, paper } of news.arrived) {
      const open = () => onOpen(itemId, paper.paperId);
      say(<NewsToast text={t.arrived(paper.title)} action={t.open} onOpen={open} />, "info", seconds);
    }
    for (const { itemId, paper } of news.changed) {
      if (!opened?.has(paper.paperId)) continue;
      const open = () => onOpen(itemId, paper.paperId);
      say(<NewsToast text={t.replaced(paper.title)} action={t.see} onOpen={open} />, "info", seconds);
    }
    for (const paper of news.gone) if (opened?.has(paper.paperId)) say(t.recalled(paper.title));
  }, [agenda]);
}
