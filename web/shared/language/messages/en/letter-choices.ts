export const letterChoices = {
  title: 'Letters to {address}',
  titleNone: 'This link opens nothing',
  textNone: 'Open the link exactly as it stands in the letter.',
  intro: 'Choose whose letters you want to get at this address. Nothing changes until you save.',
  choice: 'Which letters',
  'choice.nobody': 'Go on sending me letters',
  'choice.sender': 'No more letters from {sender}',
  'choice.anybody': 'No more letters from anybody here',
  what: 'This is about invitations and confirmations to people without an account. Messages about an account of your own are not affected.',
  save: 'Save',
  saved: 'Your choice was saved',
  theSender: 'this sender',
} as const
