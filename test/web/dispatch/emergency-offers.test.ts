import { describe, expect, it } from 'vitest';
import { emergencyOffers } from '../../../web/dispatch/emergency/emergency-offers.ts';
import { aCandidate } from '../../builders/a-candidate.ts';
import { tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const at = (time: string) => `${tuesday}T${time}:00.000Z`;
const pushed = (breaksPromise: boolean, delaySeconds = 600) => ({
  appointmentId: anId('appointment'),
  plannedStartAt: at('16:00'),
  delaySeconds,
  breaksPromise,
});

describe('Who goes to an emergency', () => {
  it('is first who is there soonest, whatever else speaks for others', () => {
    const [later, sooner] = [
      aCandidate({ plannedStartAt: at('14:20'), score: 99 }),
      aCandidate({ plannedStartAt: at('14:10'), score: 10 }),
    ];
    expect(emergencyOffers([later, sooner])).toEqual([sooner, later]);
  });

  it('is rather somebody twenty minutes later than one who breaks a promise', () => {
    const breaking = aCandidate({ plannedStartAt: at('14:00'), moves: [pushed(true)] });
    const keeping = aCandidate({ plannedStartAt: at('14:20') });
    expect(emergencyOffers([breaking, keeping])[0]).toBe(keeping);
  });

  it('may let others wait who still get what they were told', () => {
    const delaying = aCandidate({ plannedStartAt: at('14:00'), moves: [pushed(false)] });
    const keeping = aCandidate({ plannedStartAt: at('14:20') });
    expect(emergencyOffers([keeping, delaying])[0]).toBe(delaying);
  });

  it('is one of three at most', () => {
    expect(emergencyOffers(Array.from({ length: 5 }, () => aCandidate()))).toHaveLength(3);
  });
});
