import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { referenceQuery } from './queries.js';
import { ReadingLayout } from './ReadingLayout.js';

const route = getRouteApi('/public/reference/$slug');

/** A page to look things up in. */
export function ReferencePage() {
  const { slug } = route.useParams();
  const { data: page } = useSuspenseQuery(referenceQuery(slug));
  return <ReadingLayout {...page} above="Reference" />;
}
