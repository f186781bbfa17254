import { App } from 'aws-cdk-lib';
import { buildFieldline } from './fieldline.ts';
import { stageNamed } from './stages.ts';

const app = new App();
const wanted: unknown = app.node.tryGetContext('stage');

buildFieldline(app, stageNamed(typeof wanted === 'string' ? wanted : 'development'));
