import { allAttributions } from './attributions.ts';
import type { MapView } from './map-view.ts';

export interface MapPicture {
  /** A data address of a PNG. */
  readonly url: string;
  /** Whose data it shows, to be printed with it; empty for the drawn base. */
  readonly attribution: string;
}

/** What the map shows now, for paper: in light colours, whatever the screen has. */
export const pictureOf = async (view: MapView, isDark: boolean): Promise<MapPicture> => {
  if (!isDark) return drawn(view);
  const container = view.map.getContainer();
  container.classList.add('on-paper');
  try {
    view.setDark(false);
    await settled(view);
    return await drawn(view);
  } finally {
    container.classList.remove('on-paper');
    view.setDark(true);
  }
};

/** The map is idle between two styles, too: what it shows then is the old one, or nothing. */
const settled = (view: MapView): Promise<void> =>
  new Promise((resolve) => {
    const subscription = view.map.on('idle', () => {
      if (!view.isSettled) return;
      subscription.unsubscribe();
      resolve();
    });
  });

/** Taken in the frame in which it is drawn, since the canvas is not kept. */
const drawn = ({ map }: MapView): Promise<MapPicture> =>
  new Promise((resolve) => {
    void map.once('render', () => {
      const sources = Object.keys(map.getStyle().sources);
      const found = allAttributions(sources.map((id) => map.getSource(id)?.attribution ?? ''));
      resolve({
        url: map.getCanvas().toDataURL('image/png'),
        attribution: found.map(({ text }) => text).join(' · '),
      });
    });
    map.triggerRepaint();
  });
