import * as v from "valibot";

/** Colours and widths in hand; kept on this device. Widths are tenths of a point. */
export interface Style {
  penColour: string;
  penWidth: number;
  markerColour: string;
  markerWidth: number;
}

export const penColours = ["#1746a2", "#b3261e", "#17653a", "#1a2028"] as const;
export const penWidths = [12, 20, 36] as const;
export const markerColours = ["#ffd54f", "#8fdca5", "#93c7ff", "#ffb0c4"] as const;
export const markerWidths = [90, 140, 220] as const;

const usual: Style = {
  penColour: penColours[0],
  penWidth: penWidths[1],
  markerColour: markerColours[0],
  markerWidth: markerWidths[1],
};

const key = "plenum.pen";
const schema = v.object({
  penColour: v.picklist(penColours),
  penWidth: v.picklist(penWidths),
  markerColour: v.picklist(markerColours),
  markerWidth: v.picklist(markerWidths),
});

export function storedStyle(): Style {
  try {
    return v.parse(schema, JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return usual;
  }
}

export function storeStyle(style: Style): void {
  try {
    localStorage.setItem(key, JSON.stringify(style));
  } catch {
    // A browser that forbids storage still writes, in the usual colours next time.
  }
}
