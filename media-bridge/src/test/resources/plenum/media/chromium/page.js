// Participants of a conference on the bridge under test, all in one page. The test puts orders into its queue; the page
// fetches them, does them, and reports the statistics of all participants. What stands behind "?" is where it runs.
//
// THE RECIPE FOR A CLIENT (what the tablet does too) is in join() and send().

const participants = new Map();
const post = (path, body) => fetch(path, { method: "POST", body: JSON.stringify(body) }).then((r) => r.json());

/** What each layer may cost, by its place from below. */
const BITRATES = [150_000, 500_000, 1_700_000];

/**
 * Chromium sends three layers of a picture of 540 lines or more, two of 270 or more, else one, and silently leaves out
 * the LAST encodings of what is more. So the first encodings get what there is, and the greatest of them the full size.
 */
const most = (height) => (height >= 540 ? 3 : height >= 270 ? 2 : 1);

/** 1. Take the offer; 2. mend the three uplinks; 3. answer. Nothing is ever renegotiated. */
async function join({ name, offer, dropUdp }) {
  const sdp = dropUdp ? offer.replace(/a=candidate:\S+ 1 udp .*\r\n/g, "") : offer;
  const pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
  const me = { name, pc, media: {}, layers: {}, firstFrameMs: {}, shown: {} };
  pc.onconnectionstatechange = () => {
    me.connectedAt ??= pc.connectionState === "connected" ? performance.now() : undefined;
  };
  participants.set(name, me);
  pc.ontrack = ({ track, transceiver }) => show(me, transceiver.mid, track);
  await pc.setRemoteDescription({ type: "offer", sdp });
  for (const mid of ["0", "1", "2"]) {
    uplink(me, mid).direction = "sendonly"; // also without a track: it may come later by replaceTrack
  }
  await pc.setLocalDescription(await pc.createAnswer());
  return { answer: pc.localDescription.sdp };
}

/** The three encodings exist already: setRemoteDescription made them from the a=simulcast line. */
const uplink = (me, mid) => me.pc.getTransceivers().find((t) => t.mid === mid);

/** Begins, changes (another track) or ends (null) what is sent; the m-line stays as it is. */
async function send({ name, mid, what, width, height, codec }) {
  const me = participants.get(name);
  const track = what === null ? null : await capture(what, width, height);
  const { sender } = uplink(me, mid);
  if (mid !== "0") {
    me.layers[mid] = layersOf(sender.getParameters().encodings.length, height, codec);
    await encode(sender, me.layers[mid], codec);
  }
  await sender.replaceTrack(track);
  return {};
}

/** The heights of the layers, from below; 0: not to be sent. */
function layersOf(encodings, height, codec) {
  const layers = codec ? 1 : Math.min(encodings, most(height));
  return Array.from({ length: encodings }, (_, i) => (i < layers ? height / 2 ** (layers - 1 - i) : 0));
}

async function encode(sender, heights, codec) {
  const parameters = sender.getParameters();
  const full = Math.max(...heights);
  parameters.encodings.forEach((encoding, i) => {
    encoding.active = heights[i] > 0;
    encoding.scaleResolutionDownBy = heights[i] > 0 ? full / heights[i] : 1;
    encoding.maxBitrate = BITRATES[i];
    if (codec) {
      encoding.codec = parameters.codecs.find((c) => c.mimeType === `video/${codec}`);
      encoding.scalabilityMode = "L1T1";
    }
  });
  await sender.setParameters(parameters);
}

/** What the bridge says nobody wants is switched off: each layer whose lower neighbour is tall enough already. */
async function limit({ name, mid, maxHeight }) {
  const me = participants.get(name);
  if (!me) return {}; // has left meanwhile
  const { sender } = uplink(me, mid);
  const heights = me.layers[mid] ?? [];
  const parameters = sender.getParameters();
  parameters.encodings.forEach((encoding, i) => {
    encoding.active = heights[i] > 0 && (heights[i - 1] ?? 0) < maxHeight;
  });
  await sender.setParameters(parameters);
  return {};
}

async function capture(what, width, height) {
  if (what === "microphone") {
    return (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks()[0];
  }
  if (what === "silence") {
    return new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
  }
  if (what === "tone") {
    const context = new AudioContext();
    const oscillator = new OscillatorNode(context, { frequency: 440 });
    const output = context.createMediaStreamDestination();
    oscillator.connect(output);
    oscillator.start();
    return output.stream.getAudioTracks()[0];
  }
  if (what === "screen") {
    const track = (await navigator.mediaDevices.getDisplayMedia({ video: { width, height } })).getVideoTracks()[0];
    track.contentHint = "detail";
    return track;
  }
  const video = { width, height, frameRate: 30 };
  return (await navigator.mediaDevices.getUserMedia({ video })).getVideoTracks()[0];
}

function show(me, mid, track) {
  const element = document.createElement(track.kind);
  element.autoplay = true;
  element.muted = track.kind === "video"; // a muted element has no audio energy
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
  element.requestVideoFrameCallback?.((now) => {
    me.firstFrameMs[mid] = now - me.connectedAt;
  });
  element.onresize = () => {
    me.shown[mid] = { shownHeight: element.videoHeight, shownAtMs: Date.now() };
  };
  me.media[mid] = element;
}

function leave({ name }) {
  const me = participants.get(name);
  me.pc.close();
  participants.delete(name);
  Object.values(me.media).forEach((element) => element.remove());
  return {};
}

/** Each order is answered once it is done. */
const orders = { join, send, limit, leave };

const TOLD = [
  "packetsReceived", "packetsLost", "retransmittedPacketsReceived", "packetsDiscarded", "nackCount", "pliCount", "bytesReceived",
  "framesDecoded", "keyFramesDecoded", "frameWidth", "frameHeight", "framesPerSecond", "freezeCount", "framesDropped",
  "totalAudioEnergy", "audioLevel", "concealedSamples", "silentConcealedSamples", "totalSamplesReceived",
  "packetsSent", "framesEncoded", "active", "targetBitrate", "qualityLimitationReason", "scalabilityMode", "retransmittedPacketsSent",
];

async function statistics(me) {
  const all = [...(await me.pc.getStats()).values()];
  const flowing = (type) => all.filter((x) => x.type === type && (x.packetsReceived ?? x.packetsSent ?? 0) > 0);
  const told = (x) => ({
    codec: all.find((c) => c.id === x.codecId)?.mimeType,
    ...Object.fromEntries(TOLD.filter((name) => x[name] !== undefined).map((name) => [name, x[name]])),
  });
  const pair = all.find((x) => x.type === "candidate-pair" && x.nominated && x.state === "succeeded");
  return {
    state: me.pc.connectionState,
    firstFrameMs: me.firstFrameMs,
    srtp: all.find((x) => x.type === "transport")?.srtpCipher,
    protocol: all.find((x) => x.id === pair?.remoteCandidateId)?.protocol,
    availableOutgoingBitrate: pair?.availableOutgoingBitrate,
    in: Object.fromEntries(flowing("inbound-rtp").map((x) => [x.mid, { ...told(x), ...me.shown[x.mid] }])),
    out: Object.fromEntries(flowing("outbound-rtp").map((x) => [x.mid + (x.rid ?? ""), told(x)])),
  };
}

async function obey({ order, number, ...what }) {
  try {
    return { number, ...(await orders[order](what)) };
  } catch (failure) {
    return { number, failed: `${order}: ${failure}` };
  }
}

async function report() {
  const names = [...participants.keys()];
  const reports = await Promise.all(names.map((name) => statistics(participants.get(name))));
  return Object.fromEntries(names.map((name, i) => [name, reports[i]]));
}

for (;;) {
  for (const order of await post(`/report${location.search}`, await report())) {
    await post("/done", await obey(order));
  }
  await new Promise((later) => setTimeout(later, 100));
}
