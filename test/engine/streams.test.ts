import { expect, test } from 'vitest';
import { openTableEngine } from '../../infra/local/table-engine/table-engine.ts';
import { anItem, aTable, callsOf, keyOf, visitsOf } from './a-table.ts';
import { withEngine, withFolder } from './with-engine.ts';

test('the stream tells every change once, in order, with old and new image', async () => {
  await withEngine(async (engine, clock) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    await visits.put(anItem());
    await visits.put(anItem());
    await visits.update(anItem(), 'SET n = :n', { n: { N: '1' } });
    await visits.ok('DeleteItem', { TableName: 'visits', Key: anItem() });
    const records = await engine.stream('visits').read('', 10);
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(records[1]?.dynamodb).toMatchObject({
      ApproximateCreationDateTime: clock.ms / 1000,
      Keys: keyOf(anItem()),
      OldImage: anItem(),
      NewImage: anItem({ n: { N: '1' } }),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    });
    const [first, second] = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
    expect(await engine.stream('visits').read(first ?? '', 1)).toEqual([records[1]]);
    expect(second && first && second > first).toBe(true);
  });
});

test('a reader that waits is woken by the next change, and not by its own timeout first', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const stream = engine.stream('visits');
    const woken = stream.wait('', 60_000).then(() => stream.read('', 1));
    await visits.put(anItem());
    expect(await woken).toHaveLength(1);
  });
});

test('checkpoints, sequence numbers and corners live through a restart and a trim', async () => {
  await withFolder(async (folder) => {
    const clock = { ms: 1_000_000_000_000 };
    const open = () => openTableEngine({ folder, now: () => clock.ms });
    const first = await open();
    await callsOf(first).ok('CreateTable', aTable());
    await visitsOf(first).put(anItem());
    const [record] = await first.stream('visits').read('', 1);
    const sequence = record?.dynamodb?.SequenceNumber ?? '';
    expect(await first.stream('visits').checkpoint('changes')).toBe('');
    await first.stream('visits').saveCheckpoint('changes', sequence);
    await first.corner('queue').put('job/1', 'later');
    await first.corner('queue').put('job/2', 'never');
    await first.corner('queue').del('job/2');
    clock.ms += 10_000;
    await first.stream('visits').trim(5_000);
    await first.close();

    const second = await open();
    expect(await second.stream('visits').checkpoint('changes')).toBe(sequence);
    expect(await second.stream('visits').read('', 10)).toEqual([]);
    await visitsOf(second).put(anItem({ n: { N: '2' } }));
    const [next] = await second.stream('visits').read('', 10);
    expect((next?.dynamodb?.SequenceNumber ?? '') > sequence).toBe(true);
    const entries: [string, string][] = [];
    for await (const entry of second.corner('queue').entries()) entries.push(entry);
    expect(entries).toEqual([['job/1', 'later']]);
    await second.close();
  });
});

test("the streams' own calls walk the one shard from its horizon and from its end", async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    await visits.put(anItem());
    const call = async (operation: string, body: object) =>
      (await engine.handle(`DynamoDBStreams_20120810.${operation}`, body)).body as Record<string, unknown>;
    const { Streams } = (await call('ListStreams', { TableName: 'visits' })) as { Streams: { StreamArn: string }[] };
    const StreamArn = Streams[0]?.StreamArn;
    const { StreamDescription } = (await call('DescribeStream', { StreamArn })) as {
      StreamDescription: { Shards: { ShardId: string }[] };
    };
    const ShardId = StreamDescription.Shards[0]?.ShardId;
    const from = async (ShardIteratorType: string) =>
      call('GetRecords', await call('GetShardIterator', { StreamArn, ShardId, ShardIteratorType }));
    const horizon = await from('TRIM_HORIZON');
    expect(horizon['Records']).toMatchObject([{ eventName: 'INSERT', dynamodb: { NewImage: anItem() } }]);
    expect((await from('LATEST'))['Records']).toEqual([]);
    await visits.put(anItem({ sk: { S: '2' } }));
    const next = await call('GetRecords', { ShardIterator: horizon['NextShardIterator'] });
    expect(next['Records']).toHaveLength(1);
  });
});
