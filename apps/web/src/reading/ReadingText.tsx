import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useState } from 'react';
import { Prose } from '../ui/Prose.js';
import classes from './reading.module.css';
import { VisuallyHidden } from '@mantine/core';

/** A page's text. Links inside Lakeproof don't reload it; the buttons on its code blocks copy them. */
export function ReadingText({ html }: { readonly html: string }) {
  const router = useRouter();
  const [said, setSaid] = useState('');

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest('button.code-copy');
    if (button) {
      const code = button.parentElement?.querySelector('pre')?.textContent ?? '';
      void navigator.clipboard.writeText(code).then(
        () => {
          setSaid('The code is copied.');
          showDone(button);
        },
        () => {
          setSaid('The browser did not allow copying. Select the code instead.');
        },
      );
      return;
    }
    const link = event.target.closest('a');
    const address = link?.getAttribute('href');
    if (!address?.startsWith('/') || hasOwnMeaning(event)) return;
    event.preventDefault();
    router.history.push(address);
  };

  return (
    // The click comes from a button or a link inside, which the keyboard reaches by itself.
    <div className={classes.text} onClick={onClick}>
      <Prose html={html} />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}

/** A click that asks the browser for a new tab, a new window or a download. */
const hasOwnMeaning = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

function showDone(button: Element): void {
  button.setAttribute('data-done', '');
  setTimeout(() => {
    button.removeAttribute('data-done');
  }, 1600);
}
