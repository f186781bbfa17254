import { once } from 'node:events';
import { openTableEngine } from '../../infra/local/table-engine/table-engine.ts';

/** Serves an engine, prints its address, and ends when its input ends. */
const engine = await openTableEngine({ folder: process.argv[2] ?? '' });
const { url, close } = await engine.listen();
console.log(url);
process.stdin.resume();
await once(process.stdin, 'end');
await close();
await engine.close();
