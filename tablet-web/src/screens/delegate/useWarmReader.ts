import { useEffect } from "react";
import { fetchReader } from "../../features/reader/index.ts";
import { usePack, usePaperFetch } from "../../hall/index.ts";

/** Brings the reader early, and lets it draw once from the pack, so that the first paper comes as fast as the others. */
export function useWarmReader(session: string): void {
  const paper = usePack()?.view.papers.find(one => one.state.kind === "there")?.paper;
  const fetch = usePaperFetch(paper?.sha256 ?? "");
  useEffect(() => {
    void fetchReader().catch(() => undefined); // the reader itself tells what fails
  }, []);
  useEffect(() => {
    if (!paper) return;
    const { paperId, version = 1, bytes } = paper;
    const source = { url: `/api/sessions/${session}/papers/${paperId}/content?version=${version}`, bytes, fetch };
    const timer = setTimeout(() => {
      void import("../../features/reader/warm.ts").then(({ warmUp }) => warmUp(source)).catch(() => undefined);
    }, 300);
    return () => clearTimeout(timer);
  }, [session, paper, fetch]);
}
