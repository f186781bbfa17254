import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { problemOfHhcrsp } from '../shared/routing/formats/problem-of-hhcrsp.ts';
import type { Solution } from '../shared/routing/solution.ts';
import type { Bench } from './bench-record.ts';
import { materialFolder } from './solver/evaluators.ts';
import { judgeHomeCare, type HomeCareFile, type HomeCareRoutes } from './solver/judge-hhcrsp.ts';
import { runLiterature, type Instance } from './solver/literature.ts';

/**
 * Home care with two carers at once or in order (Ceschia, Di Gaspero, Rosati, Schaerf 2024), against the solutions published
 * with the instances. `--seconds 60`, `--only rome`, `--dir FOLDER`.
 */
export const bench: Bench = {
  name: 'hhcrsp',
  run(options) {
    const folder = options.get('dir') ?? join(materialFolder, 'hhcrsp');
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.json.gz') && !file.includes('.solution.'))
      .map((file) => file.replace('.json.gz', ''));
    const record = runLiterature(
      {
        name: 'hhcrsp',
        instances: names.sort().map((name) => instanceOf(folder, name)),
        usualSeconds: '60',
        goalAt: (seconds) => (seconds >= 60 ? 2 : undefined),
      },
      options,
    );
    return Promise.resolve(record);
  },
};

const instanceOf = (folder: string, name: string): Instance => {
  const open = (file: string): unknown => JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString());
  const file = open(`${name}.json.gz`) as HomeCareFile;
  const published = judgeHomeCare(file, open(`${name}.solution.json.gz`) as HomeCareRoutes);
  if (!published.feasible) throw new Error(`${name}: the published solution breaks ${published.errors.join(', ')}`);
  return {
    name,
    problem: problemOfHhcrsp(file),
    best: published.cost,
    judge: (solution) => judgeHomeCare(file, homeCareRoutesOf(solution)),
  };
};

const homeCareRoutesOf = ({ routes }: Solution): HomeCareRoutes => ({
  routes: routes.map(({ technicianId, stops }) => ({
    caregiver_id: technicianId,
    locations: stops.map(({ stopId, start, end }) => {
      const [patient = '', service = ''] = stopId.split('/');
      return { patient, service, arrival_time: start, departure_time: end };
    }),
  })),
});
