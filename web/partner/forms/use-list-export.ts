import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { sessionQuery } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { ProblemView } from '../../shared/ui/problem-view.ts'
import { saveFile } from '../../shared/ui/save-file.ts'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { readCsvFile } from './export-file.ts'

/** Which list, by the name of its messages. */
export type ListExportArea = 'customerExport' | 'campaignExport'

export type ListExportState = {
  area: ListExportArea
  /** Rows that arrived so far; null while none runs. */
  rows: number | null
  problem: ProblemView | null
  /** All rows, or those that the query shows. */
  start: (query: Query) => void
  /** The same as last time. */
  again: () => void
  cancel: () => void
}

/** One export of a list at a time, as CSV; it ends when its page is left. */
export function useListExport(area: ListExportArea, path: string): ListExportState {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const queryClient = useQueryClient()
  const [rows, setRows] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const running = useRef<AbortController | null>(null)
  const last = useRef<Query>({})
  useEffect(() => () => running.current?.abort(), [])

  const start = async (query: Query): Promise<void> => {
    if (running.current) return
    const abort = new AbortController()
    running.current = abort
    last.current = query
    let arrived = 0
    setProblem(null)
    setRows(0)
    try {
      const stream = await api.stream(path, { method: 'POST', body: query, signal: abort.signal })
      const whole = await readCsvFile(stream, (count) => setRows((arrived = count)))
      const name = `${t(`${area}.file`)}-${dayOf(new Date())}.csv`
      saveFile(whole.file, name)
      notify.done(t(`${area}.done`, { count: whole.rows }), t(`${area}.doneDetail`, { file: name }))
    } catch (error) {
      if (abort.signal.aborted) return notify.done(t(`${area}.cancelled`), t(`${area}.cancelledDetail`))
      const isRefused = error instanceof ApiProblem
      setProblem(isRefused ? describeProblem(error, texts) : { title: t(`${area}.brokenTitle`), detail: t(`${area}.broken`, { count: arrived }) })
      // What broke it off may be a right that ended: the page is to know it.
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    } finally {
      running.current = null
      setRows(null)
    }
  }

  return { area, rows, problem, start: (query) => void start(query), again: () => void start(last.current), cancel: () => running.current?.abort() }
}

/** The reader's own day, as file names sort it. */
function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
