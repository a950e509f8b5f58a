export const fileExport = {
  running: 'The file is being written',
  arrived: '{kilobytes, plural, =0 {Nothing has arrived yet} other {# kB so far}}',
  stay: 'Stay on this page until the file is complete.',
  cancel: 'Cancel',
  done: 'The file is complete',
  doneDetail: '{file} is in your downloads.',
  cancelled: 'Cancelled',
  cancelledDetail: 'No file was saved.',
  brokenTitle: 'The file was broken off',
  broken: 'It ended before it was complete, so nothing was saved. Try again; if you may not any more, the answer will say why.',
  again: 'Try again',
} as const
