import type { PollView } from "../../core/schemas.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { Button } from "../../ui/index.ts";
import { useSaveFile } from "../file.ts";
import { usePart } from "../live.tsx";

/** One of a ballot's papers: the sheet to print, or the minutes of the count. */
export function Paper({ poll, kind }: { poll: PollView; kind: "sheet" | "count-minutes" }) {
  const t = useText(ballots).paper;
  const { busy, save } = useSaveFile();
  const session = usePart("session");
  if (!session) return null;
  const path = `/api/sessions/${session.sessionId}/polls/${poll.pollId}/${kind}`;
  const sheet = kind === "sheet";
  return (
    <Button icon="download" busy={busy} onClick={() => void save(path, sheet ? t.sheetName : t.minutesName)}>
      {sheet ? t.sheet : t.minutes}
    </Button>
  );
}
