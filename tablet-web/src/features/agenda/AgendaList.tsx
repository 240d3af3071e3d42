import { useEffect, useRef } from "react";
import type { ItemView, NowView, VoteView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { classes, EmptyState, Icon, StateChip } from "../../ui/index.ts";
import styles from "./AgendaList.module.css";

export interface AgendaListProps {
  items: readonly ItemView[];
  now: NowView | undefined;
  openVote: VoteView | undefined;
  /** The item that is on screen here. */
  shown: string | undefined;
  onChoose: (itemId: string) => void;
}

/** The agenda as a tree in reading order: done, current and voting items marked in words and picture. */
export function AgendaList({ items, now, openVote, shown, onChoose }: AgendaListProps) {
  const t = useText(delegate).agenda;
  const words = useText(common);
  const current = useRef<HTMLLIElement>(null);
  const currentId = now?.itemId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the hall moves on, its item comes into view
  useEffect(() => {
    current.current?.scrollIntoView({ block: "center" });
  }, [currentId]);
  if (items.length === 0) {
    return (
      <EmptyState icon="list" title={t.empty}>
        {t.emptyText}
      </EmptyState>
    );
  }
  return (
    <ol className={styles.list}>
      {items.map(item => {
        const isCurrent = item.itemId === currentId;
        const isDone = now?.done.includes(item.itemId) ?? false;
        const isVoting = openVote?.itemId === item.itemId;
        return (
          <li
            key={item.itemId}
            ref={isCurrent ? current : undefined}
            className={classes(
              styles.item,
              isCurrent && styles.current,
              isDone && !isCurrent && styles.done,
              item.itemId === shown && styles.shown,
            )}
            style={{ ["--depth" as string]: item.number.split(".").length - 1 }}
          >
            <button
              type="button"
              className={styles.button}
              aria-current={isCurrent ? "step" : undefined}
              onClick={() => onChoose(item.itemId)}
            >
              <span className={classes("num", styles.number)}>{item.number}</span>
              <span className={styles.title} lang="vi">
                {item.title}
              </span>
              {(isVoting || isCurrent || isDone || item.papers.length > 0) && (
                <span className={styles.meta}>
                  {isVoting && <StateChip tone="live">{t.voting}</StateChip>}
                  {isCurrent && !isVoting && <StateChip tone="info">{t.current}</StateChip>}
                  {isDone && !isCurrent && (
                    <span className={styles.tick}>
                      <Icon name="check" size={16} /> {t.done}
                    </span>
                  )}
                  {item.papers.length > 0 && <span>{words.papers(item.papers.length)}</span>}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** The agenda as bare numbers, for middling screens; titles are read aloud and come as tooltips. */
export function NumberRail({ items, now, openVote, shown, onChoose }: AgendaListProps) {
  const t = useText(delegate).agenda;
  return (
    <ol className={styles.rail}>
      {items
        .filter(item => item.parentId === undefined || item.itemId === now?.itemId)
        .map(item => {
          const isCurrent = item.itemId === now?.itemId;
          const state =
            openVote?.itemId === item.itemId
              ? t.voting
              : isCurrent
                ? t.current
                : now?.done.includes(item.itemId)
                  ? t.done
                  : "";
          return (
            <li
              key={item.itemId}
              className={classes(
                isCurrent && styles.current,
                item.itemId === shown && styles.shown,
                state === t.done && styles.done,
              )}
            >
              <button
                type="button"
                className={styles.railButton}
                aria-label={[t.item(item.number), item.title, state].filter(Boolean).join(", ")}
                title={item.title}
                aria-current={isCurrent ? "step" : undefined}
                onClick={() => onChoose(item.itemId)}
              >
                <span className="num">{item.number}</span>
                {isCurrent && <i className={styles.dot} aria-hidden="true" />}
                {state === t.done && <Icon name="check" size={14} />}
              </button>
            </li>
          );
        })}
    </ol>
  );
}
