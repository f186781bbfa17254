/** The two tables of a run: a composite text key with every kind of index, and a lone numeric key. */
export function tableRequests(suffix: string) {
  const attribute = (AttributeName: string, AttributeType: string) => ({ AttributeName, AttributeType });
  const key = (hash: string, range?: string) => [
    { AttributeName: hash, KeyType: 'HASH' },
    ...(range ? [{ AttributeName: range, KeyType: 'RANGE' }] : []),
  ];
  const index = (IndexName: string, KeySchema: unknown, ProjectionType: string, NonKeyAttributes?: string[]) => ({
    IndexName,
    KeySchema,
    Projection: { ProjectionType, ...(NonKeyAttributes && { NonKeyAttributes }) },
  });
  return [
    {
      TableName: `composite-${suffix}`,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [attribute('pk', 'S'), attribute('sk', 'S'), attribute('g1', 'S'), attribute('g2', 'N')],
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: [
        index('all', key('g1', 'g2'), 'ALL'),
        index('keys', key('g2'), 'KEYS_ONLY'),
        index('some', key('g1', 'sk'), 'INCLUDE', ['n', 'doc']),
      ],
    },
    {
      TableName: `lone-${suffix}`,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [attribute('id', 'N'), attribute('b1', 'B')],
      KeySchema: key('id'),
      GlobalSecondaryIndexes: [index('bytes', key('b1', 'id'), 'ALL')],
    },
  ];
}
