/** Names what finds the routes; a plan that was made by another is not replayed. */
export const solverVersion = 'sisr-4';
