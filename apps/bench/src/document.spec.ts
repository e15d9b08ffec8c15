import { expect, it } from '@jest/globals';
import { withSection } from './document.js';

const document = `# Benchmarks

<!-- written by script/bench --write: from here -->

old

<!-- to here -->

What was tried.
`;

it('replaces the generated section and nothing else', () => {
  const once = withSection(document, 'new\n');
  expect(once).toBe(document.replace('old', 'new'));
  expect(withSection(once, 'new')).toBe(once);
});

it('refuses a document without the section', () => {
  expect(() => withSection('# Benchmarks\n', 'new')).toThrow('no section');
});
