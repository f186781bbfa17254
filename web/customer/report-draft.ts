import type { BodyOf, ResponseOf } from '../../shared/protocol/endpoint.ts';
import type { EndpointOf } from '../api/route.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { FieldErrorCode } from '../../shared/protocol/problem.ts';
import { coordinatesOf } from './coordinates.ts';
import { isPhoneNumber, phoneNumberOf } from './phone-number.ts';
import type { createReport, getReportForm } from './routes.ts';

export type ReportForm = ResponseOf<EndpointOf<typeof getReportForm>>;
export type Report = BodyOf<EndpointOf<typeof createReport>>;
export type ReportAnswer = ResponseOf<EndpointOf<typeof createReport>>;

/** What was entered so far, as text. */
export interface ReportDraft {
  kind: Report['kind'];
  workTypeId: string;
  subject: string;
  description: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  /** Latitude, longitude. */
  coordinates: string;
}

export type ReportField = 'subject' | 'description' | 'name' | 'phone' | 'email' | 'address' | 'coordinates';

export const emptyDraft = (form: ReportForm): ReportDraft => ({
  kind: 'fault',
  workTypeId: '',
  subject: '',
  description: '',
  name: '',
  phone: '',
  email: '',
  address: form.asset?.place.addressText ?? '',
  coordinates: '',
});

/** Fields that cannot be sent as they stand; the server's own check follows. */
export const missingFields = (draft: ReportDraft, form: ReportForm): ReportField[] => {
  const phone = phoneNumberOf(draft.phone);
  const wrong: Readonly<Record<ReportField, boolean>> = {
    subject: draft.subject.trim() === '',
    description: false,
    address: draft.address.trim() === '',
    coordinates: placeOf(draft, form) === undefined,
    name: draft.name.trim() === '',
    phone: phone === '' ? draft.email.trim() === '' : !isPhoneNumber(phone),
    email: draft.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(draft.email.trim()),
  };
  return fields.filter((field) => wrong[field]);
};

/** The request that the draft makes; undefined while it has no place. */
export const reportOf = (draft: ReportDraft, form: ReportForm): Report | undefined => {
  const location = placeOf(draft, form);
  if (location === undefined) return undefined;
  const phone = phoneNumberOf(draft.phone);
  return {
    kind: draft.kind,
    subject: draft.subject.trim(),
    ...filled('description', draft.description),
    contact: { name: draft.name.trim(), ...filled('phone', phone), ...filled('email', draft.email) },
    place: { location, addressText: draft.address.trim() },
    ...(draft.kind === 'fault' ? filled('workTypeId', draft.workTypeId) : {}),
    ...(form.asset === undefined ? {} : { assetId: form.asset.id }),
  };
};

/** The fields that the server did not accept. */
export const refusedFields = (fault: unknown): ReportField[] => {
  if (!(fault instanceof ApiProblem)) return [];
  return fields.filter((field) => fault.fieldError(wirePath[field]) !== undefined);
};

/** What the server says is wrong with a field, as a code, where it says so. */
export const refusedCode = (fault: unknown, field: ReportField): FieldErrorCode | undefined =>
  fault instanceof ApiProblem ? fault.fieldError(wirePath[field])?.code : undefined;

/** In the order of the form, so that the first wrong one is the one to go to. */
const fields: readonly ReportField[] = ['subject', 'description', 'address', 'coordinates', 'name', 'phone', 'email'];

const wirePath: Readonly<Record<ReportField, string>> = {
  subject: 'subject',
  description: 'description',
  address: 'place.addressText',
  coordinates: 'place.location',
  name: 'contact.name',
  phone: 'contact.phone',
  email: 'contact.email',
};

const placeOf = (draft: ReportDraft, form: ReportForm) =>
  draft.coordinates.trim() === '' ? form.asset?.place.location : coordinatesOf(draft.coordinates);

const filled = <Name extends string>(name: Name, text: string): { [key in Name]?: string } => {
  const trimmed = text.trim();
  const one: { [key in Name]?: string } = {};
  if (trimmed !== '') one[name] = trimmed;
  return one;
};
