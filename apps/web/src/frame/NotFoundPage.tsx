import { IconZoomQuestion } from '@tabler/icons-react';
import { LinkButton } from '../ui/LinkButton.js';
import { Notice } from '../ui/Notice.js';

export function NotFoundPage({ detail }: { readonly detail?: string }) {
  return (
    <Notice
      icon={IconZoomQuestion}
      title="There is nothing at this address"
      actions={
        <>
          <LinkButton to="/learn">Your four days</LinkButton>
          <LinkButton variant="default" to="/">
            Start page
          </LinkButton>
        </>
      }
    >
      <p>
        {detail ??
          'The link may be old, or a letter is missing. Everything there is can be reached from here.'}
      </p>
    </Notice>
  );
}
