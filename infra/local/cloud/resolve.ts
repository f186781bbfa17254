import { localRegion } from '../stand-ins/local-credentials.ts';
import type { Assembly, DeclaredResource } from './assembly.ts';

/** A resource whose references have become values of this machine. */
export interface Resource extends Omit<DeclaredResource, 'properties'> {
  /** What CloudFormation would name it: stack and logical id, or the name that the template gives. */
  readonly name: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What stands for a resource here, by its type: what Ref gives, and attributes. What is not said is made up from name and ARN. */
export interface LocalValues {
  readonly ref?: (resource: Named) => string;
  readonly attributes?: Readonly<Record<string, (resource: Named) => string>>;
}
export type LocalValuesByType = Readonly<Record<string, LocalValues>>;
interface Named {
  readonly name: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export const localAccount = '000000000000';

/** All resources of all stacks, their Ref, Fn::GetAtt, Fn::ImportValue and so on resolved to values of this machine. */
export function resolveResources(assembly: Assembly, local: LocalValuesByType): Resource[] {
  const resolver = new Resolver(assembly, local);
  return assembly.resources.map((one) => {
    const { name, arn } = resolver.named(one);
    const resolved: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(one.properties)) resolved[key] = resolver.resolve(one.stack, value);
    return { ...one, name, arn, properties: resolved };
  });
}

class Resolver {
  readonly #assembly: Assembly;
  readonly #local: LocalValuesByType;
  readonly #byId: ReadonlyMap<string, DeclaredResource>;

  constructor(assembly: Assembly, local: LocalValuesByType) {
    this.#assembly = assembly;
    this.#local = local;
    this.#byId = new Map(assembly.resources.map((one) => [`${one.stack}/${one.logicalId}`, one]));
  }

  named({ stack, logicalId, type, properties }: DeclaredResource): Named {
    const given = properties[nameProperties[type] ?? ''];
    const name = typeof given === 'string' ? given : `${stack}-${logicalId}`;
    return { name, arn: arnOf(type, name), properties };
  }

  resolve(stack: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.resolve(stack, one));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [[key = '', argument] = []] = entries;
    if (entries.length === 1 && (key === 'Ref' || key.startsWith('Fn::'))) return this.#call(stack, key, argument);
    return Object.fromEntries(entries.map(([name, one]) => [name, this.resolve(stack, one)]));
  }

  #call(stack: string, name: string, argument: unknown): unknown {
    const parts = (): unknown[] => [this.resolve(stack, argument)].flat(1);
    switch (name) {
      case 'Ref':
        return this.#ref(stack, String(argument));
      case 'Fn::GetAtt': {
        const [id = '', ...attribute] = [argument].flat().join('.').split('.');
        return this.#attribute(stack, id, attribute.join('.'));
      }
      case 'Fn::ImportValue':
        return this.#imported(String(this.resolve(stack, argument)));
      case 'Fn::Join': {
        const [separator, values] = parts();
        return [values].flat().join(String(separator));
      }
      case 'Fn::Split': {
        const [separator, text] = parts();
        return String(text).split(String(separator));
      }
      case 'Fn::Select': {
        const [index, values] = parts();
        return [values].flat()[Number(index)];
      }
      case 'Fn::Sub':
        return this.#sub(stack, parts());
      default:
        throw new Error(`The runner knows no ${name}, which the template of ${stack} uses`);
    }
  }

  #ref(stack: string, id: string): unknown {
    const pseudo = pseudoParameters[id];
    if (pseudo !== undefined) return pseudo;
    if (id === 'AWS::StackName' || id === 'AWS::StackId') return stack;
    const resource = this.#byId.get(`${stack}/${id}`);
    if (!resource) return this.resolve(stack, this.#assembly.parameter(stack, id));
    const named = this.named(resource);
    return this.#local[resource.type]?.ref?.(named) ?? (refIsArn.has(resource.type) ? named.arn : named.name);
  }

  #attribute(stack: string, id: string, attribute: string): string {
    const resource = this.#byId.get(`${stack}/${id}`);
    if (!resource)
      throw new Error(`The template of ${stack} asks for ${attribute} of ${id}, which it does not declare`);
    const named = this.named(resource);
    const given = this.#local[resource.type]?.attributes?.[attribute]?.(named);
    if (given !== undefined) return given;
    return attribute.endsWith('Arn') ? named.arn : `${named.name}.${attribute}`;
  }

  #imported(name: string): unknown {
    const exported = this.#assembly.exports.get(name);
    if (!exported) throw new Error(`No stack exports ${name}`);
    return this.resolve(exported.stack, exported.value);
  }

  #sub(stack: string, [text, variables]: readonly unknown[]): string {
    const own = new Map(Object.entries(typeof variables === 'object' && variables !== null ? variables : {}));
    return String(text).replaceAll(/\$\{([^!}][^}]*)\}/g, (_whole, name: string) => {
      if (own.has(name)) return String(own.get(name));
      const [id = '', ...attribute] = name.split('.');
      return String(attribute.length > 0 ? this.#attribute(stack, id, attribute.join('.')) : this.#ref(stack, id));
    });
  }
}

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Region': localRegion,
  'AWS::AccountId': localAccount,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': '',
};

/** Where a template may give the physical name. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SQS::Queue': 'QueueName',
};

/** For these CloudFormation's Ref is the ARN. */
const refIsArn = new Set(['AWS::SNS::Topic', 'AWS::Lambda::Version', 'AWS::Lambda::Alias', 'AWS::WAFv2::WebACL']);

/** Unique for every resource; as AWS writes it where something is found by it. */
function arnOf(type: string, name: string): string {
  const [, service = '', kind = ''] = type.toLowerCase().split('::');
  const at = `arn:aws:${service}:${localRegion}:${localAccount}:`;
  if (type === 'AWS::SQS::Queue') return at + name;
  if (service === 'dynamodb') return `${at}table/${name}`;
  if (service === 's3') return `arn:aws:s3:::${name}`;
  return `${at}${kind}:${name}`;
}
