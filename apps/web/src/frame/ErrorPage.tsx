import { Button } from '@mantine/core';
import { IconCloudOff, IconRipple } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isNotFound, isTemporary, sentenceOf } from '../api/errors.js';
import { Notice } from '../ui/Notice.js';
import { NotFoundPage } from './NotFoundPage.js';

const tryAgainAfter = 5000;

/** Whatever a page could not load or show. Tries again by itself when that may help. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  const temporary = isTemporary(error);

  useEffect(() => {
    boundary.reset();
    if (!temporary) return;
    const again = () => {
      void router.invalidate();
    };
    const timer = setInterval(again, tryAgainAfter);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [boundary, router, temporary]);

  if (isNotFound(error)) return <NotFoundPage detail={sentenceOf(error)} />;
  return (
    <Notice
      icon={temporary ? IconCloudOff : IconRipple}
      title={temporary ? 'No connection to Lakeproof' : 'This page could not be shown'}
      actions={
        <>
          <Button
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            Try again
          </Button>
          <Button variant="default" component="a" href="/">
            Start page
          </Button>
        </>
      }
    >
      <p role="alert">{sentenceOf(error)}</p>
    </Notice>
  );
}
