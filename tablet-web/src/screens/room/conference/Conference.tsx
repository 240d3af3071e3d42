import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { useWakeLock } from "../../../features/wake-lock/index.ts";
import { LiveOfflineBar, useMe } from "../../../hall/index.ts";
import { CallProvider, useCallState, useDevices } from "../../../hall/room/call.tsx";
import { hasStage, type Picture } from "../../../hall/stage/arrange.ts";
import { slotsFor } from "../../../hall/stage/slots.ts";
import { cameraWish } from "../../../hall/stage/switches.ts";
import { useNudge, useOnAir, useScene } from "../../../hall/stage/useScene.ts";
import { ThinContext, useThinLine } from "../../../hall/stage/useThin.ts";
import { Voices } from "../../../hall/stage/Voices.tsx";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { classes, Loading } from "../../../ui/index.ts";
import { ChatPanel } from "../panels/ChatPanel.tsx";
import { PeoplePanel } from "../panels/PeoplePanel.tsx";
import { useUnread } from "../panels/useUnread.ts";
import { VotePanel } from "../panels/VotePanel.tsx";
import { Banners } from "./Banners.tsx";
import { Controls } from "./Controls.tsx";
import styles from "./conference.module.css";
import { type DialogKind, Dialogs } from "./Dialogs.tsx";
import { Ended } from "./Ended.tsx";
import { RoomHeader } from "./RoomHeader.tsx";
import { Stage } from "./Stage.tsx";
import { useOpenVote } from "./useOpenVote.ts";
import { useOwn } from "./useOwn.ts";
import { useShortcuts } from "./useShortcuts.ts";

/** Only for those who conduct a conference. */
const Director = lazy(() => import("../director/Director.tsx").then(m => ({ default: m.Director })));

export type Panel = "chat" | "people" | "vote";

type ConferenceProps = {
  session: SessionView;
  room: RoomView;
  moderator: boolean;
  presides: boolean;
  records: boolean;
  onLeave: () => void;
  onElsewhere: () => void;
};

/** The conversation: pictures, voices, and what one can do in the room. */
export function Conference(props: ConferenceProps) {
  return (
    <CallProvider session={props.session.sessionId} videoSlots={slotsFor(innerWidth, innerHeight)}>
      <Conversation {...props} />
    </CallProvider>
  );
}

function Conversation({ session, room, moderator, presides, records, onLeave, onElsewhere }: ConferenceProps) {
  const t = useText(catalogue);
  const me = useMe();
  const scene = useScene(room);
  const [focus, setFocus] = useState<Picture>();
  const [layout, setLayout] = useState<"grid" | "stage">();
  const { thin, choose } = useThinLine();
  const listenOnly = thin === "VOICE";
  const [dialog, setDialog] = useState<DialogKind>();
  const vote = useOpenVote();
  const [chosen, setPanel] = useState<Panel>();
  const [soundBlocked, setSoundBlocked] = useState(false);
  const [directing, setDirecting] = useState(false);
  const onAir = useOnAir(scene);
  const panel = chosen === "vote" && !vote ? undefined : chosen;
  const unread = useUnread(panel === "chat");
  const own = useOwn({ room, moderator });
  const toggle = (one: Panel) => setPanel(panel === one ? undefined : one);
  useWakeLock();
  usePreparedDevices();
  useElsewhere(onElsewhere);
  useNudge();
  useEffect(() => {
    if (vote) setPanel("vote");
  }, [vote]);
  useShortcuts({
    microphone: own.toggleMicrophone,
    talk: own.talk,
    camera: own.toggleCamera,
    hand: own.toggleHand,
    chat: () => toggle("chat"),
    people: () => toggle("people"),
    help: () => setDialog("keys"),
  });
  const focused = useMemo(() => ({ ...scene, focus }), [scene, focus]);
  const mode = layout ?? (hasStage(focused) ? "stage" : "grid");
  return (
    <ThinContext value={thin}>
      <div className={styles.room}>
        <RoomHeader
          session={session}
          room={room}
          records={records}
          mode={mode}
          moderator={moderator}
          directing={directing}
          onDirect={() => setDirecting(!directing)}
          onMode={next => {
            setLayout(next);
            if (next === "grid") setFocus(undefined);
          }}
          onDialog={setDialog}
        />
        <LiveOfflineBar />
        <div className={classes(styles.body, panel && styles.withPanel)}>
          <main className={styles.scene} data-tone="dark" aria-label={t.title}>
            {directing ? (
              <Suspense fallback={<Loading />}>
                <Director session={session} room={room} scene={scene} presides={presides} />
              </Suspense>
            ) : (
              <Stage
                session={session.sessionId}
                scene={focused}
                mode={mode}
                listenOnly={listenOnly}
                onFocus={picture => {
                  setFocus(picture);
                  if (picture) setLayout(undefined);
                }}
              />
            )}
            <Ended />
            <Banners
              room={room}
              own={own}
              moderator={moderator}
              vote={panel === "vote" ? undefined : vote}
              peopleShown={panel === "people"}
              soundBlocked={soundBlocked}
              onAir={onAir}
              onPictures={listenOnly ? () => choose(false) : undefined}
              onPanel={setPanel}
            />
          </main>
          {panel && (
            <aside className={styles.panel} aria-label={panelTitle(panel, t)}>
              {panel === "chat" && <ChatPanel moderator={moderator} onClose={() => setPanel(undefined)} />}
              {panel === "people" && (
                <PeoplePanel
                  session={session}
                  room={room}
                  moderator={moderator}
                  presides={presides}
                  onClose={() => setPanel(undefined)}
                />
              )}
              {panel === "vote" && vote && <VotePanel vote={vote} onClose={() => setPanel(undefined)} />}
            </aside>
          )}
        </div>
        <Controls
          own={own}
          member={me?.delegate === true}
          panel={panel}
          unread={unread}
          waiting={moderator ? room.waitingCount : 0}
          onPanel={toggle}
          onLeave={() => setDialog("leave")}
        />
        <Voices onBlocked={setSoundBlocked} />
        <Dialogs
          shown={dialog}
          session={session}
          room={room}
          records={records}
          listenOnly={listenOnly}
          onListenOnly={choose}
          onClose={() => setDialog(undefined)}
          onLeave={onLeave}
        />
      </div>
    </ThinContext>
  );
}

function panelTitle(panel: Panel, t: typeof catalogue.vi): string {
  return { chat: t.chat.title, people: t.people.title, vote: t.vote.title }[panel];
}

/** After a reload one is back in the room without having passed the lobby. */
export function usePreparedDevices(): void {
  const devices = useDevices();
  useEffect(() => {
    const { track, opening, trouble } = devices.source("MICROPHONE");
    if (track || opening || trouble) return;
    void devices.prepare({ microphone: false, camera: cameraWish.now() });
  }, [devices]);
}

function useElsewhere(onElsewhere: () => void): void {
  const state = useCallState();
  const elsewhere = state.kind === "ended" && state.reason === "elsewhere";
  useEffect(() => {
    if (elsewhere) onElsewhere();
  }, [elsewhere, onElsewhere]);
}
