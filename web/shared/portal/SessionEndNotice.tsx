import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { timeOfLastAnswer } from '../api/reachability.ts'
import { sessionQuery, useRenewSession } from '../api/session.ts'
import { useFormats, useText } from '../language/LanguageProvider.tsx'
import { noticeMilliseconds, sessionEnd } from './session-end.ts'

const useStyles = makeStyles({ bar: { marginBottom: '16px' } })

const lookEvery = 10_000

/** Says in time that an idle session will end, and lets the reader go on with one press. */
export function SessionEndNotice() {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const renew = useRenewSession()
  const { data: session, dataUpdatedAt } = useQuery({ ...sessionQuery, refetchOnWindowFocus: false })
  const [endsAt, setEndsAt] = useState<number | null>(null)

  const look = useEffectEvent(() => {
    if (!session?.signedIn || !session.expiresAt) return setEndsAt(null)
    if (endsAt !== null && Date.now() > endsAt) return void renew().catch(() => undefined)
    const end = sessionEnd({ expiresAt: Date.parse(session.expiresAt), answeredAt: dataUpdatedAt, lastAnswerAt: timeOfLastAnswer() })
    setEndsAt(end !== null && end - Date.now() < noticeMilliseconds ? end : null)
  })
  useEffect(() => {
    const timer = setInterval(look, lookEvery)
    return () => clearInterval(timer)
  }, [])

  const stay = async () => {
    await renew().catch(() => undefined)
    setEndsAt(null)
  }

  if (endsAt === null) return null
  return (
    <MessageBar intent="warning" className={styles.bar}>
      <MessageBarBody>{t('shell.sessionEnding', { time: formats.time(endsAt) })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void stay()}>
          {t('shell.staySignedIn')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
