import { useText } from "../../i18n/language.ts";
import { room } from "../../i18n/room.ts";
import { Entrance } from "./Entrance.tsx";
import { Kiosk } from "./kiosk/Kiosk.tsx";
import { RoomScreen } from "./RoomScreen.tsx";
import { presides } from "./roles.ts";

/** The online room of a session: one's own place in it, or with `kiosk` that of a meeting room. */
export default function Room({ session, kiosk }: { session: string; kiosk: boolean }) {
  const t = useText(room);
  return (
    <Entrance session={session} title={t.title} unattended={kiosk}>
      {(view, roles) =>
        kiosk ? (
          <Kiosk session={view} />
        ) : (
          <RoomScreen session={view} moderator={presides(roles) || roles.includes("TECHNICIAN")} roles={roles} />
        )
      }
    </Entrance>
  );
}
