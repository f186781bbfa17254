import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says to the rule packs of the tests why a finding is meant to be so; the reason is for a reviewer. */
export const acknowledge = (construct: IConstruct, reason: string, ...ids: readonly string[]): void => {
  for (const id of ids) Validations.of(construct).acknowledge({ id, reason });
};

/** The same for a resource's name with a wildcard in it: this one name, no other. */
export const acknowledgeWildcard = (construct: IConstruct, reason: string, resource: string): void =>
  acknowledge(construct, reason, `AwsSolutions-IAM5[Resource::${asFound(Stack.of(construct).resolve(resource))}]`);

/** A name as the packs write it: references in angle brackets. */
const asFound = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asFound).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument] = []] = Object.entries(value);
  if (intrinsic === 'Fn::Join' && Array.isArray(argument)) return asFound(argument[1]);
  return `<${Array.isArray(argument) ? argument.join('.') : String(argument)}>`;
};
