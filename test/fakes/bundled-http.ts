import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createServer } from 'node:http';
import { readAssembly } from '../../infra/local/cloud/assembly.ts';
import { cloudFunctions } from '../../infra/local/cloud/cloud-function.ts';
import { lambdaVariables } from '../../infra/local/cloud/function-environment.ts';
import { openFunctionHost } from '../../infra/local/cloud/function-host.ts';
import { resolveResources } from '../../infra/local/cloud/resolve.ts';
import { makeRuntimeFiles } from '../../infra/local/cloud/runtime-files.ts';
import { environmentNames } from '../../shared/protocol/environment.ts';
import { edgeSecretHeader } from '../../shared/protocol/headers.ts';
import { cloudAssembly } from '../cloud/cloud-assembly.ts';
import type { HttpEntry, HttpGround } from './http-world.ts';
import { testAudience, testIssuer } from './test-issuer.ts';

const edgeSecret = 'known-to-the-edge-of-this-test';

/** The HTTP entry as the cloud deploys it: its own bundle in a process of its own, with its template's variables. */
export const openBundledHttp = async ({ testTable, issuer, clock, faults }: HttpGround): Promise<HttpEntry> => {
  const [tablePort, keys, files] = await Promise.all([
    testTable.listen(),
    serveText(`{"keys":[${issuer.publicKey}]}`),
    makeRuntimeFiles(),
  ]);
  const definition = await bundleOf('Http');
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const settings: Readonly<Record<string, string>> = {
    [environmentNames.tableName]: testTable.table.name,
    [environmentNames.photoBucket]: 'photos',
    [environmentNames.liveEndpoint]: 'https://fieldline.test/live',
    [environmentNames.webOrigin]: 'https://fieldline.test',
    [environmentNames.tokenIssuer]: testIssuer,
    [environmentNames.tokenAudience]: testAudience,
    [environmentNames.edgeSecret]: edgeSecret,
  };
  const names = Object.keys(definition.variables);
  const host = await openFunctionHost({
    definition,
    variables: {
      ...lambdaVariables(definition, credentials, { DYNAMODB: tablePort.url, S3: 'https://photos.test' }),
      ...Object.fromEntries(names.map((name) => [name, settings[name] ?? ''])),
    },
    main: await files.mainOf(definition),
    clock: () => ({ standsAtMs: clock().getTime() }),
    hosts: { [new URL(testIssuer).host]: keys.url },
    log: (line) => {
      if (line.includes('"level":"ERROR"')) faults.push(new Error(line));
    },
  });
  return {
    handler: async (event: APIGatewayProxyEventV2) => {
      // What CloudFront adds to every request that it lets through.
      const throughEdge = { ...event, headers: { ...event.headers, [edgeSecretHeader]: edgeSecret } };
      return (await host.invoke(throughEdge)) as APIGatewayProxyStructuredResultV2;
    },
    close: async () => {
      await host.close();
      await Promise.all([tablePort.close(), keys.close(), files.remove()]);
    },
  };
};

const bundleOf = async (logicalName: string) => {
  const assembly = readAssembly(await cloudAssembly());
  const all = cloudFunctions(assembly, resolveResources(assembly, {}));
  const found = all.find(({ logicalId }) => logicalId.startsWith(logicalName));
  if (!found) throw new Error(`The templates declare no function ${logicalName}`);
  return found;
};

const serveText = async (text: string): Promise<{ url: string; close(): Promise<void> }> => {
  const server = createServer((_request, response) => response.end(text));
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
