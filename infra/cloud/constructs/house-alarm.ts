import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface HouseAlarmProps {
  readonly metric: IMetric;
  /** Rings at this value or above it, */
  readonly threshold: number;
  /** in so many periods of the metric one after the other; 1 where nothing is said. */
  readonly periods?: number;
  /** What it means for people: dispatchers, technicians, customers. */
  readonly consequence: string;
  /** What the operator does first. */
  readonly firstStep: string;
  readonly tell: ITopic;
}

/** An alarm of this house says whom it hurts and what to do first, in its own description. */
export const houseAlarm = (scope: Construct, id: string, alarm: HouseAlarmProps): Alarm => {
  const { metric, threshold, periods = 1, consequence, firstStep, tell } = alarm;
  const rings = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${consequence} First: ${firstStep}`,
  });
  rings.addAlarmAction(new SnsAction(tell));
  rings.addOkAction(new SnsAction(tell));
  return rings;
};
