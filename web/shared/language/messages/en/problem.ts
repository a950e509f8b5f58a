export const problem = {
  title: 'This did not work',
  network: 'The server cannot be reached',
  networkDetail: 'Check your connection. Nothing was lost; try again in a moment.',
  unexpected: 'Something went wrong on our side',
  unexpectedDetail: 'The fault was recorded. If it happens again, give your support the trace id below.',
  unreadable: 'The server gave an answer that this page does not understand. Reload the page.',
  notFound: 'Page not found',
  notFoundDetail: 'This address leads nowhere, or what it showed is not visible to you.',
  goHome: 'Go to the start page',
  technical: 'Technical details',
  copyTechnical: 'Copy technical details',
} as const
