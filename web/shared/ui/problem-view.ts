/** A failure as a page shows it: words for the reader, code and trace id for those who help. */
export type ProblemView = {
  title: string
  detail?: string | undefined
  code?: string | undefined
  traceId?: string | undefined
  /** the rule of the cloud behind it, by its name */
  rule?: string | undefined
}
