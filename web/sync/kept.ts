import type { MutationName } from '../../shared/model/mutation.ts';
import type { MutationResult, PullAnswer } from '../../shared/protocol/sync.ts';

/** One installation of the page: how far its numbers have come, and how the server stood to it. */
export interface Installation {
  /** Fresh after every wipe, so that numbers never meet twice. */
  readonly clientId: string;
  readonly nextId: number;
  /** What to add to the device's clock to get the server's, as last measured, milliseconds. */
  readonly offsetMilliseconds: number;
  /** When the server last said that nothing newer is there; by the server's clock, milliseconds since the epoch. */
  readonly syncedAt?: number;
  /** The tag of the kept view. */
  readonly viewEtag?: string;
}

/** A change as the technician made it. It stays until the server's view contains it. */
export interface KeptMutation {
  readonly id: number;
  readonly name: MutationName;
  readonly args: MutationArgs;
  /** The appointment's version that he saw. */
  readonly baseVersion?: number;
  /** What the device's clock said, uncorrected. */
  readonly recordedAt: string;
  /** What the page spoke when it was made. */
  readonly schemaVersion: number;
  /** `answered`: the server has it; it is shown until a view brings its effect. */
  readonly state: 'unsent' | 'answered';
}

export type MutationArgs = Readonly<Record<string, unknown>> & { readonly appointmentId: string };

/** A change that the server refused, merged or doubted, kept until the technician has seen it. */
export interface KeptResult {
  readonly id: number;
  readonly mutation: KeptMutation;
  readonly result: MutationResult;
}

/** A photo or signature by the hash of its content; sent apart from the change that names it. Its bytes lie beside it. */
export interface KeptFile {
  /** The same picture may belong to two appointments. */
  readonly key: string;
  readonly contentHash: string;
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly sizeBytes: number;
  readonly appointmentId: string;
  /** `refused`: the server does not take it; the bytes stay until the technician gives them up. */
  readonly state: 'unsent' | 'sent' | 'refused';
}

/** The technician's small view as the server last sent it. */
export interface KeptView {
  readonly etag: string;
  readonly body: PullAnswer;
}

/** All that the phone knows but the bytes of its files. */
export interface Contents {
  readonly installation: Installation;
  readonly outbox: readonly KeptMutation[];
  readonly results: readonly KeptResult[];
  readonly files: readonly KeptFile[];
  readonly view: KeptView | undefined;
}
