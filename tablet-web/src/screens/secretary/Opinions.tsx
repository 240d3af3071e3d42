import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { dayAndTime } from "../../core/format.ts";
import { asProblem } from "../../core/problem.ts";
import type { ItemView, OpinionBoard } from "../../core/schemas.ts";
import { useSaveFile } from "../../hall/file.ts";
import { useApi, usePart } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { opinions as texts } from "../../i18n/opinions.ts";
import { Button, Check, Dialog, ErrorState, SelectField, Skeleton, StateChip } from "../../ui/index.ts";
import styles from "./Readiness.module.css";

type OfItem = OpinionBoard["items"][number];
type OfMember = OfItem["members"][number];

/** Who has given an opinion on what, item by item; a tap opens the board. */
export function OpinionsButton({ session }: { session: string }) {
  const t = useText(texts).board;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="chat" title={t.title} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {open && <Board session={session} onClose={() => setOpen(false)} />}
    </>
  );
}

function Board({ session, onClose }: { session: string; onClose: () => void }) {
  const t = useText(texts).board;
  const api = useApi();
  const agenda = usePart("agenda");
  const current = usePart("now")?.itemId;
  const [chosen, setChosen] = useState<string>();
  const found = useQuery({
    queryKey: ["opinion-board", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/opinions/board", { params: { path: { sessionId: session } }, signal })),
    refetchInterval: 10_000,
  });
  const items = found.data?.items ?? [];
  const shown = items.find(one => one.itemId === (chosen ?? current)) ?? items[0];
  const item = agenda?.items.find(one => one.itemId === shown?.itemId);
  return (
    <Dialog title={t.title} size="wide" onClose={onClose}>
      <div className={styles.body}>
        {found.isPending && <Skeleton lines={6} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data && items.length === 0 && <p>{t.none}</p>}
        {shown && (
          <SelectField label={t.item} value={shown.itemId} onChange={event => setChosen(event.target.value)}>
            {items.map(one => (
              <option key={one.itemId} value={one.itemId}>
                {nameOf(
                  agenda?.items.find(two => two.itemId === one.itemId),
                  one,
                )}
              </option>
            ))}
          </SelectField>
        )}
        {shown && item && <OnItem session={session} shown={shown} item={item} />}
      </div>
    </Dialog>
  );
}

function nameOf(item: ItemView | undefined, shown: OfItem): string {
  const given = shown.members.filter(member => member.opinion).length;
  return `${item?.number ?? ""}. ${item?.title ?? shown.itemId} (${given}/${shown.members.length})`;
}

function OnItem({ session, shown, item }: { session: string; shown: OfItem; item: ItemView }) {
  const t = useText(texts).board;
  const { save, busy } = useSaveFile();
  const [onlyMissing, setOnlyMissing] = useState(false);
  const given = shown.members.filter(member => member.opinion);
  const rows = onlyMissing ? shown.members.filter(member => !member.opinion) : [...given, ...missing(shown)];
  const count = (stance: string) => given.filter(member => member.opinion?.stance === stance).length;
  return (
    <>
      <p className="num">
        <b>{t.summary(given.length, shown.members.length)}</b>
        {given.length > 0 && `: ${t.stances(count("AGREE"), count("DISAGREE"), count("OTHER"))}`}
      </p>
      <div className={styles.device}>
        <Check label={t.onlyMissing} checked={onlyMissing} onChange={event => setOnlyMissing(event.target.checked)} />
        <Button
          icon="download"
          busy={busy}
          onClick={() =>
            void save(`/api/sessions/${session}/opinions/items/${shown.itemId}/sheet`, t.file(item.number))
          }
        >
          {t.export}
        </Button>
      </div>
      {rows.length === 0 ? (
        <p>{t.all}</p>
      ) : (
        <ul className={styles.list}>
          {rows.map(member => (
            <Row key={member.personId} member={member} item={item} />
          ))}
        </ul>
      )}
    </>
  );
}

function missing(shown: OfItem): readonly OfMember[] {
  return shown.members.filter(member => !member.opinion);
}

function Row({ member, item }: { member: OfMember; item: ItemView }) {
  const words = useText(texts);
  const t = words.board;
  const { opinion } = member;
  const paper = item.papers.find(one => one.paperId === opinion?.paperId);
  return (
    <li className={styles.row}>
      <span>
        {member.name} <span className={styles.meta}>{member.group}</span>
      </span>
      {opinion ? (
        <StateChip tone={opinion.stance === "AGREE" ? "good" : "info"}>{words.stances[opinion.stance]}</StateChip>
      ) : (
        <StateChip tone="neutral" icon="ring">
          {t.missing}
        </StateChip>
      )}
      {opinion && (
        <div className={styles.devices}>
          {opinion.text && (
            <p className={styles.said} lang="vi">
              {opinion.text}
            </p>
          )}
          <p className={styles.meta}>
            {[paper && t.about(paper.title), t.times(dayAndTime(opinion.writtenAt), dayAndTime(opinion.at))]
              .filter(Boolean)
              .join(" · ")}{" "}
            {opinion.late && <StateChip tone="warn">{words.late}</StateChip>}
          </p>
        </div>
      )}
    </li>
  );
}
