/** Why something cannot be stated of a service (domain/service-health). */
export const serviceReasons = {
  serviceUnknown: 'This cloud has no such service.',
  momentAhead: 'This moment has not come yet. Give one that has passed.',
  wordsMissing: 'Write it in both languages.',
  incidentOfFeed: 'A feed states this incident, so only the feed changes it. Correct it there.',
  incidentEnded: 'The incident is over. State a new one if it goes on.',
  feedRepeats: 'The feed names this incident twice. Each one has a number of its own.',
  endsBeforeStart: 'It ends before it begins.',
  feedIsOlder: 'What is stated here is newer than this feed, so it was not taken. Send the present state.',
} as const
