import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import { useApi } from "../../hall/index.ts";
import { bigScreen } from "../../i18n/big-screen.ts";
import { useText } from "../../i18n/language.ts";
import { BigScreen } from "./BigScreen.tsx";
import { chooseSession } from "./choose.ts";
import { Quiet, WallHeader } from "./Frame.tsx";
import { Stage } from "./Stage.tsx";

const localNow = () => Date.now();

/** The big screen that finds its session itself and goes on to the next one; for a machine that just starts a browser. */
export function AutoScreen() {
  const t = useText(bigScreen);
  const api = useApi();
  const page = useQuery({
    queryKey: ["sessions", "screen"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions", { params: { query: {} }, signal })),
    refetchInterval: 15_000,
    refetchIntervalInBackground: true,
    retry: true,
  });
  const session = page.data && chooseSession(page.data.sessions, Date.now());
  if (session) return <BigScreen key={session.sessionId} session={session.sessionId} />;
  return (
    <Stage header={<WallHeader session={undefined} now={localNow} />}>
      <Quiet title={page.data ? t.noSession : t.looking} />
    </Stage>
  );
}
