/** How loud a microphone is, 0 to 1, about ten times a second, until the returned function is called. */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  // A copy can be heard here while the microphone itself is switched off.
  const heard = track.clone();
  heard.enabled = true;
  const source = context.createMediaStreamSource(new MediaStream([heard]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    // Browsers hold sound back until the first gesture.
    if (context.state === "suspended") void context.resume();
    analyser.getFloatTimeDomainData(samples);
    onLevel(loudness(samples));
  }, 100);
  return () => {
    clearInterval(timer);
    heard.stop();
    void context.close();
  };
}

/** The effective value of the samples on a scale of decibels: 0 below -60 dB, 1 at full level. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(1, Math.max(0, (decibels + 60) / 60));
}

/** Two calm notes on the chosen loudspeaker; resolves when they have faded. */
export async function playTestTone(loudspeaker: string | undefined): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const player = new Audio();
  player.srcObject = out.stream;
  try {
    await routeTo(player, loudspeaker);
    await player.play();
    const start = context.currentTime + 0.05;
    note(context, out, 523.25, start);
    await note(context, out, 659.25, start + 0.45);
  } finally {
    player.srcObject = null;
    await context.close();
  }
}

function note(context: AudioContext, out: AudioNode, hertz: number, at: number): Promise<unknown> {
  const tone = new OscillatorNode(context, { frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.3, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.8);
  tone.connect(volume).connect(out);
  tone.start(at);
  tone.stop(at + 0.85);
  return new Promise(resolve => tone.addEventListener("ended", resolve, { once: true }));
}

type Sinkable = HTMLMediaElement & { setSinkId?: (id: string) => Promise<void> };

/** Some browsers let one choose where sound comes out; a loudspeaker that is gone gives way to the usual one. */
export async function routeTo(player: HTMLMediaElement, id: string | undefined): Promise<void> {
  const sinkable = player as Sinkable;
  await sinkable.setSinkId?.(id ?? "").catch(() => sinkable.setSinkId?.("").catch(() => undefined));
}

/** True where a person can choose the loudspeaker. */
export function canChooseLoudspeaker(): boolean {
  return typeof HTMLMediaElement !== "undefined" && "setSinkId" in HTMLMediaElement.prototype;
}
