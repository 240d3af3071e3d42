import type { PollView } from "../../core/schemas.ts";
import { PollBoard, wallPages } from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { useTick } from "../../ui/index.ts";
import { FitText } from "./FitText.tsx";
import { Scene } from "./Frame.tsx";

const pageMs = 12_000;

/** The result of a secret ballot; a long one turns its pages by the clock, so that all walls of a hall show the same. */
export function PollResult({
  poll,
  kicker,
  mark,
  now,
}: {
  poll: PollView;
  kicker: string;
  /** What the board of an electronic one is compared by. */
  mark?: string | undefined;
  now: () => number;
}) {
  const t = useText(ballots).wall;
  const pages = wallPages(poll.result?.lines ?? []);
  const at = useTick(now, pages.length > 1);
  const gone = Math.max(0, at - (poll.result?.countedAt ?? at));
  const page = Math.floor(gone / pageMs) % Math.max(1, pages.length);
  return (
    <Scene
      kicker={kicker}
      title={<FitText text={poll.title} largest={3.2} smallest={2} height={9} />}
      footer={[pages.length > 1 ? t.page(page + 1, pages.length) : "", mark ?? ""].filter(Boolean).join(" · ")}
    >
      <PollBoard poll={poll} size="wall" lines={pages[page]} />
    </Scene>
  );
}
