import type { ReactNode } from "react";

/** Our own drawings on a 24 x 24 grid, stroked in the text colour. */
const paths = {
  back: <path d="M15 5l-7 7 7 7" />,
  next: <path d="M9 5l7 7-7 7" />,
  up: <path d="M5 15l7-7 7 7" />,
  down: <path d="M5 9l7 7 7-7" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  check: <path d="M4 13l5 5L20 6" />,
  cross: <path d="M5 5l14 14M19 5L5 19" />,
  dash: <path d="M5 12h14" />,
  ring: <circle cx="12" cy="12" r="8" strokeDasharray="3 4" />,
  mic: <path d="M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4" />,
  hand: (
    <path d="M7 12V6.5a1.5 1.5 0 0 1 3 0V11 4.5a1.5 1.5 0 0 1 3 0V11 5.5a1.5 1.5 0 0 1 3 0V12l.7-1.6a1.5 1.5 0 0 1 2.8 1.1L17.7 17a6 6 0 0 1-5.6 4c-2.4 0-4-.9-5.2-2.8L4 13.6a1.5 1.5 0 0 1 2.4-1.8z" />
  ),
  stop: <rect x="6" y="6" width="12" height="12" rx="1.5" />,
  play: <path d="M7 5l12 7-12 7z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="M15.5 15.5L21 21" />
    </>
  ),
  fit: <path d="M3 12h18M7 8l-4 4 4 4M17 8l4 4-4 4" />,
  panel: <path d="M3.5 4.5h17v15h-17zM9.5 4.5v15M5.5 8h2M5.5 11h2M5.5 14h2" />,
  list: <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  dots: <path d="M12 5h.01M12 12h.01M12 19h.01" />,
  paper: <path d="M6 3h8l5 5v13H6zM14 3v5h5M9.5 13h6M9.5 17h6" />,
  user: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 21a7.5 7.5 0 0 1 15 0" />
    </>
  ),
  users: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8" />
    </>
  ),
  calendar: <path d="M4 6h16v15H4zM4 10.5h16M8 3v5M16 3v5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  online: <path d="M4 12a12 12 0 0 1 16 0M7.5 15.5a7 7 0 0 1 9 0M12 19h.01" />,
  offline: <path d="M4 12a12 12 0 0 1 5-2.8M15 9.2a12 12 0 0 1 5 2.8M9 15a7 7 0 0 1 6 0M12 19h.01M4 4l16 16" />,
  warning: <path d="M12 4l9 16H3zM12 10v4.5M12 17.5h.01" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.5h.01" />
    </>
  ),
  follow: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4" />
    </>
  ),
  vote: <path d="M4 13h16v7H4zM8 13V4h8v9M10.5 8.5l1.2 1.2 2.3-2.4" />,
  screen: <path d="M3 4h18v12H3zM12 16v4M8 20h8" />,
  gavel: <path d="M7 3.5h10V12H7zM5 12h14v4.5H5zM7 16.5V21M17 16.5V21" />,
  edit: <path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3" />,
  marker: <path d="M9 14l-2.5 3.5h5L14 15zM9 14l7.5-10 4 3L14 15zM4 21h16" />,
  eraser: <path d="M8 20l-5-5 10-11 7 6-8.5 10zM8.5 9l7 6M4 20h17" />,
  note: <path d="M4 4h16v11l-5 5H4zM20 15h-5v5M8 9h8M8 13h4" />,
  undo: <path d="M9 5L4 10l5 5M4 10h10a5.5 5.5 0 0 1 0 11h-3" />,
  redo: <path d="M15 5l5 5-5 5M20 10H10a5.5 5.5 0 0 0 0 11h3" />,
  bookmark: <path d="M7 3h10v18l-5-4.5L7 21z" />,
  columns: <path d="M3 4h8v16H3zM13 4h8v16h-8z" />,
  trash: <path d="M4 7h16M9 7V4h6v3M6.5 7l1 14h9l1-14M10 11v6M14 11v6" />,
  upload: <path d="M12 16V4M7 9l5-5 5 5M4 20h16" />,
  download: <path d="M12 4v12M7 11l5 5 5-5M4 20h16" />,
  move: <path d="M12 3v18M8 7l4-4 4 4M8 17l4 4 4-4" />,
  eye: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  hidden: (
    <path d="M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6 7.6A16.5 16.5 0 0 0 2.5 12s3.5 6.5 9.5 6.5a9 9 0 0 0 3.6-.7" />
  ),
  qr: <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M14 18v2M18 18h2v2" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
    </>
  ),
  exit: <path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4" />,
  copy: <path d="M9 9h11v11H9zM5 15H4V4h11v1" />,
  refresh: <path d="M20 11a8 8 0 1 0-2 6M20 5v6h-6" />,
  micOff: (
    <path d="M4 4l16 16M9 6a3 3 0 0 1 6 0v4.5M15 13.2A3 3 0 0 1 9 11V9M6 11a6 6 0 0 0 9.6 4.8M17.7 13a6 6 0 0 0 .3-2M12 17v4" />
  ),
  camera: <path d="M3 7h12v10H3zM15 11l6-3.5v9L15 13" />,
  cameraOff: <path d="M4 4l16 16M7 7H3v10h12v-2M10.5 7H15v4l6-3.5v9L19 15.4" />,
  share: <path d="M3 4h18v12H3zM12 16v4M8 20h8M12 13V7M9.5 9.5L12 7l2.5 2.5" />,
  chat: <path d="M4 5h16v11H10l-4 4v-4H4zM8.5 9h7M8.5 12h4.5" />,
  grid: <path d="M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z" />,
  stage: <path d="M3 5h12v14H3zM18 5h3v4h-3zM18 11.5h3v4h-3z" />,
  pin: <path d="M9 3h6l-1 6 4 4H6l4-4zM12 13v8" />,
  lock: <path d="M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3" />,
  unlock: <path d="M5 11h14v9H5zM8 11V7a4 4 0 0 1 7.5-1.8" />,
  sound: <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />,
  soundOff: <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5" />,
  settings: (
    <path d="M4 7h8M18 7h2M4 17h2M12 17h8M15 7m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M9 17m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0" />
  ),
  keyboard: <path d="M3 6h18v12H3zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M7 14h10" />,
  send: <path d="M4 12l16-7-6 15-3-6.5z" />,
  room: <path d="M3 5h18v11H3zM8 20h8M10 8.5l4.5 2L10 12.5z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** A small picture that only repeats what words beside it, or the label of its button, say. */
export function Icon({
  name,
  size = 24,
  className,
}: {
  name: IconName;
  size?: number;
  className?: string | undefined;
}) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 48 ? 2.6 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  );
}
