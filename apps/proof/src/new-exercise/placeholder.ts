/**
 * Text an author has to replace stands between these marks: `‹What goes wrong, in a sentence›`. An exercise
 * that still holds one loads, but is refused by `verify:exercises`.
 */
export const placeholder = (ask: string): string => `‹${ask}›`;

/** The placeholders that are left in a text. */
export const placeholdersIn = (text: string): string[] => text.match(/‹[^‹›]+›/g) ?? [];
