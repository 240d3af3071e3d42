import { encode } from "uqr";
import styles from "./Qr.module.css";

/** A QR code as one SVG path, black on white with its quiet zone; `label` says where it leads. */
export function Qr({ text, label, size }: { text: string; label: string; size: number }) {
  const code = encode(text, { ecc: "M", border: 3 });
  const path = code.data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      className={styles.qr}
      width={size}
      height={size}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
