/** What may stand in no source file, or only in a named place, although no import gives it away. */
export interface SourceRule {
  readonly name: string;
  readonly rooms: readonly string[];
  /** Files that may. */
  readonly except?: RegExp;
  readonly forbidden: RegExp;
  readonly example: string;
}

const everyRoom = ['shared', 'functions', 'infra', 'web', 'bench'];

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'types are not silenced',
    rooms: everyRoom,
    forbidden: /\bas any\b|\bas unknown as\b|<any>|:\s*any\b(?!\s+\w)|@ts-(?:ignore|nocheck|expect-error)/,
    example: 'const order = row as unknown as Order;',
  },
  {
    name: 'the linter is not silenced',
    rooms: [...everyRoom, 'test'],
    except: /^test\/architecture\//,
    forbidden: /eslint-disable|prettier-ignore/,
    example: '// eslint-disable-next-line',
  },
  {
    name: 'only web/live opens sockets',
    rooms: ['web'],
    except: /^web\/live\//,
    forbidden: /\bnew WebSocket\b|\bnew EventSource\b/,
    example: 'const socket = new WebSocket(url);',
  },
  {
    name: 'only web/api fetches',
    rooms: ['web'],
    except: /^web\/api\/|service-worker/,
    forbidden: /(?<![.\w])fetch\(|\bnew XMLHttpRequest\b/,
    example: "await fetch('/v1/account');",
  },
  {
    name: 'only web/sync keeps a database',
    rooms: ['web'],
    except: /^web\/sync\//,
    forbidden: /\bindexedDB\b/,
    example: "indexedDB.open('fieldline');",
  },
  {
    name: 'shared asks neither clock nor chance',
    rooms: ['shared'],
    forbidden: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/,
    example: 'const now = Date.now();',
  },
  {
    name: 'the environment is read in one place',
    rooms: ['functions'],
    except: /^functions\/platform\/environment\.ts$/,
    forbidden: /\bprocess\.env\b/,
    example: "const table = process.env['TABLE_NAME'];",
  },
  {
    name: 'functions never scan the table',
    rooms: ['functions'],
    forbidden: /\bScanCommand\b|\bpaginateScan\b/,
    example: 'await client.send(new ScanCommand({}));',
  },
  {
    name: 'nothing is put into pages as markup',
    rooms: ['web'],
    forbidden: /\{@html\b|\.innerHTML\s*=|\.insertAdjacentHTML\(/,
    example: '{@html note}',
  },
  {
    name: 'no test is skipped or singled out',
    rooms: ['test'],
    except: /^test\/architecture\//,
    forbidden: /\b(?:it|test|describe)\.(?:skip|only|todo)\(|\bfit\(|\bxit\(/,
    example: "it.skip('refuses', () => {});",
  },
];
