import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';

type Sides = Pick<IRegularForbiddenRuleType, 'from' | 'to'>;

/** Who may not know whom (architecture.md), each with the sentence that a broken rule prints. */
export const importRules: IForbiddenRuleType[] = [
  rule('shared-stands-alone', 'shared runs in Lambda, browser and phone: it imports no other room', {
    from: { path: '^shared/' },
    to: { path: '^(functions|infra|web|test|bench)/' },
  }),
  rule('shared-has-neither-node-nor-aws', 'shared has no Node, no DOM, no AWS, only the small packages named here', {
    from: { path: '^shared/' },
    to: {
      pathNot: [
        '^shared/',
        npm('zod'),
        npm('@turf'),
        npm('date-fns'),
        npm('@date-fns'),
        npm('flatbush'),
        npm('@noble'),
      ],
    },
  }),
  rule('model-knows-only-zod', 'shared/model holds facts: it may import zod and itself', {
    from: { path: '^shared/model/' },
    to: { pathNot: ['^shared/model/', npm('zod')] },
  }),
  rule('geo-knows-model', 'shared/geo may import model, Turf, the time zone package and the packed spatial index', {
    from: { path: '^shared/geo/' },
    to: { pathNot: ['^shared/(geo|model)/', npm('@turf'), npm('@date-fns'), npm('date-fns'), npm('flatbush')] },
  }),
  rule('rules-know-model-and-geo', 'shared/rules decides: it may import model, geo and the pure hash, nothing else', {
    from: { path: '^shared/rules/' },
    to: { pathNot: ['^shared/(rules|model|geo)/', npm('@noble')] },
  }),
  // Its formats parse what others wrote, with the schemas' package.
  rule('routing-knows-model-and-geo', 'shared/routing may import geo and model, nothing else', {
    from: { path: '^shared/routing/(?!formats/)' },
    to: { pathNot: '^shared/(routing|model|geo)/' },
  }),
  rule('protocol-knows-model', 'shared/protocol says how facts travel: it may import model and zod', {
    from: { path: '^shared/protocol/' },
    to: { pathNot: ['^shared/(protocol|model)/', npm('zod')] },
  }),
  rule('turf-only-in-geo', 'Turf is imported by shared/geo alone, so that it can be exchanged in one place', {
    from: { pathNot: '^(shared/geo|test)/' },
    to: { path: npm('@turf') },
  }),
  rule('turf-in-single-packages', 'the whole of Turf costs 335 ms to import: take the single package', {
    from: {},
    to: { path: npm('@turf/turf') },
  }),
  rule(
    'entries-do-not-know-one-another',
    'an entry is one deployable: what two need lies in shared, store, platform or, for those behind the API, api',
    {
      from: { path: '^functions/(?!store/|platform/|api/)([^/]+)/' },
      to: { path: '^functions/(?!store/|platform/|api/)', pathNot: '^functions/$1/' },
    },
  ),
  rule('store-and-platform-know-no-entry', 'store and platform serve the entries and know none', {
    from: { path: '^functions/(store|platform)/' },
    to: { path: '^functions/(?!store/|platform/)' },
  }),
  rule(
    'api-knows-no-entry',
    'api is how entries behind the HTTP API answer: it knows store and platform, and none of them',
    {
      from: { path: '^functions/api/' },
      to: { path: '^functions/(?!store/|platform/|api/)' },
    },
  ),
  rule('platform-knows-no-store', 'platform gives logger, identity, queue and senders; data lies in the store', {
    from: { path: '^functions/platform/' },
    to: { path: '^functions/store/' },
  }),
  rule('only-store-touches-dynamodb', 'DynamoDB is spoken in functions/store and by the engine on one machine', {
    from: { pathNot: '^(functions/store|infra/local|test|bench)/' },
    to: { path: npm('@aws-sdk/(client-dynamodb|util-dynamodb|lib-dynamodb)') },
  }),
  rule('functions-know-no-infra-and-no-web', 'what runs the program and what shows it are unknown to functions', {
    from: { path: '^functions/' },
    to: { path: '^(infra|web|test|bench)/' },
  }),
  rule('infra-is-imported-by-nobody', 'infra runs the program; only tests and benches may look at it', {
    from: { pathNot: '^(infra|test|bench)/' },
    to: { path: '^infra/' },
  }),
  rule(
    'cloud-knows-names-only',
    'infra/cloud knows names of variables, the routes, the pages’ headers and settings, the table, and CDK',
    {
      from: { path: '^infra/cloud/' },
      to: {
        path: '^(shared|functions|web|infra)/',
        pathNot:
          '^(infra/cloud/|functions/store/table\\.ts|shared/protocol/(environment|endpoints?|endpoints/.*|headers|security-headers|web-config)\\.ts)',
      },
    },
  ),
  rule('local-knows-no-cloud', 'one machine needs no CDK', {
    from: { path: '^infra/local/' },
    to: { path: ['^infra/cloud/', npm('aws-cdk-lib')] },
  }),
  rule('pages-do-not-know-one-another', 'what two pages share lies in web/ui, api, live, map or shared', {
    from: { path: '^web/(dispatch|technician|customer)/' },
    to: { path: '^web/(dispatch|technician|customer)/', pathNot: '^web/$1/' },
  }),
  rule('web-rooms-know-no-page', 'map, live, sync, api and ui serve the pages and know none', {
    from: { path: '^web/(map|live|sync|api|ui)/' },
    to: { path: '^web/(dispatch|technician|customer)/' },
  }),
  rule('only-technician-syncs', 'only the phone works without signal', {
    from: { path: '^web/(dispatch|customer|map|live|api|ui)/' },
    to: { path: '^web/sync/' },
  }),
  rule('maplibre-only-in-map', 'the map library is imported by web/map alone', {
    from: { pathNot: '^(web/map|test|bench)/' },
    to: { path: npm('maplibre-gl') },
  }),
  rule('web-knows-no-server', 'pages speak to the server through shared/protocol', {
    from: { path: '^web/', pathNot: '(vite|svelte)\\.config' },
    to: { path: ['^(functions|infra|test|bench)/', npm('@aws-'), npm('aws-')] },
  }),
  rule('no-code-from-tests', 'the product imports nothing of its tests and benches', {
    from: { pathNot: '^(test|bench)/' },
    to: { path: '^(test|bench)/' },
  }),
  rule('no-cycles', 'files that need one another in a ring cannot be understood one by one', {
    from: {},
    to: { circular: true },
  }),
  rule('imports-are-found', 'an import must lead to a file', {
    from: { path: '^(shared|functions|infra|web)/' },
    to: { path: '^\\.', couldNotResolve: true },
  }),
];

function rule(name: string, comment: string, sides: Sides): IForbiddenRuleType {
  return { name, comment, severity: 'error', ...sides };
}

/** A package as it stands in node_modules, or by its bare name where it is not installed. */
function npm(name: string): string {
  return `^(node_modules/)?${name}`;
}
