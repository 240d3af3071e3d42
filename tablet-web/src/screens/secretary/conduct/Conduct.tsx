import { useRef, useState } from "react";
import type { SessionView } from "../../../core/schemas.ts";
import { useActions } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { EmptyState } from "../../../ui/index.ts";
import { AgendaRail } from "./AgendaRail.tsx";
import { BatchPanel } from "./BatchPanel.tsx";
import styles from "./Conduct.module.css";
import { FloorPanel } from "./FloorPanel.tsx";
import { ItemStage } from "./ItemStage.tsx";
import { PresentBox } from "./PresentBox.tsx";
import { RollCall } from "./RollCall.tsx";
import { ScreenPanel } from "./ScreenPanel.tsx";
import { type CentreView, SittingBar } from "./SittingBar.tsx";
import { useShortcuts } from "./shortcuts.tsx";
import { useConduct } from "./useConduct.ts";
import { type VoteAsk, VoteDialog } from "./VoteDialog.tsx";

/** The running sitting on one screen: agenda, current item with its votes, or the roll call; speech queue and big screen. */
export function Conduct({ session }: { session: SessionView }) {
  const t = useText(secretary).conduct;
  if (session.state === "DRAFT") {
    return (
      <EmptyState icon="info" title={t.draftTitle}>
        {t.draftText}
      </EmptyState>
    );
  }
  if (session.sittings.length === 0) {
    return (
      <EmptyState icon="calendar" title={t.noSittingTitle}>
        {t.noSittingText}
      </EmptyState>
    );
  }
  return <Running session={session} />;
}

function Running({ session }: { session: SessionView }) {
  const t = useText(secretary).conduct;
  const view = useConduct(session);
  const [wanted, setWanted] = useState<CentreView>();
  const [chosen, setChosen] = useState<string>();
  const [ask, setAsk] = useState<VoteAsk>();
  const addInput = useRef<HTMLInputElement>(null);
  const { run, online } = useActions();
  const centre = wanted ?? (view.running ? "item" : "roll");
  const shown = view.items.find(item => item.itemId === chosen) ?? view.current ?? view.next ?? view.items[0];
  const votes = view.voting?.votes.filter(vote => vote.itemId === view.current?.itemId) ?? [];

  const { help, openHelp } = useShortcuts(online, {
    next: () => view.running && !view.openVote && view.next && goTo(view.next.itemId),
    vote: () => {
      const prepared = votes.find(vote => vote.state === "PREPARED");
      if (view.openVote) setAsk({ kind: "close", voteId: view.openVote.voteId });
      else if (prepared) setAsk({ kind: "open", voteId: prepared.voteId });
    },
    declare: () => {
      const closed = votes.find(vote => vote.state === "CLOSED");
      if (closed) setAsk({ kind: "declare", voteId: closed.voteId });
    },
    grant: () => {
      const first = view.floor?.queue[0];
      if (first) {
        void run("grant", "floor.grant", { personId: first.personId, seconds: session.rules.speechSeconds });
      }
    },
    minute: () => view.floor?.speech && void run("extend", "floor.extend", { seconds: 60 }),
    end: () => view.floor?.speech && void run("end", "floor.end-speech", {}),
    roll: () => setWanted(centre === "roll" ? "item" : "roll"),
    add: () => addInput.current?.focus(),
  });

  function goTo(itemId: string) {
    setChosen(undefined);
    setWanted("item");
    void run("item", "agenda.open-item", { itemId });
  }

  return (
    <div className={styles.conduct}>
      <h2 className="visually-hidden">{t.title}</h2>
      <SittingBar view={view} centre={centre} onCentre={setWanted} onHelp={openHelp} />
      <div className={styles.columns}>
        <AgendaRail
          view={view}
          shown={centre === "item" ? shown?.itemId : undefined}
          onShow={id => {
            setChosen(id);
            setWanted("item");
          }}
          onOpen={goTo}
        />
        <section className={styles.centre}>
          {centre === "roll" ? (
            <RollCall view={view} />
          ) : (
            <>
              <BatchPanel view={view} onAsk={setAsk} />
              <ItemStage
                key={shown?.itemId}
                view={view}
                item={shown}
                onAsk={setAsk}
                onOpen={goTo}
                onCurrent={() => setChosen(undefined)}
              />
            </>
          )}
        </section>
        <aside className={styles.side}>
          <FloorPanel view={view} addInput={addInput} />
          <ScreenPanel view={view} />
          <PresentBox />
        </aside>
      </div>
      {ask && <VoteDialog ask={ask} view={view} onClose={() => setAsk(undefined)} />}
      {help}
    </div>
  );
}
