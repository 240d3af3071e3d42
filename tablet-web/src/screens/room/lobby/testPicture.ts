const width = 640;
const height = 360;
const perSecond = 15;

/** A moving picture for testing the line: hard enough to encode that the line is really used. */
export function testPicture(): { track: MediaStreamTrack; stop: () => void } {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  const draw = () => {
    if (!pen) return;
    for (let n = 0; n < 160; n++) {
      pen.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
      pen.fillRect(Math.random() * width, Math.random() * height, 40, 24);
    }
  };
  draw();
  const timer = setInterval(draw, 1000 / perSecond);
  const track = canvas.captureStream(perSecond).getVideoTracks()[0];
  if (!track) throw new Error("a canvas has a video track");
  const stop = () => {
    clearInterval(timer);
    track.stop();
  };
  return { track, stop };
}
