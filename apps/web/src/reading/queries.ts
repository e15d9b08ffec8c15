import {
  articleViewSchema,
  lessonViewSchema,
  outlineSchema,
  referenceViewSchema,
} from '@lakeproof/contracts';
import { queryOptions } from '@tanstack/react-query';
import { contentStaleTime } from '../api/query-client.js';
import { request } from '../api/request.js';

export const outlineQuery = queryOptions({
  queryKey: ['outline'],
  queryFn: ({ signal }) => request(outlineSchema, '/outline', { signal }),
  staleTime: contentStaleTime,
});

export const lessonQuery = (day: string, slug: string) =>
  queryOptions({
    queryKey: ['lesson', day, slug],
    queryFn: ({ signal }) => request(lessonViewSchema, `/days/${day}/lessons/${slug}`, { signal }),
    staleTime: contentStaleTime,
  });

export const articleQuery = (slug: string) =>
  queryOptions({
    queryKey: ['article', slug],
    queryFn: ({ signal }) => request(articleViewSchema, `/articles/${slug}`, { signal }),
    staleTime: contentStaleTime,
  });

export const referenceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['reference', slug],
    queryFn: ({ signal }) => request(referenceViewSchema, `/reference/${slug}`, { signal }),
    staleTime: contentStaleTime,
  });
