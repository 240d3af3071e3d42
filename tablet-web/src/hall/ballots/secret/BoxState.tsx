import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import type { PollView } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Figures } from "../../../ui/Figures.tsx";
import { Icon } from "../../../ui/index.ts";
import { useApi } from "../../household.tsx";
import { useLive } from "../../live.tsx";
import pollStyles from "../polls.module.css";
import styles from "./secret.module.css";
import { way } from "./steps.ts";
import { useProgress } from "./useProgress.ts";

/** The six phases with the one that it is in. */
export function Steps({ poll }: { poll: PollView }) {
  const t = useText(secret);
  const { phase } = poll.electronic ?? {};
  if (!phase || phase === "VOID") return null;
  return (
    <ol className={styles.steps} aria-label={t.kind}>
      {way.map(one => (
        <li key={one} aria-current={one === phase ? "step" : undefined}>
          {t.phase[one]}
        </li>
      ))}
    </ol>
  );
}

/** Present, given out, safe on tablets, cast: numbers only. */
export function Facts({ poll }: { poll: PollView }) {
  const t = useText(secret).committee;
  const progress = useProgress(poll);
  const { taken, stored, phase } = poll.electronic ?? {};
  const casting = phase === "CAST" || phase === "CLOSING";
  const facts: [string, number | undefined][] = [
    [t.present, poll.eligible],
    [t.taken, taken],
    [t.stored, stored],
    [t.cast, casting ? progress?.cast : undefined],
  ];
  return (
    <>
      <Figures facts={facts} className={styles.counts} />
      {casting && <p className={styles.quiet}>{progress?.reachable === false ? t.unreachable : t.castHint}</p>}
    </>
  );
}

/** Why the box does not follow, if it doesn't. */
export function Trouble({ poll }: { poll: PollView }) {
  const texts = useText(secret);
  const { trouble } = poll.electronic ?? {};
  if (!trouble) return null;
  const words = texts.troubles[trouble as keyof typeof texts.troubles] ?? texts.troubles.other;
  return (
    <p className={pollStyles.warn} role="alert">
      <Icon name="warning" size={22} /> {texts.committee.trouble(words)}
    </p>
  );
}

/** Who took a ballot and who of the present has none: a list on paper too. */
export function People({ poll }: { poll: PollView }) {
  const t = useText(secret).committee;
  const names = useNames();
  const { takers, without, phase } = poll.electronic ?? {};
  if (!takers || !without || !names) return null;
  const said = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id).join(", ");
  return (
    <div className={styles.people}>
      {without.length > 0 ? (
        <details open={without.length <= 8 && phase === "ISSUE"}>
          <summary className="num">{t.missing(without.length)}</summary>
          <p lang="vi">{said(without)}</p>
        </details>
      ) : (
        <p className={styles.everyone}>
          <Icon name="check" size={18} /> {t.all}
        </p>
      )}
      {takers.length > 0 && (
        <details>
          <summary className="num">{t.takers(takers.length)}</summary>
          <p lang="vi">{said(takers)}</p>
        </details>
      )}
    </div>
  );
}

function useNames(): ReadonlyMap<string, string> | undefined {
  const api = useApi();
  const { session } = useLive();
  const members = useQuery({
    queryKey: ["members", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/members", { params: { path: { sessionId: session } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return members.data && new Map(members.data.map(one => [one.personId, one.name]));
}
