import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { synthesized } from './synthesized.ts';

describe('the operator', () => {
  let cloud: ReturnType<typeof synthesized>;
  beforeAll(() => {
    cloud = synthesized('production');
  });
  afterAll(() => rm(cloud.outdir, { recursive: true, force: true }));

  const alarms = () =>
    cloud.resources('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => [nameOf(id), Properties] as const);

  it('is told of every alarm by mail, when it begins and when it ends', () => {
    const [topic] = cloud.resources('AWS::SNS::Topic').map(([id]) => id);
    expect(cloud.only('AWS::SNS::Subscription')).toMatchObject({
      Protocol: 'email',
      Endpoint: 'operator@fieldline.example',
      TopicArn: { Ref: topic },
    });
    expect(alarms().length).toBeGreaterThan(10);
    for (const [name, alarm] of alarms()) {
      expect(alarm, name).toMatchObject({ AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
    }
  });

  it('reads in each alarm whom it hurts and what to do first', () => {
    for (const [name, { AlarmDescription }] of alarms()) {
      expect(AlarmDescription, name).toMatch(/^[A-Z].{20,}\. First: .{20,}\.$/);
    }
  });

  it('finds every alarm in his guide', () => {
    const guide = readFileSync(new URL('../../docs/guide/operator.md', import.meta.url), 'utf8');
    for (const [name] of alarms()) expect(guide).toContain(`\`${name}\``);
  });

  it('hears of every queue in which something was parked', () => {
    const parked = cloud
      .resources('AWS::SQS::Queue')
      .map(([id]) => id)
      .filter((id) => id.startsWith('Parked'));
    expect(parked.map(nameOf).sort()).toEqual(['ParkedChanges', 'ParkedPlans', 'ParkedRounds']);
    const watched = JSON.stringify(alarms().map(([, alarm]) => alarm));
    for (const id of parked) expect(watched).toContain(id);
  });

  it('hears of messages that customers did not get', () => {
    const filter = cloud.only('AWS::Logs::MetricFilter');
    expect(filter).toMatchObject({ FilterPattern: '{ $.message = "A message could not be sent" }' });
    const source = readFileSync(new URL('../../functions/changes/deliver-message.ts', import.meta.url), 'utf8');
    expect(source).toContain("log.warn('A message could not be sent'");
    const [transformation] = filter['MetricTransformations'] as { MetricName: string }[];
    const unsent = alarms().find(([name]) => name === 'MessagesUnsent')?.[1];
    expect(unsent).toMatchObject({ MetricName: transformation?.MetricName });
  });

  it('hears of a bill above the stage’s budget before it comes', () => {
    expect(cloud.only('AWS::Budgets::Budget')).toMatchObject({
      Budget: { BudgetLimit: { Amount: 200, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: expect.arrayContaining([
        expect.objectContaining({ Notification: expect.objectContaining({ NotificationType: 'FORECASTED' }) }),
      ]),
    });
  });

  it('has one dashboard for the stage', () => {
    expect(cloud.only('AWS::CloudWatch::Dashboard')['DashboardName']).toBe('fieldline-production');
  });
});

const nameOf = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
