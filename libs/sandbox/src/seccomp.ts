import profile from './seccomp.json' with { type: 'json' };

/**
 * The system calls of a sandbox, as the engine takes them: an allow-list for 64-bit programs alone.
 * docs/security.md says what Docker's own profile allows beyond it, and why.
 */
export const seccompProfile = JSON.stringify(profile);
