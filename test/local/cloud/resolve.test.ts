import { expect, test } from 'vitest';
import { type LocalValuesByType, resolveResources } from '../../../infra/local/cloud/resolve.ts';
import { anAssembly } from './an-assembly.ts';

const resolved = (value: unknown, local: LocalValuesByType = {}) => {
  const queue = { stack: 'base', logicalId: 'Queue', type: 'AWS::SQS::Queue' };
  const table = { logicalId: 'Table', type: 'AWS::DynamoDB::Table', properties: { TableName: 'fieldline' } };
  const asking = { logicalId: 'Asking', type: 'AWS::Lambda::Function', properties: { value } };
  const exports = { 'base:queue': { stack: 'base', value: { 'Fn::GetAtt': ['Queue', 'Arn'] } } };
  const all = resolveResources(anAssembly([queue, table, asking], exports), local);
  return all.find(({ logicalId }) => logicalId === 'Asking')?.properties['value'];
};

test('a reference is the physical name, an attribute the ARN, whatever it stands in', () => {
  expect(resolved({ Ref: 'Table' })).toBe('fieldline');
  expect(resolved({ 'Fn::GetAtt': ['Table', 'Arn'] })).toBe('arn:aws:dynamodb:us-east-1:000000000000:table/fieldline');
  expect(resolved({ list: [{ Ref: 'Table' }, 3, null] })).toEqual({ list: ['fieldline', 3, null] });
});

test('what another stack exports is resolved in that stack', () => {
  expect(resolved({ 'Fn::ImportValue': 'base:queue' })).toBe('arn:aws:sqs:us-east-1:000000000000:base-Queue');
  expect(() => resolved({ 'Fn::ImportValue': 'base:nothing' })).toThrow('No stack exports base:nothing');
});

test('texts are joined, split, chosen from and filled in', () => {
  expect(resolved({ 'Fn::Join': ['/', ['a', { Ref: 'Table' }]] })).toBe('a/fieldline');
  expect(resolved({ 'Fn::Select': [2, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] })).toBe('dynamodb');
  expect(resolved({ 'Fn::Sub': '${Table} in ${AWS::Region} ${!kept}' })).toBe('fieldline in us-east-1 ${!kept}');
  expect(resolved({ 'Fn::Sub': ['${it} of ${Table.Arn}', { it: { Ref: 'AWS::AccountId' } }] })).toBe(
    '000000000000 of arn:aws:dynamodb:us-east-1:000000000000:table/fieldline',
  );
});

test('what this machine has instead stands in the place of what AWS would give', () => {
  const local = {
    'AWS::DynamoDB::Table': { ref: () => 'here', attributes: { StreamArn: () => 'stream here' } },
  };
  expect(resolved({ Ref: 'Table' }, local)).toBe('here');
  expect(resolved({ 'Fn::GetAtt': ['Table', 'StreamArn'] }, local)).toBe('stream here');
});

test('a function of CloudFormation that is not known is an error', () => {
  expect(() => resolved({ 'Fn::Cidr': [] })).toThrow('knows no Fn::Cidr');
  expect(() => resolved({ 'Fn::GetAtt': ['Nobody', 'Arn'] })).toThrow('Nobody');
});
