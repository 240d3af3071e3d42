import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import { AccountMenu, LiveFrame, LiveProvider, useApi } from "../../hall/index.ts";
import { DevicesProvider } from "../../hall/room/call.tsx";
import { useText } from "../../i18n/language.ts";
import { room } from "../../i18n/room.ts";
import { AppHeader, ErrorState, Loading } from "../../ui/index.ts";
import { Kiosk } from "./kiosk/Kiosk.tsx";
import { RoomScreen } from "./RoomScreen.tsx";
import { audienceOf, presides } from "./roles.ts";

const kioskRetryMs = 3_000;

/** The online room of a session: one's own place in it, or with `kiosk` that of a meeting room. */
export default function Room({ session, kiosk }: { session: string; kiosk: boolean }) {
  const t = useText(room);
  const api = useApi();
  const summary = useQuery({
    queryKey: ["session", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}", { params: { path: { sessionId: session } }, signal })),
    // Nobody stands at a meeting room's computer to try again.
    ...(kiosk ? { retry: true, retryDelay: kioskRetryMs } : {}),
  });
  if (!summary.data) {
    return (
      <>
        <AppHeader title={t.title}>
          <AccountMenu />
        </AppHeader>
        <main>
          {summary.error ? (
            <ErrorState problem={asProblem(summary.error)} onRetry={() => void summary.refetch()} />
          ) : (
            <Loading />
          )}
        </main>
      </>
    );
  }
  const { roles } = summary.data;
  const moderator = presides(roles) || roles.includes("TECHNICIAN");
  return (
    <LiveProvider session={session} as={audienceOf(roles)}>
      <LiveFrame>
        {view => (
          <DevicesProvider>
            {kiosk ? <Kiosk session={view} /> : <RoomScreen session={view} moderator={moderator} roles={roles} />}
          </DevicesProvider>
        )}
      </LiveFrame>
    </LiveProvider>
  );
}
