import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { PositionFix } from '../../../shared/model/position-fix.ts';

/** What an app sent, as far as it is understood. */
export interface TrackerMessage {
  /** What it says to prove whose it is; absent where it says nothing. */
  readonly secret: string | undefined;
  /** Empty for messages of other kinds and for what cannot be true. */
  readonly fixes: readonly PositionFix[];
}
/** Reads one kind of app's requests; never refuses. */
export type TrackerReader = (event: APIGatewayProxyEventV2) => TrackerMessage;

export type Fields = Readonly<Record<string, unknown>>;

/** The body as JSON; no fields where it is empty or something else. */
export const jsonFields = (event: APIGatewayProxyEventV2): Fields => {
  try {
    return fieldsIn(JSON.parse(textOf(event)));
  } catch {
    return {};
  }
};

/** Query and form together: apps of the OsmAnd protocol use either with any method. */
export const formFields = (event: APIGatewayProxyEventV2): Fields => {
  const text = textOf(event);
  const form = text.startsWith('{') ? {} : Object.fromEntries(new URLSearchParams(text));
  return { ...Object.fromEntries(new URLSearchParams(event.rawQueryString)), ...form };
};

export const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
