import type { Format } from '../../ui/format.ts';
import { t } from '../messages.ts';
import type { BoardLine } from './board-lines.ts';
import type { ProposalVerdict } from './judge-proposal.ts';
import type { DropTarget, Proposal } from './proposal.ts';
import { addedWords, verdictTone, verdictWords } from './verdict-words.ts';

interface Held {
  readonly target: DropTarget | undefined;
  readonly proposal: Proposal | undefined;
  readonly verdict: ProposalVerdict | undefined;
}
interface Words {
  readonly format: Format;
  readonly lines: readonly BoardLine[];
}

/** What a drop would do, in words, with where and when it would be: for those who do not see where it hovers. */
export const proposalWords = ({ target, proposal, verdict }: Held, { format, lines }: Words): string => {
  if (!target) return '';
  if (target.kind === 'unassigned' || proposal?.kind === 'put-back') return t('unassigned.drop');
  const name = lines.find(({ id }) => id === target.lineId)?.name ?? '';
  return `${name}, ${format.weekdayAndTime(target.at)}: ${effectWords(proposal, verdict, format)}`;
};

/** What it would do, in words. */
export const effectWords = (
  proposal: Proposal | undefined,
  verdict: ProposalVerdict | undefined,
  format: Format,
): string => {
  if (!proposal || !verdict || proposal.kind === 'put-back') return '';
  const words = verdict.parts.length === 1 ? singleWords(verdict, format) : manyWords(verdict, format);
  const [first, second] = proposal.placements;
  if (proposal.kind === 'swap') return t('drop.swaps', { other: second?.appointment.subject ?? '', words });
  if (proposal.kind === 'join') return t('crew.joins', { words });
  if (proposal.kind === 'resize') return `${format.duration(first?.durationSeconds ?? 0)} · ${words}`;
  const mayBeSwapped = verdict.parts.length === 1 && reasonOf(verdict) === 'double-booking';
  return mayBeSwapped ? `${words} · ${t('drop.maySwap')}` : words;
};

export const proposalTone = ({ parts }: ProposalVerdict): 'fine' | 'risk' | 'late' => {
  const tones = parts.map(({ verdict }) => verdictTone(verdict));
  return tones.includes('late') ? 'late' : tones.includes('risk') ? 'risk' : 'fine';
};

const reasonOf = ({ parts }: ProposalVerdict): string | undefined => {
  const verdict = parts[0]?.verdict;
  return verdict?.kind === 'refused' ? verdict.reason : undefined;
};

const singleWords = ({ parts }: ProposalVerdict, format: Format): string =>
  parts[0] ? verdictWords(parts[0].verdict, format) : '';

/** How many of them fit, and of those that do not the first with its reason. */
const manyWords = (verdict: ProposalVerdict, format: Format): string => {
  const { parts } = verdict;
  const troubles = parts.filter(({ verdict }) => verdictTone(verdict) !== 'fine');
  const added = addedWords(verdict, format);
  const [worst] = [...troubles].sort(
    (a, b) => Number(b.verdict.kind === 'refused') - Number(a.verdict.kind === 'refused'),
  );
  if (!worst) return t('drop.manyKeep', { count: parts.length, added });
  const { subject } = worst.appointment;
  return t('drop.manyBreak', {
    trouble: troubles.length,
    total: parts.length,
    subject,
    what: verdictWords(worst.verdict, format),
  });
};
