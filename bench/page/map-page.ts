import { flushSync, mount, unmount } from 'svelte';
import '../../web/ui/tokens.css';
import '../../web/ui/base.css';
import type { MapView } from '../../web/map/map-view.ts';
import MapAlone from './MapAlone.svelte';
import { MovingFleet } from './moving-fleet.ts';
import { randomFrom } from './random-from.ts';

// What the bench asks of this page, by name.

// No graphics card here: software would rasterise for seconds. Every call of WebGL is made but those that draw.
const drawNothing = (): void => undefined;
Object.assign(WebGL2RenderingContext.prototype, {
  drawElements: drawNothing,
  drawArrays: drawNothing,
  drawElementsInstanced: drawNothing,
  drawArraysInstanced: drawNothing,
});

let drawn: ReturnType<typeof mountAlone> | undefined;
const mountAlone = (target: Element, onready: (view: MapView) => void) =>
  mount(MapAlone, { target, props: { onready } });
let fleet = new MovingFleet();
let view: MapView | undefined;

const map = {
  /** A map with so many technicians, drawn to its rest. */
  async show(count: number, seed: number): Promise<void> {
    if (drawn) await unmount(drawn);
    fleet = new MovingFleet();
    fleet.fill(count, randomFrom(seed));
    const target = document.querySelector('#page') ?? document.body;
    const ready = new Promise<MapView>((resolve) => {
      drawn = mountAlone(target, resolve);
    });
    drawn?.show(fleet.points);
    flushSync();
    view = await ready;
    const { map: drawing } = view;
    await new Promise((resolve) => void drawing.once('idle', resolve));
  },

  /**
   * Looks about for so many seconds: every frame the map moves a little, and once a second everybody, if `moving`. Gives the
   * milliseconds of the page's own thread that each frame took.
   */
  async frames(seconds: number, moving: boolean): Promise<number[]> {
    const taken: number[] = [];
    const until = performance.now() + seconds * 1000;
    let next = performance.now() + 500;
    for (let frame = 0; performance.now() < until; frame += 1) {
      if (moving && performance.now() >= next) {
        next += 1000;
        fleet.step();
        drawn?.show(fleet.points);
        flushSync();
      }
      taken.push(await oneFrame(frame));
    }
    return taken;
  },
};

/** From the beginning of a frame to the end of its work on this thread, layout and painting included. */
const oneFrame = (frame: number): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const begun = performance.now();
      view?.map.panBy([frame % 2 === 0 ? 3 : -3, 0], { animate: false });
      view?.map.redraw();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - begun);
      channel.port2.postMessage(null);
    });
  });

Object.assign(globalThis, { map });
