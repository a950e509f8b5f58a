export const letters = {
  title: 'Letters',
  intro: 'Every mail that Vinculo writes by itself, with invented facts. Nothing is sent from here.',
  language: 'Language',
  subject: 'Subject',
  secret: 'Where a reader finds a link or a code, dots stand here.',
} as const
