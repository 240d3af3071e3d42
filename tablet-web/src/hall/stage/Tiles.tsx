import { type Scene, samePicture } from "./arrange.ts";
import { Tile } from "./Tile.tsx";
import type { Shown } from "./useWant.ts";

type TilesProps = {
  shown: readonly Shown[];
  scene: Scene;
  large: boolean;
  listenOnly: boolean;
  onFocus?: Parameters<typeof Tile>[0]["onFocus"];
};

/** Pictures of the room, each in its size. */
export function Tiles({ shown, scene, large, listenOnly, onFocus }: TilesProps) {
  return shown.map(({ picture, size }) => (
    <Tile
      key={`${picture.personId}/${picture.kind}`}
      picture={picture}
      scene={scene}
      size={size}
      large={large}
      hidden={listenOnly}
      focused={onFocus !== undefined && samePicture(picture, scene.focus)}
      onFocus={onFocus}
    />
  ));
}
