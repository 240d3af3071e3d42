import { useEffect, useRef } from "react";
import { depthOf } from "../../../features/agenda-editor/tree.ts";
import { useLiveState } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, classes, Icon, IconButton, StateChip } from "../../../ui/index.ts";
import styles from "./AgendaRail.module.css";
import { hiddenIds } from "./logic.ts";
import type { ConductView } from "./useConduct.ts";

/** The agenda as it is gone through: done, current, to come; the next one is one press away. */
export function AgendaRail({
  view,
  shown,
  onShow,
  onOpen,
}: {
  view: ConductView;
  shown: string | undefined;
  onShow: (itemId: string) => void;
  onOpen: (itemId: string) => void;
}) {
  const t = useText(secretary);
  const online = useLiveState().kind === "live";
  const list = useRef<HTMLOListElement>(null);
  const { items, now, next, running, openVote } = view;
  const hidden = hiddenIds(items);
  const canOpen = running && !openVote && online;
  useEffect(() => {
    if (now?.itemId) {
      list.current?.querySelector(`[data-item="${CSS.escape(now.itemId)}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }, [now?.itemId]);
  return (
    <nav className={styles.rail} aria-label={t.item.agenda}>
      <div className={styles.head}>
        <h3>{t.item.agenda}</h3>
        <span className="num">{t.item.doneCount(now?.done.length ?? 0, items.length)}</span>
      </div>
      <ol className={styles.list} ref={list}>
        {items.map(item => {
          const current = item.itemId === now?.itemId;
          const done = now?.done.includes(item.itemId) ?? false;
          const votes = view.voting?.votes.filter(vote => vote.itemId === item.itemId) ?? [];
          return (
            <li
              key={item.itemId}
              data-item={item.itemId}
              className={classes(
                styles.row,
                current && styles.current,
                done && !current && styles.done,
                item.itemId === shown && styles.shown,
              )}
              style={{ "--level": depthOf(items, item.itemId) } as React.CSSProperties}
            >
              <button
                type="button"
                className={styles.item}
                aria-current={item.itemId === shown ? "true" : undefined}
                onClick={() => onShow(item.itemId)}
              >
                <span className={classes("num", styles.number)}>{item.number}</span>
                <span className={styles.words}>
                  <span className={styles.title}>{item.title}</span>
                  <span className={styles.meta}>
                    {current && <StateChip tone="live">{t.agenda.current}</StateChip>}
                    {done && !current && (
                      <span className={styles.mark}>
                        <Icon name="check" size={16} /> {t.item.closed}
                      </span>
                    )}
                    {hidden.has(item.itemId) && (
                      <span className={styles.mark}>
                        <Icon name="hidden" size={16} /> {t.agenda.hidden}
                      </span>
                    )}
                    {votes.map(vote => (
                      <span key={vote.voteId} className={styles.mark}>
                        <Icon name="vote" size={16} /> {t.vote.state[vote.state]}
                      </span>
                    ))}
                  </span>
                </span>
              </button>
              {canOpen && !current && !hidden.has(item.itemId) && (
                <IconButton
                  icon="play"
                  className={styles.play}
                  label={t.item.openNumber(item.number)}
                  onClick={() => onOpen(item.itemId)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {running && next && (
        <div className={styles.foot}>
          <Button
            tone={view.current ? "quiet" : "primary"}
            block
            disabled={!canOpen}
            aria-describedby={openVote ? "next-why" : undefined}
            onClick={() => onOpen(next.itemId)}
          >
            <span className={styles.next}>{t.item.next(next.number, next.title)}</span>
          </Button>
          {openVote && (
            <p id="next-why" className={styles.why}>
              {t.item.needVoteClosed}
            </p>
          )}
        </div>
      )}
    </nav>
  );
}
