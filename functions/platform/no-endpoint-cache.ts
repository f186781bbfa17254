/** Stands in bundles in the place of the SDK's cache of discovered endpoints: DynamoDB's are known by region, none is ever discovered. */
export class EndpointCache {}
