/** The wishes in the order in which they are shown. */
export const wishNames = ['fairness', 'compactness', 'waiting', 'stability', 'overtime'] as const;
