import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PhoneSync } from '../../../web/sync/phone-sync.ts';
import { anId } from '../../builders/an-id.ts';
import { aPhone } from './a-phone.ts';
import type { ASyncServer, Way } from './a-sync-server.ts';

// R3, the phone's half: whatever is recorded, sent, lost on either way, killed and started anew in any order, the server in the
// end has taken each change once, in the order in which it was made, and the phone waits for nothing.

interface Phone {
  sync: PhoneSync;
  readonly server: ASyncServer;
  readonly open: () => Promise<PhoneSync>;
}
interface Model {
  readonly recorded: string[];
}
type Command = fc.AsyncCommand<Model, Phone>;

const appointmentId = anId('appointment');

class Record implements Command {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  check = () => true;
  async run(model: Model, { sync }: Phone) {
    const text = `${model.recorded.length} ${this.#text}`;
    await sync.record('add-note', { appointmentId, noteId: anId('note'), text });
    model.recorded.push(text);
    // Recorded is acknowledged: it lies in the phone's memory or with the server.
    expect(sync.news.contents.installation.nextId).toBe(model.recorded.length + 1);
  }
  toString = () => 'record';
}

class Synchronise implements Command {
  readonly #ways: readonly Way[];
  constructor(ways: readonly Way[]) {
    this.#ways = ways;
  }
  check = () => true;
  async run(_model: Model, { sync, server }: Phone) {
    server.ways = [...this.#ways];
    await sync.sync();
    server.ways = [];
  }
  toString = () => `synchronise (${this.#ways.join(', ')})`;
}

class Restart implements Command {
  check = () => true;
  async run(_model: Model, phone: Phone) {
    // The old page is not asked to finish anything.
    phone.sync = await phone.open();
  }
  toString = () => 'restart';
}

const way = fc.constantFrom<Way>('answered', 'lost', 'answer-lost');
const commands = fc.commands(
  [
    fc.string({ maxLength: 5 }).map((text) => new Record(text)),
    fc.array(way, { maxLength: 4 }).map((ways) => new Synchronise(ways)),
    fc.constant(new Restart()),
  ],
  { maxCommands: 50 },
);

it('Nothing recorded on a phone is lost, doubled or put out of order, whatever happens on the way', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (cmds) => {
      const { server, open } = aPhone();
      const setup = async () => ({ model: { recorded: [] }, real: { sync: await open(), server, open } });
      const { model, real } = await setup();
      await fc.asyncModelRun(async () => ({ model, real }), cmds);
      server.ways = [];
      await real.sync.sync();
      expect(server.taken.map(({ args }) => Reflect.get(Object(args), 'text'))).toEqual(model.recorded);
      expect(real.sync.news.contents.outbox).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 60_000);
