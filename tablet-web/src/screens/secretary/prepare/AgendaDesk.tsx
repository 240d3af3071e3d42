import { useState, useSyncExternalStore } from "react";
import { newId } from "../../../core/ids.ts";
import type { ItemView, SessionView } from "../../../core/schemas.ts";
import { AgendaTree } from "../../../features/agenda-editor/AgendaTree.tsx";
import { type ItemFields, ItemForm } from "../../../features/agenda-editor/ItemForm.tsx";
import { childrenOf, deepest, depthOf, type Place } from "../../../features/agenda-editor/tree.ts";
import type { Uploads } from "../../../features/papers/uploads.ts";
import { useActions, usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, EmptyState, Icon, Skeleton, StateChip } from "../../../ui/index.ts";
import styles from "./AgendaDesk.module.css";
import { ItemDetail } from "./ItemDetail.tsx";

type Panel = { kind: "detail" } | { kind: "edit" } | { kind: "new"; parentId?: string };

/** The agenda as a tree on the left, the chosen item with its papers on the right. */
export function AgendaDesk({ session, uploads }: { session: SessionView; uploads: Uploads }) {
  const agenda = usePart("agenda");
  if (!agenda) return <Skeleton lines={8} />;
  return <Editor session={session} items={agenda.items} uploads={uploads} />;
}

function Editor({ session, items, uploads }: { session: SessionView; items: readonly ItemView[]; uploads: Uploads }) {
  const t = useText(secretary).agenda;
  const { run, busy } = useActions();
  const [chosen, setChosen] = useState<string>();
  const [panel, setPanel] = useState<Panel>({ kind: "detail" });
  const files = useSyncExternalStore(uploads.subscribe, uploads.list);
  const locked = session.state === "ENDED";
  const item = items.find(one => one.itemId === chosen) ?? items[0];
  const parent = panel.kind === "new" ? items.find(one => one.itemId === panel.parentId) : undefined;

  const choose = (id: string) => {
    setChosen(id);
    setPanel({ kind: "detail" });
  };
  const add = async (fields: ItemFields) => {
    const itemId = newId();
    const index = childrenOf(items, parent?.itemId).length;
    const data = { itemId, index, ...(parent && { parentId: parent.itemId }), ...fields };
    if (await run("save", "agenda.add-item", data)) choose(itemId);
  };
  const edit = async (fields: ItemFields) => {
    if (item && (await run("save", "agenda.edit-item", { itemId: item.itemId, ...fields })))
      setPanel({ kind: "detail" });
  };
  const move = (itemId: string, place: Place) => run("move", "agenda.move-item", { itemId, ...place });

  return (
    <div className={styles.split}>
      <section className={styles.left} aria-labelledby="agenda-title">
        <div className={styles.head}>
          <h2 id="agenda-title">{t.title}</h2>
          <span className={`num ${styles.total}`}>
            {t.total(
              items.length,
              items.reduce((sum, one) => sum + one.papers.length, 0),
            )}
          </span>
        </div>
        {items.length === 0 ? (
          <EmptyState icon="list" title={t.emptyTitle}>
            <p>{t.emptyText}</p>
            {!locked && (
              <p className={styles.emptyAction}>
                <Button tone="primary" icon="plus" onClick={() => setPanel({ kind: "new" })}>
                  {t.add}
                </Button>
              </p>
            )}
          </EmptyState>
        ) : (
          <AgendaTree
            items={items}
            selected={item?.itemId}
            onSelect={choose}
            onMove={move}
            onFiles={(id, dropped) => {
              choose(id);
              uploads.add(id, dropped);
            }}
            locked={locked}
            meta={one => <Meta item={one} items={items} session={session} />}
            actions={
              !locked && (
                <>
                  <Button icon="plus" tone="primary" onClick={() => setPanel({ kind: "new" })}>
                    {t.add}
                  </Button>
                  <Button
                    icon="plus"
                    disabled={!item || depthOf(items, item.itemId) >= deepest}
                    onClick={() => item && setPanel({ kind: "new", parentId: item.itemId })}
                  >
                    {t.addBelow}
                  </Button>
                </>
              )
            }
          />
        )}
      </section>
      <section className={styles.right} aria-live="off">
        {panel.kind === "new" ? (
          <>
            <h2 className={styles.panelTitle}>{parent ? t.newBelow(parent.number) : t.newItem}</h2>
            <ItemForm
              key={parent?.itemId ?? "new"}
              sittings={session.sittings}
              busy={busy("save")}
              onSave={fields => void add(fields)}
              onCancel={() => setPanel({ kind: "detail" })}
            />
          </>
        ) : !item ? (
          <p className={styles.choose}>{locked && t.choose}</p>
        ) : panel.kind === "edit" ? (
          <>
            <h2 className={styles.panelTitle}>{t.editItem(item.number)}</h2>
            <ItemForm
              key={item.itemId}
              item={item}
              sittings={session.sittings}
              busy={busy("save")}
              onSave={fields => void edit(fields)}
              onCancel={() => setPanel({ kind: "detail" })}
            />
          </>
        ) : (
          <ItemDetail
            key={item.itemId}
            session={session}
            items={items}
            item={item}
            files={files}
            uploads={uploads}
            locked={locked}
            onEdit={() => setPanel({ kind: "edit" })}
          />
        )}
      </section>
    </div>
  );
}

function sittingOf(session: SessionView, item: ItemView) {
  return session.sittings.find(one => one.sittingId === item.sittingId);
}

/** The second line of an item: kind, sitting, minutes, papers, vote and state, each only when there is something to say. */
function Meta({ item, items, session }: { item: ItemView; items: readonly ItemView[]; session: SessionView }) {
  const t = useText(secretary).agenda;
  const words = useText(common);
  const now = usePart("now");
  const votes = usePart("voting")?.votes.filter(vote => vote.itemId === item.itemId) ?? [];
  const above = items.find(one => one.itemId === item.parentId);
  // An item in the same sitting as the one above it need not repeat it.
  const sitting = above?.sittingId === item.sittingId ? undefined : sittingOf(session, item);
  return (
    <>
      <span>{words.itemKind[item.kind]}</span>
      {sitting && <span>{sitting.title}</span>}
      {item.minutes !== undefined && <span className="num">{t.minutes(item.minutes)}</span>}
      {item.papers.length > 0 && (
        <span className={styles.papers}>
          <Icon name="paper" size={16} />
          {words.papers(item.papers.length)}
        </span>
      )}
      {item.kind === "RESOLUTION" && (
        <span className={votes.length > 0 ? styles.ready : styles.missing}>
          <Icon name={votes.length > 0 ? "vote" : "warning"} size={16} />
          {votes.length > 0 ? t.voteReady : t.voteMissing}
        </span>
      )}
      {item.hidden && (
        <StateChip tone="warn" icon="hidden">
          {t.hidden}
        </StateChip>
      )}
      {now?.itemId === item.itemId && <StateChip tone="live">{t.current}</StateChip>}
      {now?.done.includes(item.itemId) && (
        <StateChip tone="good" icon="check">
          {t.done}
        </StateChip>
      )}
    </>
  );
}
