import { Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Endpoint } from '../../../shared/protocol/endpoint.ts';
import { endpoints } from '../../../shared/protocol/endpoints.ts';
import { HouseFunction, type TokenSettings } from '../constructs/house-function.ts';
import type { StageSettings } from '../stages.ts';

interface ApiProps extends StackProps {
  readonly stage: StageSettings;
  readonly table: TableV2;
  readonly photos: Bucket;
  readonly liveEndpoint: string;
  readonly tokens: TokenSettings;
}

/** What anyone may read beside the route table: the API document and the page to try it. */
const docsPaths = ['/openapi.json', '/docs', '/docs/docs.js', '/docs/docs.css'];

/** The HTTP API: one route for each endpoint of the route table, with the authorizer in front of what is for staff. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { stage, table, photos, liveEndpoint, tokens, ...props }: ApiProps) {
    super(scope, id, props);
    const http = new HouseFunction(this, 'Http', { stage, entry: 'http' })
      .bindTable(table)
      .bindPhotos(photos)
      .bindWeb(stage.webOrigin)
      .bindSocketAddress(liveEndpoint)
      .bindTokens(tokens);
    const positions = new HouseFunction(this, 'Positions', { stage, entry: 'positions' })
      .bindTable(table)
      .bindTokens(tokens);
    const integrations = { http: integrationOf('Http', http), positions: integrationOf('Positions', positions) };
    const staff = new HttpJwtAuthorizer('Staff', tokens.issuer, { jwtAudience: [tokens.audience] });
    const api = new HttpApi(this, 'HttpApi', { apiName: `fieldline-${stage.name}` });
    for (const endpoint of endpoints.values()) {
      api.addRoutes({
        path: endpoint.path,
        methods: [HttpMethod[endpoint.method]],
        integration: integrations[endpoint.entry],
        authorizer: authorizerOf(endpoint, staff),
      });
    }
    const docs = integrationOf('Docs', new HouseFunction(this, 'Docs', { stage, entry: 'docs' }));
    for (const path of docsPaths) api.addRoutes({ path, methods: [HttpMethod.GET], integration: docs });
    api.addRoutes({ path: '/healthz', methods: [HttpMethod.GET], integration: integrations.http });
  }
}

// One permission for the whole API: one for each route would outgrow the 20 KB that a function's policy may have.
const integrationOf = (id: string, handler: HouseFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });

/** Customers' sessions are ours, not the pool's: the function itself verifies them. */
const authorizerOf = ({ access }: Endpoint, staff: IHttpRouteAuthorizer): IHttpRouteAuthorizer =>
  access.kind === 'staff' ? staff : new HttpNoneAuthorizer();
