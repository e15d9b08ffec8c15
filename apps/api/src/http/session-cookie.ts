/** The cookie that holds a signed session id, and nothing else. */
export const sessionCookie = 'lakeproof.sid';
