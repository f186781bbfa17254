import type { MarkTone } from '../../web/map/mark.ts';
import type { MapPoint } from '../../web/map/point-features.ts';

const tones: readonly MarkTone[] = ['fine', 'moving', 'here', 'waiting', 'stale'];

/** Technicians who drive about: each step every one of them is somewhere else. */
export class MovingFleet {
  points: readonly MapPoint[] = [];
  #headings: readonly number[] = [];

  fill(count: number, random: () => number): void {
    this.#headings = Array.from({ length: count }, () => random() * 360);
    this.points = Array.from({ length: count }, (_, i): MapPoint => ({
      id: `te_${i}`,
      position: [-71.19 + random() * 0.23, 42.26 + random() * 0.18],
      mark: {
        shape: 'person',
        tone: tones[i % tones.length] ?? 'fine',
        text: String.fromCharCode(65 + (i % 26), 65 + (i % 19)),
        selected: false,
      },
      heading: this.#headings[i],
      rank: 1,
    }));
  }

  /** A second at city speed. */
  step(): void {
    this.points = this.points.map((point, i) => {
      const heading = this.#headings[i] ?? 0;
      const turn = (heading * Math.PI) / 180;
      const [longitude, latitude] = point.position;
      return { ...point, position: [longitude + Math.sin(turn) * 1e-4, latitude + Math.cos(turn) * 1e-4] };
    });
  }
}
