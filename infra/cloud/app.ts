import { App } from 'aws-cdk-lib';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildFieldline } from './fieldline.ts';
import { stageNamed } from './stages.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const pages = `${project}web/dist`;
// `npm run deploy` builds them anew; here only what is not there at all is made.
if (!existsSync(`${pages}/dispatch/index.html`))
  execFileSync('npm', ['run', 'build'], { cwd: project, stdio: 'inherit' });

const app = new App();
const wanted: unknown = app.node.tryGetContext('stage');
buildFieldline(app, stageNamed(typeof wanted === 'string' ? wanted : 'development'), pages);
