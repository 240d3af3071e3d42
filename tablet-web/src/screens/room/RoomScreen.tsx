import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Role, SessionView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { room } from "../../i18n/room.ts";
import { Loading } from "../../ui/index.ts";
import { Conference } from "./conference/Conference.tsx";
import { Lobby } from "./lobby/Lobby.tsx";
import { homeOf, mayRecord, presides } from "./roles.ts";
import { usePlace } from "./usePlace.ts";

/** The lobby until one is in the room, then the conversation. */
export function RoomScreen({
  session,
  moderator,
  roles,
}: {
  session: SessionView;
  moderator: boolean;
  roles: readonly Role[];
}) {
  const t = useText(room);
  const place = usePlace(session, "PERSON");
  const [, goTo] = useLocation();
  const home = homeOf(session.sessionId, roles);
  useEffect(() => {
    document.title = `${t.title} · ${session.title}`;
  }, [t, session.title]);
  if (!place.room) return <Loading />;
  if (!place.inside) {
    return <Lobby session={session} room={place.room} place={place} moderator={moderator} home={home} />;
  }
  const leave = () => {
    place.leave();
    goTo(home);
  };
  return (
    <Conference
      session={session}
      room={place.room}
      moderator={moderator}
      presides={presides(roles)}
      records={mayRecord(roles)}
      onLeave={leave}
      onElsewhere={place.goneElsewhere}
    />
  );
}
