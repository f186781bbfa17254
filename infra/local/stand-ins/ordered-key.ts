import { monotonicFactory } from 'ulid';

/** A key that sorts after every key given before it in this process. */
export const orderedKey: () => string = monotonicFactory();
