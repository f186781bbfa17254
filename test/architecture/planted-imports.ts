import { posix } from 'node:path';

/** A small made-up project in which each file breaks one import rule. */
export interface PlantedImport {
  readonly rule: string;
  /** The file that breaks it. */
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
}

export const plantedImports: readonly PlantedImport[] = [
  plantedRoom('shared-stands-alone', 'shared/rules', 'functions/store'),
  plantedPackage('shared-has-neither-node-nor-aws', 'shared/rules', 'node:fs'),
  plantedRoom('model-knows-only-zod', 'shared/model', 'shared/geo'),
  plantedRoom('geo-knows-model', 'shared/geo', 'shared/rules'),
  plantedRoom('rules-know-model-and-geo', 'shared/rules', 'shared/protocol'),
  plantedRoom('routing-knows-model-and-geo', 'shared/routing', 'shared/rules'),
  plantedRoom('protocol-knows-model', 'shared/protocol', 'shared/rules'),
  plantedPackage('turf-only-in-geo', 'web/map', '@turf/distance'),
  plantedPackage('turf-in-single-packages', 'shared/geo', '@turf/turf'),
  plantedRoom('entries-do-not-know-one-another', 'functions/http', 'functions/planner'),
  plantedRoom('store-and-platform-know-no-entry', 'functions/store', 'functions/http'),
  plantedRoom('api-knows-no-entry', 'functions/api', 'functions/http'),
  plantedRoom('platform-knows-no-store', 'functions/platform', 'functions/store'),
  plantedPackage('only-store-touches-dynamodb', 'functions/changes', '@aws-sdk/client-dynamodb'),
  plantedRoom('functions-know-no-infra-and-no-web', 'functions/http', 'web/api'),
  plantedRoom('infra-is-imported-by-nobody', 'functions/http', 'infra/local'),
  plantedRoom('cloud-knows-names-only', 'infra/cloud', 'functions/http'),
  plantedPackage('local-knows-no-cloud', 'infra/local', 'aws-cdk-lib'),
  plantedRoom('pages-do-not-know-one-another', 'web/dispatch', 'web/customer'),
  plantedRoom('web-rooms-know-no-page', 'web/map', 'web/dispatch'),
  plantedRoom('only-technician-syncs', 'web/dispatch', 'web/sync'),
  plantedPackage('maplibre-only-in-map', 'web/dispatch', 'maplibre-gl'),
  plantedRoom('web-knows-no-server', 'web/api', 'functions/http'),
  plantedRoom('no-code-from-tests', 'functions/http', 'test/builders'),
  plantedCycle('no-cycles', 'shared/rules'),
  plantedPackage('imports-are-found', 'shared/rules', './nowhere.ts'),
  plantedComponent('pages-do-not-know-one-another', 'web/technician', 'web/customer'),
];

function plantedRoom(rule: string, folder: string, room: string): PlantedImport {
  const [from, to] = [`${folder}/${rule}.ts`, `${room}/of-${rule}.ts`];
  return { rule, from, files: { [from]: importing(posix.relative(folder, to)), [to]: 'export const b = 1;\n' } };
}

function plantedPackage(rule: string, folder: string, specifier: string): PlantedImport {
  const from = `${folder}/${rule}.ts`;
  return { rule, from, files: { [from]: importing(specifier) } };
}

function plantedCycle(rule: string, folder: string): PlantedImport {
  const [from, other] = [`${folder}/${rule}.ts`, `${folder}/of-${rule}.ts`];
  return { rule, from, files: { [from]: importing(`./of-${rule}.ts`), [other]: importing(`./${rule}.ts`) } };
}

/** A component that imports another page's component, used in its markup only. */
function plantedComponent(rule: string, folder: string, room: string): PlantedImport {
  const [from, to] = [`${folder}/Planted.svelte`, `${room}/Other.svelte`];
  const script = `<script lang="ts">\n  import Other from '${posix.relative(folder, to)}';\n</script>\n\n<Other />\n`;
  return { rule, from, files: { [from]: script, [to]: '<p>other</p>\n' } };
}

function importing(specifier: string): string {
  const path = specifier.startsWith('.') || !specifier.endsWith('.ts') ? specifier : `./${specifier}`;
  return `import { b } from '${path}';\nexport const a: number = b;\n`;
}
