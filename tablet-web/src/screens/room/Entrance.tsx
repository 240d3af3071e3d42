import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import type { Role, SessionView } from "../../core/schemas.ts";
import { AccountMenu, LiveFrame, LiveProvider, useApi } from "../../hall/index.ts";
import { DevicesProvider } from "../../hall/room/call.tsx";
import { AppHeader, ErrorState, Loading } from "../../ui/index.ts";
import { audienceOf } from "./roles.ts";

const unattendedRetryMs = 3_000;

/** Comes to a session as whoever one is there. `unattended`: nobody stands at the computer to try again. */
export function Entrance({
  session,
  title,
  unattended = false,
  children,
}: {
  session: string;
  title: string;
  unattended?: boolean;
  children: (view: SessionView, roles: readonly Role[]) => ReactNode;
}) {
  const api = useApi();
  const summary = useQuery({
    queryKey: ["session", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}", { params: { path: { sessionId: session } }, signal })),
    ...(unattended ? { retry: true, retryDelay: unattendedRetryMs } : {}),
  });
  if (!summary.data) {
    return (
      <>
        <AppHeader title={title}>
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
      <LiveFrame>{view => <DevicesProvider>{children(view, roles)}</DevicesProvider>}</LiveFrame>
    </LiveProvider>
  );
}
