import { useText } from "../../../i18n/language.ts";
import { watch } from "../../../i18n/watch.ts";
import { Entrance } from "../Entrance.tsx";
import { homeOf } from "../roles.ts";
import { WatchScreen } from "./WatchScreen.tsx";

/** The room's stage for who may see the session and does not go into the room. */
export default function Watch({ session }: { session: string }) {
  const t = useText(watch);
  return (
    <Entrance session={session} title={t.title}>
      {(view, roles) => <WatchScreen session={view} home={homeOf(session, roles)} />}
    </Entrance>
  );
}
