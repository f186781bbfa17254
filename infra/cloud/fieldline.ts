import { Tags, type App, type StackProps } from 'aws-cdk-lib';
import { ApiStack } from './stacks/api.ts';
import { ChangesStack } from './stacks/changes.ts';
import { DataStack } from './stacks/data.ts';
import { EdgeStack, edgeRegion } from './stacks/edge.ts';
import { IdentityStack } from './stacks/identity.ts';
import { LiveStack } from './stacks/live.ts';
import { MailStack } from './stacks/mail.ts';
import { PlannerStack } from './stacks/planner.ts';
import { TimersStack } from './stacks/timers.ts';
import { WatchStack } from './stacks/watch.ts';
import { WebStack } from './stacks/web.ts';
import { houseName, type StageSettings } from './stages.ts';

/** Every stack of one stage of Fieldline, with the folder of the built pages. */
export const buildFieldline = (app: App, stage: StageSettings, pages: string) => {
  const named = (part: string, region = stage.region): StageProps => ({
    stage,
    stackName: houseName(stage, part),
    description: `Fieldline ${stage.name}: ${part}`,
    terminationProtection: stage.keepsData,
    env: { region },
    // Only certificate and firewall may live in another region than the rest.
    crossRegionReferences: stage.region !== edgeRegion,
  });
  const data = new DataStack(app, 'Data', named('data'));
  const mail = new MailStack(app, 'Mail', named('mail'));
  const identity = new IdentityStack(app, 'Identity', named('identity'));
  // The user pool sends invitations from the domain that is verified there.
  identity.addStackDependency(mail);
  const { table, photos, roadNetworks } = data;
  const { sender } = mail;
  const { tokens } = identity;
  const planner = new PlannerStack(app, 'Planner', { ...named('planner'), table, roadNetworks });
  const planQueue = planner.queue;
  const socket = new LiveStack(app, 'Live', { ...named('live'), table });
  const { live } = socket;
  const api = new ApiStack(app, 'Api', { ...named('api'), table, photos, roadNetworks, live, tokens });
  const { coverageKey } = api;
  const changes = new ChangesStack(app, 'Changes', {
    ...named('changes'),
    table,
    planQueue,
    live,
    sender,
    coverageKey,
  });
  const timers = new TimersStack(app, 'Timers', { ...named('timers'), table, planQueue });
  const edge = new EdgeStack(app, 'Edge', named('edge', edgeRegion));
  const { certificate, firewallArn } = edge;
  const web = new WebStack(app, 'Web', {
    ...named('web'),
    pages,
    api: api.api,
    edgeSecret: api.edgeSecret,
    photos,
    socketOrigin: live.api.apiEndpoint,
    tokens,
    certificate,
    firewallArn,
  });
  const watch = new WatchStack(app, 'Watch', {
    ...named('watch'),
    watched: {
      table,
      api: api.api,
      http: api.http,
      dispatch: api.dispatch,
      geography: api.geography,
      administration: api.administration,
      agreements: api.agreements,
      positions: api.positions,
      sync: api.sync,
      socket: socket.socket,
      identity: identity.trigger,
      changes: changes.changes,
      promises: changes.promises,
      planner: planner.planner,
      timers: timers.timers,
      planQueue,
      parkedChanges: changes.parked,
      parkedPlans: planner.parked,
      parkedRounds: timers.parked,
    },
  });
  Tags.of(app).add('product', 'fieldline');
  Tags.of(app).add('stage', stage.name);
  return { data, mail, identity, planner, live: socket, changes, api, timers, edge, web, watch };
};

interface StageProps extends StackProps {
  readonly stage: StageSettings;
}
