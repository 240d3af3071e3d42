import { base64, hex, sha256, utf8 } from "./bytes.ts";
import type { OwnToken, Stretch } from "./course.ts";
import { type Asked, ask, issueText, taken } from "./ticket.ts";

/** While ballots are given out: takes the own token, keeps it and says so. Asked again, it goes on where it was. */
export async function take(at: Stretch): Promise<void> {
  const { poll, course, kept, outside, wallet, show } = at;
  if (kept && kept.stage !== "asked") return hold(at);
  if (!course.own) return show({ kind: "over" });
  if (course.own.taken && !(kept && (await isOwn(kept.asked, course.own)))) return show({ kind: "elsewhere" });
  const sign = await outside.signer();
  if (!sign && !course.own.taken) return show({ kind: "unpaired" });
  show({ kind: "taking", poll });
  const asked = kept?.asked ?? (await freshlyAsked(at));
  if (sign && asked && !course.own.taken) {
    const blinded = base64(asked.blinded);
    const signature = await sign(issueText(poll, outside.person, blinded));
    await outside.take({ definition: poll.hash, blinded, signature });
  }
  if (asked) {
    const ticket = await taken(poll, asked, await outside.token());
    await wallet.keep(poll.hash, { stage: "ticket", ticket });
  }
  await hold(at);
}

/** On the disk before it is asked for. Undefined when another tab is further. */
async function freshlyAsked({ poll, wallet }: Stretch): Promise<Asked | undefined> {
  const now = await wallet.keep(poll.hash, { stage: "asked", asked: await ask(poll) });
  return now.stage === "asked" ? now.asked : undefined;
}

async function hold({ poll, course, outside, show }: Stretch): Promise<void> {
  show({ kind: "holding", poll });
  if (course.own && !course.own.stored) await outside.stored();
}

async function isOwn(asked: Asked, own: OwnToken): Promise<boolean> {
  return own.blinded === undefined || hex(await sha256(utf8(base64(asked.blinded)))) === own.blinded;
}
