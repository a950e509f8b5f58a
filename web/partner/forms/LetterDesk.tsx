import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, CheckmarkRegular, CopyRegular, MailRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { SharedBy } from '../../../src/domain/relationship-requests/decide.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useAnnounce } from '../../shared/ui/announce.tsx'
import { ErrorSummary } from '../../shared/ui/ErrorSummary.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { saveFile } from '../../shared/ui/save-file.ts'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import type { Message } from '../parts/request-api.ts'
import { DraftEditor } from './DraftEditor.tsx'
import { OpenInMail } from './OpenInMail.tsx'
import type { LetterState } from './use-letter.ts'

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', paddingTop: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  last: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginInlineStart: 'auto' },
})

export type LetterDeskProps = {
  letter: LetterState
  fileName: string
  /** What would go out as it is now; null while it is not known. */
  message: Message | null
  /** Makes sure that what is on screen may go out, and gives it; rejects where the server refuses it. */
  keep: () => Promise<Message>
  isBusy: boolean
  onShared: (by: SharedBy) => Promise<unknown>
  /** Absent where nothing is kept, as for the partner link. */
  onSave?: () => Promise<unknown>
  onDone: () => void
}

/** The letter with the ways to take it out: mail program, file, clipboard, and Done [S0.15, S0.16, S0.19]. */
export function LetterDesk({ letter, message, keep, ...props }: LetterDeskProps) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const clipboard = useClipboard()

  /** What the server says about the letter is shown at the paragraph, everything else above; nothing has left then. */
  const guarded = async (act: () => Promise<unknown>) => {
    setFailure(null)
    try {
      await act()
    } catch (error) {
      if (letter.refuse(error)) setAttempt((count) => count + 1)
      else setFailure(error)
    }
  }
  /** `out` says whether the letter did leave. */
  const take = (by: SharedBy, out: (ready: Message) => boolean | Promise<boolean>) =>
    guarded(async () => {
      if (!(await out(message ?? (await keep())))) return
      await props.onShared(by)
      if (by === 'done') props.onDone()
    })
  const download = ({ eml }: Message): boolean => {
    saveFile(new Blob([eml], { type: 'message/rfc822' }), props.fileName)
    return true
  }

  const { onSave } = props
  const isTooLong = message !== null && message.mailtoUrl === null
  return (
    <Stack>
      {letter.errors.length > 0 && <ErrorSummary errors={letter.errors} attempt={attempt} />}
      {letter.errors.length === 0 && <ProblemBanner problem={failure ? describeProblem(failure, texts) : null} />}
      <DraftEditor letter={letter} />
      <div className={styles.acts}>
        <OpenInMail message={message} blockedBecause={isTooLong ? t('requests.draft.tooLongForMail') : undefined} onOpen={(open) => void take('mail', open)} icon={<MailRegular />} />
        <Button icon={clipboard.isCopied ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void take('copy', ({ text }) => clipboard.copy(text))}>
          {t(clipboard.isCopied ? 'requests.draft.copied' : 'requests.draft.copy')}
        </Button>
        <Button icon={<ArrowDownloadRegular />} onClick={() => void take('eml', download)}>
          {t('requests.draft.download')}
        </Button>
        <div className={styles.last}>
          {onSave && (
            <GuardedButton blockedBecause={letter.isChanged ? undefined : t('requests.draft.nothingToSave')} onClick={() => void guarded(onSave)}>
              {t('requests.draft.save')}
            </GuardedButton>
          )}
          <Button appearance="primary" disabledFocusable={props.isBusy} icon={props.isBusy ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={() => void take('done', () => true)}>
            {t('requests.draft.done')}
          </Button>
        </div>
      </div>
      {isTooLong && <QuietText>{t('requests.draft.tooLongForMail')}</QuietText>}
    </Stack>
  )
}

/** Copies, and says so on the button and to those who hear the page; where the browser forbids it, says what helps. */
function useClipboard() {
  const { t } = useText()
  const announce = useAnnounce()
  const notify = useNotify()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2_500)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = async (text: string): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      notify.failed(t('shell.copyFailed'))
      return false
    }
    setCopied(true)
    announce(t('requests.draft.copied'))
    return true
  }
  return { isCopied, copy }
}
