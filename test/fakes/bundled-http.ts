import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createServer } from 'node:http';
import { readAssembly } from '../../infra/local/cloud/assembly.ts';
import { cloudFunctions } from '../../infra/local/cloud/cloud-function.ts';
import { lambdaVariables } from '../../infra/local/cloud/function-environment.ts';
import { entryFor } from '../../infra/local/front/entry-for.ts';
import { openFunctionHost, type FunctionHost } from '../../infra/local/cloud/function-host.ts';
import { resolveResources } from '../../infra/local/cloud/resolve.ts';
import { makeRuntimeFiles } from '../../infra/local/cloud/runtime-files.ts';
import { environmentNames } from '../../shared/protocol/environment.ts';
import { edgeSecretHeader } from '../../shared/protocol/headers.ts';
import { cloudAssembly } from '../cloud/cloud-assembly.ts';
import type { HttpEntry, HttpGround } from './http-ground.ts';
import { testAudience, testIssuer } from './test-issuer.ts';

const edgeSecret = 'known-to-the-edge-of-this-test';

/** The API's entries as the cloud deploys them: each bundle in a process of its own, with its template's variables. */
export const openBundledHttp = async (ground: HttpGround): Promise<HttpEntry> => {
  const [tablePort, keys, photos, files] = await Promise.all([
    ground.testTable.listen(),
    serveText(200, `{"keys":[${ground.issuer.publicKey}]}`),
    // A bucket in which nothing lies: S3 says so by 403.
    serveText(403, ''),
    makeRuntimeFiles(),
  ]);
  const opened = new Map<string, Promise<FunctionHost>>();
  const hostOf = (entry: string): Promise<FunctionHost> => {
    const host =
      opened.get(entry) ??
      openHost(entry, ground, { tableUrl: tablePort.url, keysUrl: keys.url, photosUrl: photos.url, files });
    opened.set(entry, host);
    return host;
  };
  return {
    handler: async (event: APIGatewayProxyEventV2) => {
      const host = await hostOf(entryFor(event.requestContext.http.method, event.rawPath));
      // What CloudFront adds to every request that it lets through.
      const throughEdge = { ...event, headers: { ...event.headers, [edgeSecretHeader]: edgeSecret } };
      return (await host.invoke(throughEdge)) as APIGatewayProxyStructuredResultV2;
    },
    close: async () => {
      for (const host of opened.values()) await (await host).close();
      await Promise.all([tablePort.close(), keys.close(), photos.close(), files.remove()]);
    },
  };
};

interface Surroundings {
  readonly tableUrl: string;
  readonly keysUrl: string;
  readonly photosUrl: string;
  readonly files: Awaited<ReturnType<typeof makeRuntimeFiles>>;
}

const openHost = async (
  entry: string,
  { testTable, clock, faults }: HttpGround,
  { tableUrl, keysUrl, photosUrl, files }: Surroundings,
): Promise<FunctionHost> => {
  const definition = await bundleOf(`${entry[0]?.toUpperCase()}${entry.slice(1)}`);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const settings: Readonly<Record<string, string>> = {
    [environmentNames.tableName]: testTable.table.name,
    [environmentNames.photoBucket]: 'photos',
    [environmentNames.roadBucket]: 'roads',
    [environmentNames.roadNetwork]: 'none',
    [environmentNames.routingService]: 'none',
    [environmentNames.geocoder]: 'none',
    [environmentNames.liveEndpoint]: 'https://fieldline.test/live',
    [environmentNames.webOrigin]: 'https://fieldline.test',
    [environmentNames.tokenIssuer]: testIssuer,
    [environmentNames.tokenAudience]: testAudience,
    [environmentNames.edgeSecret]: edgeSecret,
    [environmentNames.coverageKey]: 'test',
  };
  const names = Object.keys(definition.variables);
  return openFunctionHost({
    definition,
    variables: {
      ...lambdaVariables(definition, credentials, { DYNAMODB: tableUrl, S3: photosUrl }),
      ...Object.fromEntries(names.map((name) => [name, settings[name] ?? ''])),
    },
    main: await files.mainOf(definition),
    clock: () => ({ standsAtMs: clock().getTime() }),
    hosts: { [new URL(testIssuer).host]: keysUrl },
    log: (line) => {
      if (line.includes('"level":"ERROR"')) faults.push(new Error(line));
    },
  });
};

const bundleOf = async (logicalName: string) => {
  const assembly = readAssembly(await cloudAssembly());
  const all = cloudFunctions(assembly, resolveResources(assembly, {}));
  const found = all.find(({ logicalId }) => logicalId.startsWith(logicalName));
  if (!found) throw new Error(`The templates declare no function ${logicalName}`);
  return found;
};

const serveText = async (status: number, text: string): Promise<{ url: string; close(): Promise<void> }> => {
  const server = createServer((_request, response) => response.writeHead(status).end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
