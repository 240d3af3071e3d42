/** The SSRCs of one layer of a picture: of its packets, and of their repeats. */
export interface LayerSsrcs {
  ssrc: number;
  repeats?: number;
}

/** Whether an offer asks to be told the SSRCs of layers: Jitsi Videobridges know no RIDs (media-bridge `FocusOffer`). */
export function asksForSsrcs(offer: string): boolean {
  return /^a=x-plenum-tell-ssrcs\r?$/m.test(offer);
}

/** What a sender sends by now, the lowest layer first. */
export function sentLayers(stats: RTCStatsReport, rids: readonly string[]): readonly LayerSsrcs[] {
  const found: (LayerSsrcs & { at: number })[] = [];
  for (const one of stats.values() as Iterable<Partial<OutboundRtp>>) {
    if (one.type !== "outbound-rtp" || one.ssrc === undefined) continue;
    found.push({ at: rids.indexOf(one.rid ?? ""), ssrc: one.ssrc, ...(one.rtxSsrc ? { repeats: one.rtxSsrc } : {}) });
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...layer }) => layer);
}

type OutboundRtp = { type: string; rid: string; ssrc: number; rtxSsrc: number };

/** The answer once more, with the SSRCs of each m-line's layers. */
export function withSsrcs(answer: string, layers: ReadonlyMap<string, readonly LayerSsrcs[]>): string {
  const sections = answer.split(/^(?=m=)/m);
  return sections
    .map(section => section + linesOf(layers.get(/^a=mid:(\S+)/m.exec(section)?.[1] ?? "") ?? []))
    .join("");
}

function linesOf(layers: readonly LayerSsrcs[]): string {
  const all = layers.flatMap(({ ssrc, repeats }) => (repeats === undefined ? [ssrc] : [ssrc, repeats]));
  const lines = all.map(ssrc => `a=ssrc:${ssrc} cname:plenum`);
  if (layers.length > 1) lines.push(`a=ssrc-group:SIM ${layers.map(layer => layer.ssrc).join(" ")}`);
  for (const { ssrc, repeats } of layers) if (repeats !== undefined) lines.push(`a=ssrc-group:FID ${ssrc} ${repeats}`);
  return lines.map(line => `${line}\r\n`).join("");
}
