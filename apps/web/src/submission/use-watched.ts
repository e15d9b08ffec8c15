import { isUnderWay } from '@lakeproof/contracts';
import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { standingChanged } from '../learn/queries.js';
import { listen } from '../live/stream.js';
import { nothingSeen, watch, type Watched } from './progress.js';
import { submissionQuery } from './queries.js';

const pollEvery = 1500;
/** Also with a stream: an event that got lost on the way costs seconds, not the result. */
const pollBesideStream = 10_000;

/** What was told of it so far: kept when a page is built anew, because nobody tells it again. */
const seenQuery = (id: string) =>
  queryOptions<Watched>({ queryKey: ['seen', id], queryFn: skipToken, staleTime: Infinity });

/** A submission with its verdict once it has one; until then, what is seen of it live. Mount it once per id. */
export function useWatched(id: string) {
  const client = useQueryClient();
  const { data: seen = nothingSeen } = useQuery(seenQuery(id));
  const [polling, setPolling] = useState(false);
  const query = useQuery({
    ...submissionQuery(id),
    refetchInterval: ({ state: { data } }) => {
      if (data && !isUnderWay(data.state)) return false;
      return polling ? pollEvery : pollBesideStream;
    },
  });
  const submission = query.data;
  const ended = submission !== undefined && !isUnderWay(submission.state);
  const exercise = submission?.exercise;

  useEffect(() => {
    if (exercise === undefined || ended) return;
    const askAgain = () => {
      void client.invalidateQueries({ queryKey: submissionQuery(id).queryKey });
    };
    return listen(id, {
      onEvent: (event) => {
        client.setQueryData<Watched>(seenQuery(id).queryKey, (before = nothingSeen) => watch(before, event));
        if (event.type === 'state' && !isUnderWay(event.state)) askAgain();
      },
      onStartOver: askAgain,
      onLost: () => {
        setPolling(true);
      },
      onBack: () => {
        setPolling(false);
      },
    });
  }, [client, ended, exercise, id]);

  useEffect(() => {
    if (ended && exercise !== undefined) standingChanged(client, exercise);
  }, [client, ended, exercise]);

  return { query, submission, ended, seen: startingFrom(seen, submission) };
}

/** Before the first event, the answer to GET is all that is known. */
function startingFrom(
  seen: Watched,
  submission: Pick<Watched, 'state' | 'position' | 'again'> | undefined,
): Watched {
  if (seen !== nothingSeen || !submission) return seen;
  const { state, position, again } = submission;
  return { ...nothingSeen, state, position, again };
}
