import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ItemView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, classes, Icon } from "../../ui/index.ts";
import styles from "./AgendaTree.module.css";
import { childrenOf, depthOf, type Place, placeOf, type Step, stepped } from "./tree.ts";
import { useRowDrag } from "./useRowDrag.ts";

const steps: readonly { step: Step; icon: "up" | "down" | "next" | "back" }[] = [
  { step: "up", icon: "up" },
  { step: "down", icon: "down" },
  { step: "in", icon: "next" },
  { step: "out", icon: "back" },
];
const arrows: Record<string, Step> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

/**
 * The agenda as a tree that is put in order by dragging the handles, by the four buttons, or by Alt and arrows. It shows what the server
 * has recorded, never a guess; each finished move is announced.
 */
export function AgendaTree({
  items,
  selected,
  onSelect,
  onMove,
  onFiles,
  meta,
  locked = false,
  actions,
}: {
  items: readonly ItemView[];
  selected: string | undefined;
  onSelect: (id: string) => void;
  /** Resolves to true when the move is durable. */
  onMove: (id: string, place: Place) => Promise<boolean>;
  /** Files let go over an item. */
  onFiles?: (id: string, files: readonly File[]) => void;
  meta?: (item: ItemView) => ReactNode;
  locked?: boolean;
  actions?: ReactNode;
}) {
  const t = useText(secretary).agenda;
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const movedLast = useRef<{ id: string; focus: boolean } | undefined>(undefined);
  const newest = useRef(items);
  newest.current = items;

  const move = async (id: string, place: Place | undefined, focus: boolean) => {
    if (locked) return;
    if (!place) {
      setSaid(t.cantMove);
      return;
    }
    movedLast.current = { id, focus };
    if (!(await onMove(id, place))) movedLast.current = undefined;
  };
  const drag = useRowDrag(items, (id, place) => void move(id, place, false));

  // Once the new order has come: React may have re-inserted the focused row, and the move is said with its new number.
  const order = items.map(item => `${item.number} ${item.itemId}`).join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new order is news
  useLayoutEffect(() => {
    const moved = movedLast.current;
    const item = newest.current.find(one => one.itemId === moved?.id);
    if (!moved || !item) return;
    movedLast.current = undefined;
    setSaid(t.moved(item.title, item.number));
    if (moved.focus) row(list.current, moved.id)?.focus();
  }, [order]);

  useEffect(() => {
    if (selected) row(list.current, selected)?.scrollIntoView?.({ block: "nearest" });
  }, [selected]);

  const keys = (event: KeyboardEvent<HTMLElement>, item: ItemView) => {
    const step = arrows[event.key];
    if (event.altKey && step) {
      event.preventDefault();
      void move(item.itemId, stepped(items, item.itemId, step), true);
      return;
    }
    const at = items.indexOf(item);
    const next = neighbour(event.key, at, items);
    if (!next) return;
    event.preventDefault();
    onSelect(next.itemId);
    row(list.current, next.itemId)?.focus();
  };

  return (
    <div className={styles.editor}>
      <div className={styles.tools} role="toolbar" aria-label={t.title}>
        {actions}
        <span className={styles.steps}>
          {steps.map(({ step, icon }) => {
            const place = selected === undefined ? undefined : stepped(items, selected, step);
            return (
              <Button
                key={step}
                tone="plain"
                icon={icon}
                className={styles.step}
                title={t[step]}
                disabled={locked || !place}
                onClick={() => selected && void move(selected, place, false)}
              >
                <span className={styles.stepWord}>{t[step]}</span>
              </Button>
            );
          })}
        </span>
      </div>
      <div className={styles.tree} role="tree" aria-label={t.tree} aria-describedby="agenda-keys" ref={list}>
        {items.map((item, at) => {
          const siblings = childrenOf(items, item.parentId);
          return (
            <div
              key={item.itemId}
              role="treeitem"
              data-item={item.itemId}
              aria-level={depthOf(items, item.itemId)}
              aria-setsize={siblings.length}
              aria-posinset={placeOf(items, item.itemId).index + 1}
              aria-selected={item.itemId === selected}
              tabIndex={item.itemId === selected || (at === 0 && !items.some(one => one.itemId === selected)) ? 0 : -1}
              className={classes(
                styles.row,
                item.itemId === selected && styles.selected,
                drag.id === item.itemId && styles.dragged,
                drag.over?.target === item.itemId && styles[drag.over.where],
              )}
              style={{ "--level": depthOf(items, item.itemId) } as React.CSSProperties}
              onClick={() => onSelect(item.itemId)}
              onKeyDown={event => keys(event, item)}
              onDragOver={event => {
                if (onFiles && event.dataTransfer.types.includes("Files")) event.preventDefault();
              }}
              onDrop={event => {
                if (!onFiles || event.dataTransfer.files.length === 0) return;
                event.preventDefault();
                onFiles(item.itemId, [...event.dataTransfer.files]);
              }}
            >
              {!locked && (
                <span className={styles.handle} title={t.drag} aria-hidden="true" {...drag.handle(item.itemId)}>
                  <Icon name="move" size={20} />
                </span>
              )}
              <span className={classes("num", styles.number)}>{item.number}</span>
              <span className={styles.words}>
                <span className={styles.title}>{item.title}</span>
                {meta && <span className={styles.meta}>{meta(item)}</span>}
              </span>
            </div>
          );
        })}
      </div>
      <p id="agenda-keys" className={styles.keys}>
        {t.keys}
      </p>
      <p className="visually-hidden" role="status" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

function row(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`) ?? null;
}

function neighbour(key: string, at: number, items: readonly ItemView[]): ItemView | undefined {
  switch (key) {
    case "ArrowDown":
      return items[at + 1];
    case "ArrowUp":
      return items[at - 1];
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    default:
      return undefined;
  }
}
