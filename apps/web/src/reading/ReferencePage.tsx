import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { referenceQuery } from '../api/queries.js';
import { SkipLink } from '../shell/SkipLink.js';
import { useTitle } from '../shell/use-title.js';
import { PublicHeader } from './PublicHeader.js';
import { ReadingLayout } from './ReadingLayout.js';

const route = getRouteApi('/reference/$slug');

/** A page to look things up in. */
export function ReferencePage() {
  const { slug } = route.useParams();
  const { data: page } = useSuspenseQuery(referenceQuery(slug));
  useTitle(page.title);
  return (
    <>
      <SkipLink />
      <PublicHeader />
      <ReadingLayout {...page} above="Reference" />
    </>
  );
}
