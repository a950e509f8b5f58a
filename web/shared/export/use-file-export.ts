import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api/api.ts'
import { describeProblem } from '../api/describe-problem.ts'
import { ApiProblem } from '../api/problem.ts'
import { sessionQuery } from '../api/session.ts'
import { useText } from '../language/LanguageProvider.tsx'
import type { ProblemView } from '../ui/problem-view.ts'
import { saveFile } from '../ui/save-file.ts'
import { useNotify } from '../ui/Toasts.tsx'
import { type FileShape, readFile } from './read-file.ts'

export type WantedFile = FileShape & {
  path: string
  body: unknown
  /** without the day, which is added, and with what follows the dot apart */
  name: string
  extension: string
}

export type FileExportState = {
  /** Bytes that arrived so far; null while none runs. */
  bytes: number | null
  problem: ProblemView | null
  start: (wanted: WantedFile) => void
  /** The same as last time. */
  again: () => void
  cancel: () => void
}

/** One file at a time; it ends when its page is left. */
export function useFileExport(): FileExportState {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const queryClient = useQueryClient()
  const [bytes, setBytes] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const running = useRef<AbortController | null>(null)
  const last = useRef<WantedFile | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (wanted: WantedFile): Promise<void> => {
    if (running.current) return
    const abort = new AbortController()
    running.current = abort
    last.current = wanted
    setProblem(null)
    setBytes(0)
    try {
      const stream = await api.stream(wanted.path, { method: 'POST', body: wanted.body, signal: abort.signal })
      const file = await readFile(stream, wanted, setBytes)
      const name = `${wanted.name}-${dayOf(new Date())}.${wanted.extension}`
      saveFile(file, name)
      notify.done(t('fileExport.done'), t('fileExport.doneDetail', { file: name }))
    } catch (error) {
      if (abort.signal.aborted) return notify.done(t('fileExport.cancelled'), t('fileExport.cancelledDetail'))
      setProblem(error instanceof ApiProblem ? describeProblem(error, texts) : { title: t('fileExport.brokenTitle'), detail: t('fileExport.broken') })
      // What broke it off may be a right that ended: the page is to know it.
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    } finally {
      running.current = null
      setBytes(null)
      void queryClient.invalidateQueries({ queryKey: ['activity'] })
    }
  }

  return { bytes, problem, start: (wanted) => void start(wanted), again: () => last.current && void start(last.current), cancel: () => running.current?.abort() }
}

/** The reader's own day, as file names sort it. */
function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
