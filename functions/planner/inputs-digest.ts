import type { Problem } from '../../shared/routing/problem.ts';
import { hash } from '../platform/hash.ts';

/** SHA-256 of everything that the solver is given; equal problems have equal digests on any machine. */
export const inputsDigest = (problem: Problem): string => hash(JSON.stringify(problem, plain));

const plain = (_name: string, value: unknown): unknown => {
  if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  if (ArrayBuffer.isView(value)) {
    return hash(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  return value;
};
