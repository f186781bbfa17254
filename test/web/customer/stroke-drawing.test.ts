import { describe, expect, it } from 'vitest';
import { drawnSignature } from '../../../shared/model/authorisation.ts';
import { pathsOf, penDown, penTo, typedName, type Strokes } from '../../../web/customer/quote/stroke-drawing.ts';

const field = { width: 320, height: 160 };
const isKept = (strokes: Strokes) =>
  drawnSignature.safeParse({ signedBy: 'Ines Okafor', strokes: strokes.map((stroke) => [...stroke]) }).success;

describe('A signature', () => {
  it('is kept in a square of 4,096, whatever the size of the field', () => {
    const strokes = penTo(penDown([], [0, 80], field), [320, 160], field);
    expect(strokes).toEqual([[0, 2048, 4096, 4096]]);
    expect(pathsOf(strokes)).toEqual(['M0 2048L4096 4096']);
  });

  it('stays within the field where the finger leaves it', () => {
    expect(penTo(penDown([], [10, 10], field), [-50, 900], field)[0]?.slice(2)).toEqual([0, 4096]);
  });

  it('leaves out points that tell nothing new', () => {
    const strokes = penDown([], [100, 100], field);
    expect(penTo(strokes, [100.5, 100], field)).toBe(strokes);
  });

  it('is taken by the server however long one draws', () => {
    let strokes: Strokes = [];
    for (let i = 0; i < 150; i += 1) {
      strokes = penDown(strokes, [i, 0], field);
      for (let x = 0; x < 320; x += 2) strokes = penTo(penTo(strokes, [x, 160], field), [x, 0], field);
    }
    strokes = Array.from({ length: 1200 }, (_, i) => i).reduce(
      (all, i) => penTo(all, [i % 2 ? 0 : 320, 40], field),
      strokes,
    );
    expect(strokes.every((stroke) => stroke.length <= 2000)).toBe(true);
    expect(isKept(strokes)).toBe(true);
  });

  it('is a line under the typed name of whoever cannot draw', () => {
    expect(isKept(typedName)).toBe(true);
  });
});
