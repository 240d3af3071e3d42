import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import { asProblem } from "../../../core/problem.ts";
import { AccountMenu, LiveFrame, LiveProvider, useApi } from "../../../hall/index.ts";
import { DevicesProvider } from "../../../hall/room/call.tsx";
import { useText } from "../../../i18n/language.ts";
import { watch } from "../../../i18n/watch.ts";
import { AppHeader, ErrorState, Loading } from "../../../ui/index.ts";
import { audienceOf, homeOf } from "../roles.ts";
import { WatchScreen } from "./WatchScreen.tsx";

/** The room's stage for who may see the session and does not go into the room. */
export default function Watch({ session }: { session: string }) {
  const t = useText(watch);
  const api = useApi();
  const summary = useQuery({
    queryKey: ["session", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}", { params: { path: { sessionId: session } }, signal })),
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
  return (
    <LiveProvider session={session} as={audienceOf(roles)}>
      <LiveFrame>
        {view => (
          <DevicesProvider>
            <WatchScreen session={view} home={homeOf(session, roles)} />
          </DevicesProvider>
        )}
      </LiveFrame>
    </LiveProvider>
  );
}
