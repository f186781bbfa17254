import type { StyleSpecification } from 'maplibre-gl';
import type { MapStyle } from '../../shared/protocol/web-config.ts';

/** What is asked for a base map: whose, in which colours, and how an online style is fetched. */
export interface BaseMapWish {
  readonly styles: MapStyle | undefined;
  readonly dark: boolean;
  readonly loadStyle: (url: string) => Promise<unknown>;
}

/** The style of the base map, or none where there is only our own drawing or nothing came. Own tiles bring their reader when they are used. */
export const baseMapStyle = async ({
  styles,
  dark,
  loadStyle,
}: BaseMapWish): Promise<StyleSpecification | undefined> => {
  if (!styles) return undefined;
  if ('tiles' in styles) {
    const [{ cityStyle }, { openTiles }] = await Promise.all([import('./city-style.ts'), import('./open-tiles.ts')]);
    const source = await openTiles(styles.tiles);
    return source === undefined ? undefined : cityStyle({ source, glyphs: styles.glyphs, dark });
  }
  const style = await loadStyle(dark ? styles.dark : styles.light).catch(() => undefined);
  return isStyle(style) ? style : undefined;
};

const isStyle = (style: unknown): style is StyleSpecification =>
  typeof style === 'object' && style !== null && 'version' in style && 'layers' in style;
