import type { EngineCore } from './engine-core.ts';
import { operations } from './operations.ts';
import { WireError } from './wire-error.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/** Answers one wire call; takes the body over. Faults of the program become InternalServerError. */
export async function answerCall(core: EngineCore, target: string, body: unknown): Promise<Answer> {
  try {
    const operation = operations.get(target);
    if (!operation) throw new WireError('UnknownOperationException', `The engine does not know ${target}`);
    return { status: 200, body: await operation(core, body) };
  } catch (fault) {
    if (fault instanceof WireError) return { status: fault.status, body: fault.body };
    console.error(`${target} failed`, fault);
    return { status: 500, body: { __type: 'com.amazon.coral.service#InternalServerError', message: String(fault) } };
  }
}

/** Answers one call in text form, as it travels. */
export async function answerText(
  core: EngineCore,
  target: string,
  text: string,
): Promise<{ status: number; text: string }> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const { status, body: error } = new WireError('SerializationException', 'The body is no JSON');
    return { status, text: JSON.stringify(error) };
  }
  const answer = await answerCall(core, target, body);
  return { status: answer.status, text: JSON.stringify(answer.body) };
}
