export interface Company {
  readonly name: string;
  readonly phone?: string | undefined;
}

const key = 'fieldline.company.1';

/** The company of the last appointment seen in this tab, so that an ended link still says whom to call. */
export const knownCompany = (storage: Pick<Storage, 'getItem'>): Company | undefined =>
  JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;

export const rememberCompany = (storage: Pick<Storage, 'setItem'>, company: Company): void =>
  storage.setItem(key, JSON.stringify(company));
