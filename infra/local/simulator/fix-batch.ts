import type { PositionFix } from '../../../shared/model/position-fix.ts';

/** What a phone sends in one go at most: a minute of fixes, one every four seconds. */
const fullAt = 15;
/** Beyond it the oldest go, as the newest matter. */
const keptAtMost = 400;
/** Where the server tells nothing. */
const usualSeconds = 60;

/** Fixes as a phone keeps them: together, until the server wants to hear of them; what could not be sent goes with the next. */
export class FixBatch {
  #fixes: PositionFix[] = [];
  #dueMs = -Infinity;

  add(fix: PositionFix): void {
    this.#fixes = [...this.#fixes, fix].slice(-keptAtMost);
  }

  /** What is to be sent by now; nothing where it is not time yet. Who stands still tells it at once. */
  due(now: string, isDriving: boolean): readonly PositionFix[] {
    const isDue = !isDriving || this.#fixes.length >= fullAt || Date.parse(now) >= this.#dueMs;
    return isDue ? this.#fixes.slice(0, fullAt) : [];
  }

  /** The first so many have arrived, and when the server wants the next. */
  sent(count: number, now: string, nextBatchSeconds: number = usualSeconds): void {
    this.#fixes = this.#fixes.slice(count);
    this.#dueMs = Date.parse(now) + nextBatchSeconds * 1000;
  }
}
