export const evidence = {
  title: 'Your evidence as a file',
  intro: 'Everything your organization agreed to, with each text as it was shown, and everything that was done in it and to it: by whom, on which side, and when.',
  check: 'Each signature carries the SHA-256 of its text. The file says how to compute it yourself, so that you can prove that no letter was changed.',
  page: 'Page to read and print (HTML)',
  json: 'File for programs (JSON)',
  blocked: 'Only a global administrator can take the evidence of the whole organization.',
  file: 'evidence',
} as const
