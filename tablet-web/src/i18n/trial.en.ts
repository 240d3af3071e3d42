import type { TrialText } from "./trial.vi.ts";

const rate = (kbps: number) => `${kbps.toLocaleString("en-GB")} kbit/s`;
const share = (permille: number) => `${(permille / 10).toLocaleString("en-GB")} %`;

export const en: TrialText = {
  title: "Test of the point",
  heading: name => `Point ${name}`,
  back: "My unit's points",
  noneTitle: "No point",
  noneText: "You do not look after a point of this conference.",
  steps: "Test the point",
  step: { camera: "Picture", microphone: "Microphone", loudspeaker: "Loudspeaker", line: "Line" },
  device: { camera: "Which camera", microphone: "Which microphone", loudspeaker: "Which loudspeaker" },
  mark: { open: "not tried yet", good: "works", bad: "does not work" },
  audible: "I hear it",
  silent: "I hear nothing",
  loudspeakerFirst: "Play the tone, then say whether you hear it.",
  lineFirst: "The line is still to be tested.",
  notHeard: "Nothing was heard from the microphone yet: say something before you send.",
  send: "Send the result",
  state: "How the point stands",
  untested: "The point was not tested yet",
  untestedText: "Try picture, microphone, loudspeaker and line, then send the result to the central point.",
  outlook: { full: "The point is ready", limited: "Can take part, with limits", none: "Cannot take part yet" },
  grade: { GREEN: "Passed", AMBER: "Passed with limits", RED: "Not passed" },
  tested: (time, count) => `Tested at ${time}, test number ${count}.`,
  accepted: (by, note) => `${by} decided: ${note}`,
  advice: {
    camera: () => "No picture: other points see the name only. Plug the camera in again or choose another.",
    microphone: r =>
      r.microphone === "DENIED"
        ? "The browser does not allow the microphone: press the sign beside the address, choose Allow, and try again."
        : "Nothing heard from the microphone: look at its mute button and plug, or choose another and speak.",
    loudspeaker: () => "The loudspeaker is not heard: turn it up, look at its plug, or choose another.",
    unreachable: () => "The media server is out of reach: have UDP ports opened, or use another network.",
    up: (r, l) =>
      `${rate(r.upKbps)} up, ${rate(l.greenKbps)} are needed: use a cable instead of Wi-Fi, stop other transfers.`,
    down: (r, l) =>
      `${rate(r.downKbps)} down, ${rate(l.greenKbps)} are needed: use a cable instead of Wi-Fi, stop other transfers.`,
    roundTrip: (r, l) =>
      `Round trip ${r.roundTripMs} ms, at most ${l.greenRoundTripMs} ms: avoid 3G/4G and VPN where there is another way.`,
    loss: (r, l) =>
      `${share(r.lossPermille)} lost, at most ${share(l.greenLossPermille)}: go nearer to the Wi-Fi or use a cable.`,
  },
  notYet: "This conference asks for a passed test before the room. Test again, or call the central technician.",
  reported: (present, expected, time) => `${present}/${expected} people reported at ${time}.`,
  notReported: expected => `Roll not called yet; ${expected} people expected.`,
  enter: "Enter the room",
  report: "Call the roll",
  reportAgain: "Call the roll again",
  elsewhere: host => `The video is hosted by ${host}.`,
};
