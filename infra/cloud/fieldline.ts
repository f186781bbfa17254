import { Tags, type App, type StackProps } from 'aws-cdk-lib';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { IdentityStack } from './stacks/identity.ts';
import { LiveStack } from './stacks/live.ts';
import { PlannerStack } from './stacks/planner.ts';
import type { StageSettings } from './stages.ts';

/** Every stack of one stage of Fieldline. */
export const buildFieldline = (app: App, stage: StageSettings) => {
  const named = (part: string): StackProps => ({
    stackName: `fieldline-${stage.name}-${part}`,
    description: `Fieldline ${stage.name}: ${part}`,
    terminationProtection: stage.keepsData,
  });
  const data = new DataStack(app, 'Data', { ...named('data'), stage });
  const identity = new IdentityStack(app, 'Identity', { ...named('identity'), stage });
  const planner = new PlannerStack(app, 'Planner', { ...named('planner'), stage, table: data.table });
  const live = new LiveStack(app, 'Live', {
    ...named('live'),
    stage,
    table: data.table,
    planQueue: planner.queue,
  });
  const api = new ApiStack(app, 'Api', {
    ...named('api'),
    stage,
    table: data.table,
    photos: data.photos,
    liveEndpoint: live.endpoint,
    tokens: identity.tokens,
  });
  Tags.of(app).add('product', 'fieldline');
  Tags.of(app).add('stage', stage.name);
  return { data, identity, planner, live, api };
};
