import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What differs from one deployment to another. */
export interface StageSettings {
  readonly name: string;
  /** Whether table, photos and accounts outlive a mistaken deletion. */
  readonly keepsData: boolean;
  readonly logsKept: RetentionDays;
  /** Where pages are served from: links in messages, the socket's origin and photo uploads hold to it. */
  readonly webOrigin: string;
  /** A verified SES identity that messages to customers come from. */
  readonly mailFrom: string;
}

const stages: Readonly<Record<string, StageSettings>> = {
  development: {
    name: 'development',
    keepsData: false,
    logsKept: RetentionDays.TWO_WEEKS,
    webOrigin: 'https://development.fieldline.example',
    mailFrom: 'service@fieldline.example',
  },
  production: {
    name: 'production',
    keepsData: true,
    logsKept: RetentionDays.THREE_MONTHS,
    webOrigin: 'https://fieldline.example',
    mailFrom: 'service@fieldline.example',
  },
};

/** The settings of a stage, chosen by `cdk deploy -c stage=production`. */
export const stageNamed = (name: string): StageSettings => {
  const stage = stages[name];
  if (!stage) throw new Error(`There is no stage ${name}; there are ${Object.keys(stages).join(' and ')}`);
  return stage;
};
