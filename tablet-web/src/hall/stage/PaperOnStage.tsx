import { Suspense, useMemo } from "react";
import type { PaperView } from "../../core/schemas.ts";
import { PaperPage } from "../../features/reader/index.ts";
import { useText } from "../../i18n/language.ts";
import { room as catalogue } from "../../i18n/room.ts";
import { Icon, Loading } from "../../ui/index.ts";
import { useAgenda, useFollow, usePaperFetch, usePart } from "../index.ts";
import type { Box } from "./layout.ts";
import { PageImage } from "./PageImage.tsx";
import styles from "./Stage.module.css";
import { useThin } from "./useThin.ts";

/** The page that is presented now, for all alike; who may not open the paper is told so. */
export function PaperOnStage({ session, size }: { session: string; size: Box }) {
  const t = useText(catalogue).stage;
  const { shown } = useFollow(session);
  const listed = useAgenda()
    ?.items.flatMap(item => item.papers)
    .find(one => one.paperId === shown?.paperId);
  const given = usePart("follow")?.paper; // to the wall, which has no list
  const paper = listed ?? given;
  return (
    <section className={styles.paper} style={size} aria-label={t.paper}>
      {paper && shown?.page !== undefined ? (
        <Suspense fallback={<Loading />}>
          <Page session={session} paper={paper} page={shown.page} size={size} />
        </Suspense>
      ) : (
        <p className={styles.noPaper}>
          <Icon name="paper" size={32} /> {shown ? t.paperNotYours(shown.name) : t.noPaper}
        </p>
      )}
    </section>
  );
}

function Page({ session, paper, page, size }: { session: string; paper: PaperView; page: number; size: Box }) {
  const t = useText(catalogue).stage;
  const { paperId, version, bytes, sha256, title } = paper;
  const fetch = usePaperFetch(sha256);
  const query = version === undefined ? "" : `?version=${version}`;
  const source = useMemo(
    () => ({ url: `/api/sessions/${session}/papers/${paperId}/content${query}`, bytes, fetch }),
    [session, paperId, query, bytes, fetch],
  );
  const label = t.page(title, page);
  const whole = <PaperPage source={source} page={page} size={size} label={label} />;
  const image = `/api/sessions/${session}/papers/${paperId}/images/${page}${query}`;
  return useThin() === "WIDE" ? whole : <PageImage address={image} size={size} label={label} otherwise={whole} />;
}
