import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AlarmLevel } from '../stages.ts';

export interface HouseAlarmProps {
  readonly metric: IMetric;
  /** Rings at this value or above it, in so many periods of the metric one after the other. */
  readonly level: AlarmLevel;
  /** What it means for people: dispatchers, technicians, customers. */
  readonly consequence: string;
  /** What the operator does first. */
  readonly firstStep: string;
  readonly tell: ITopic;
}

/** An alarm of this house says whom it hurts and what to do first, in its own description. */
export const houseAlarm = (scope: Construct, id: string, alarm: HouseAlarmProps): Alarm => {
  const { metric, level, consequence, firstStep, tell } = alarm;
  const rings = new Alarm(scope, id, {
    metric,
    threshold: level.atLeast,
    evaluationPeriods: level.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${consequence} First: ${firstStep}`,
  });
  rings.addAlarmAction(new SnsAction(tell));
  rings.addOkAction(new SnsAction(tell));
  return rings;
};
