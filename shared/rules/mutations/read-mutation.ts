import { argsReader, isMutationName, mutationArgs, type ArgsOf, type MutationName } from '../../model/mutation.ts';
import { accept } from './accept.ts';
import { addNote } from './add-note.ts';
import { addPhoto } from './add-photo.ts';
import { answerTask } from './answer-task.ts';
import { arrive } from './arrive.ts';
import { cannotComplete } from './cannot-complete.ts';
import { complete } from './complete.ts';
import { decline } from './decline.ts';
import { enterTime } from './enter-time.ts';
import { fetchPart } from './fetch-part.ts';
import { handOver } from './hand-over.ts';
import { raiseLead } from './raise-lead.ts';
import { readMeter } from './read-meter.ts';
import { recordCauses } from './record-causes.ts';
import { requestHelp } from './request-help.ts';
import { requestPart } from './request-part.ts';
import { returnPart } from './return-part.ts';
import { sign } from './sign.ts';
import { startTravel } from './start-travel.ts';
import { startWork } from './start-work.ts';
import { stopWork } from './stop-work.ts';
import { swapPart } from './swap-part.ts';
import { usePart } from './use-part.ts';
import type { Doing, VisitDecision, VisitFacts } from './visit-rule.ts';

/** A mutation whose arguments were read by its schema, with the rule that decides it. */
export interface ReadMutation {
  readonly name: MutationName;
  readonly args: ArgsOf<MutationName>;
  readonly decide: (visit: VisitFacts, doing: Doing) => VisitDecision;
}

/** The mutation as its rule reads it; nothing where its name is unknown or its arguments do not fit. */
export const readMutation = (name: string, args: unknown): ReadMutation | undefined =>
  isMutationName(name) ? readers[name](args) : undefined;

type Reader = (given: unknown) => ReadMutation | undefined;

const reader =
  <Name extends MutationName, Args extends ArgsOf<Name>>(
    name: Name,
    read: (given: unknown) => Args | undefined,
    rule: (visit: VisitFacts, args: Args, doing: Doing) => VisitDecision,
  ): Reader =>
  (given) => {
    const args = read(given);
    return args ? { name, args, decide: (visit, doing) => rule(visit, args, doing) } : undefined;
  };

const readers: Readonly<Record<MutationName, Reader>> = {
  accept: reader('accept', argsReader(mutationArgs.accept), accept),
  decline: reader('decline', argsReader(mutationArgs.decline), decline),
  'start-travel': reader('start-travel', argsReader(mutationArgs['start-travel']), startTravel),
  arrive: reader('arrive', argsReader(mutationArgs.arrive), arrive),
  'start-work': reader('start-work', argsReader(mutationArgs['start-work']), startWork),
  'stop-work': reader('stop-work', argsReader(mutationArgs['stop-work']), stopWork),
  'answer-task': reader('answer-task', argsReader(mutationArgs['answer-task']), answerTask),
  'use-part': reader('use-part', argsReader(mutationArgs['use-part']), usePart),
  'return-part': reader('return-part', argsReader(mutationArgs['return-part']), returnPart),
  'swap-part': reader('swap-part', argsReader(mutationArgs['swap-part']), swapPart),
  'fetch-part': reader('fetch-part', argsReader(mutationArgs['fetch-part']), fetchPart),
  'read-meter': reader('read-meter', argsReader(mutationArgs['read-meter']), readMeter),
  'record-causes': reader('record-causes', argsReader(mutationArgs['record-causes']), recordCauses),
  'add-note': reader('add-note', argsReader(mutationArgs['add-note']), addNote),
  'add-photo': reader('add-photo', argsReader(mutationArgs['add-photo']), addPhoto),
  sign: reader('sign', argsReader(mutationArgs.sign), sign),
  'enter-time': reader('enter-time', argsReader(mutationArgs['enter-time']), enterTime),
  complete: reader('complete', argsReader(mutationArgs.complete), complete),
  'cannot-complete': reader('cannot-complete', argsReader(mutationArgs['cannot-complete']), cannotComplete),
  'hand-over': reader('hand-over', argsReader(mutationArgs['hand-over']), handOver),
  'request-part': reader('request-part', argsReader(mutationArgs['request-part']), requestPart),
  'request-help': reader('request-help', argsReader(mutationArgs['request-help']), requestHelp),
  'raise-lead': reader('raise-lead', argsReader(mutationArgs['raise-lead']), raiseLead),
};
