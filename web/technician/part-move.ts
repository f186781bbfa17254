import type { ArgsOf } from '../../shared/model/mutation.ts';

/** What is entered about a part: used, brought back, or fitted in the place of a faulty one. */
export interface EnteredMove {
  kind: 'use-part' | 'return-part' | 'swap-part';
  quantity: number;
  removedSerial: string;
  fittedSerial: string;
}

export const emptyMove = (): EnteredMove => ({ kind: 'use-part', quantity: 1, removedSerial: '', fittedSerial: '' });

export const isWhole = ({ kind, removedSerial, fittedSerial }: EnteredMove): boolean =>
  kind !== 'swap-part' || (removedSerial.trim() !== '' && fittedSerial.trim() !== '');

type About = Pick<ArgsOf<'use-part'>, 'appointmentId' | 'usageId' | 'partId'>;
type PartMutation =
  | { readonly name: 'use-part' | 'return-part'; readonly args: ArgsOf<'use-part'> }
  | { readonly name: 'swap-part'; readonly args: ArgsOf<'swap-part'> };

/** The change that was entered. */
export const moveOf = ({ kind, quantity, removedSerial, fittedSerial }: EnteredMove, about: About): PartMutation =>
  kind === 'swap-part'
    ? { name: kind, args: { ...about, removedSerial: removedSerial.trim(), fittedSerial: fittedSerial.trim() } }
    : { name: kind, args: { ...about, quantity } };
