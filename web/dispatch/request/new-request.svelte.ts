import type { Api } from '../../api/api.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { Priority } from '../../../shared/model/priority.ts';
import type { BodyOf, ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { createServiceRequest } from '../../../shared/protocol/endpoints/service-requests.ts';
import { t } from '../messages.ts';
import { fieldWords } from '../state/field-words.ts';
import { problemWords } from '../state/problem-words.ts';

type Told = BodyOf<typeof createServiceRequest>;

/** What an agent writes down during a call. Nothing is lost by a refusal: the fields keep what was said. */
export class NewRequestForm {
  kind: Told['kind'] = $state('fault');
  channel: Told['channel'] = $state('phone');
  subject = $state('');
  description = $state('');
  name = $state('');
  phone = $state('');
  email = $state('');
  addressText = $state('');
  longitude: number | null | undefined = $state();
  latitude: number | null | undefined = $state();
  priority: Priority | '' = $state('');
  workTypeId = $state('');
  customerId = $state('');
  siteId = $state('');
  assetId = $state('');
  busy = $state(false);
  problem: ApiProblem | undefined = $state.raw();
  /** What went wrong beside the fields. */
  failure = $state('');

  readonly position: Position | undefined = $derived(
    typeof this.longitude === 'number' && typeof this.latitude === 'number'
      ? [this.longitude, this.latitude]
      : undefined,
  );

  placeAt([longitude, latitude]: Position): void {
    this.longitude = longitude;
    this.latitude = latitude;
  }

  /** The server's word on a field. */
  errorOf(field: string): string | undefined {
    const error = this.problem?.fieldError(field);
    if (!error) return undefined;
    return this.#isEmpty(field) ? t('field.required') : fieldWords(error);
  }

  #isEmpty(field: string): boolean {
    const required: Readonly<Record<string, string>> = {
      subject: this.subject,
      'contact.name': this.name,
      'place.addressText': this.addressText,
      'place.location': this.position ? 'given' : '',
    };
    return required[field]?.trim() === '';
  }

  async send(api: Api): Promise<ResponseOf<typeof createServiceRequest> | undefined> {
    this.busy = true;
    this.problem = undefined;
    this.failure = '';
    try {
      return await api.call(createServiceRequest, { body: this.#told() });
    } catch (fault) {
      if (fault instanceof ApiProblem) this.problem = fault;
      if (!this.problem?.problem.errors?.length) this.failure = problemWords(fault);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #told(): Told {
    return {
      kind: this.kind,
      channel: this.channel,
      subject: this.subject,
      contact: { name: this.name, ...given('phone', dialled(this.phone)), ...given('email', this.email) },
      // Absent coordinates are sent as an impossible place, so that the server names the field.
      place: { location: this.position ?? [0, 0], addressText: this.addressText },
      ...given('description', this.description),
      ...given('workTypeId', this.workTypeId),
      ...given('customerId', this.customerId),
      ...given('siteId', this.siteId),
      ...given('assetId', this.assetId),
      ...(this.priority === '' ? {} : { priority: this.priority }),
    };
  }
}

/** Without the spaces, brackets and dashes that people write. */
export const dialled = (phone: string): string => phone.replaceAll(/[\s().-]/g, '');

const given = <Name extends string>(name: Name, value: string): { [K in Name]?: string } => {
  const trimmed = value.trim();
  const fields: { [K in Name]?: string } = {};
  if (trimmed !== '') fields[name] = trimmed;
  return fields;
};
