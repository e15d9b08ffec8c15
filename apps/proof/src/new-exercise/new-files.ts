/** Content by path below the exercise's folder; objects are written as JSON. */
export type NewFiles = Readonly<Record<string, string | object>>;
