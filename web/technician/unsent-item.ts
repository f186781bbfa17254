import type { Contents, KeptFile, KeptMutation, KeptResult } from '../sync/kept.ts';

/** One thing that is not settled yet, for the list of what is unsent. */
export type UnsentItem =
  | { readonly kind: 'change'; readonly key: string; readonly mutation: KeptMutation }
  | {
      readonly kind: 'file';
      readonly key: string;
      readonly file: KeptFile;
      readonly number: number;
      readonly count: number;
    }
  | { readonly kind: 'result'; readonly key: string; readonly kept: KeptResult };

/** What the server refused or found changed first, then the changes in their order, then the pictures with their place among those of the appointment. */
export const unsentItems = ({ outbox, files, results }: Contents): UnsentItem[] => [
  ...results.map((kept) => ({ kind: 'result', key: `result-${kept.id}`, kept }) as const),
  ...outbox
    .filter(({ state }) => state === 'unsent')
    .map((mutation) => ({ kind: 'change', key: `change-${mutation.id}`, mutation }) as const),
  ...files.filter(({ state }) => state !== 'sent').map((file) => fileItem(file, files)),
];

const fileItem = (file: KeptFile, files: readonly KeptFile[]): UnsentItem => {
  const beside = files.filter(({ appointmentId }) => appointmentId === file.appointmentId);
  return { kind: 'file', key: `file-${file.key}`, file, number: beside.indexOf(file) + 1, count: beside.length };
};

/** How many wait to be sent. */
export const unsentCount = ({ outbox, files }: Contents): number =>
  [...outbox, ...files].filter(({ state }) => state === 'unsent').length;

/** Whether something must be looked at. */
export const needsEyes = ({ files, results }: Contents): boolean =>
  results.length > 0 || files.some(({ state }) => state === 'refused');

/** Whether this thing, named by an id among its arguments, has not reached the server yet. */
export const isUnsent = ({ outbox }: Contents, id: string): boolean =>
  outbox.some(({ state, args }) => state === 'unsent' && Object.values(args).includes(id));
