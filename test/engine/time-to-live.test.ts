import { expect, test } from 'vitest';
import { anItem, aTable, visitsOf } from './a-table.ts';
import { withEngine } from './with-engine.ts';

const enable = { TableName: 'visits', TimeToLiveSpecification: { Enabled: true, AttributeName: 'until' } };

test('expired items go with a record that names DynamoDB as the actor; others stay', async () => {
  await withEngine(async (engine, clock) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const until = (sk: string, seconds: number) =>
      visits.put(anItem({ sk: { S: sk }, until: { N: String(clock.ms / 1000 + seconds) } }));
    await until('before', 10);
    await visits.ok('UpdateTimeToLive', enable);
    await until('soon', 20);
    await until('moved', 20);
    await until('moved', 9999);
    await until('ancient', -6 * 365 * 86_400);
    await visits.put(anItem({ sk: { S: 'text' }, until: { S: '1' } }));
    expect(await engine.sweepExpired()).toBe(0);
    clock.ms += 60_000;
    expect(await engine.sweepExpired()).toBe(2);
    const left = (await visits.all()).map(({ sk }) => sk);
    expect(left).toEqual(expect.arrayContaining([{ S: 'moved' }, { S: 'ancient' }, { S: 'text' }]));
    expect(left).toHaveLength(3);
    const removed = (await engine.stream('visits').read('', 100)).filter(({ eventName }) => eventName === 'REMOVE');
    expect(removed.map(({ userIdentity }) => userIdentity as unknown)).toEqual([
      { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    ]);
    const { TimeToLiveDescription } = await visits.ok('DescribeTimeToLive', { TableName: 'visits' });
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'until' });
  });
});
