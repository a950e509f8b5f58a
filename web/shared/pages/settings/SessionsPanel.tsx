import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DesktopRegular, PhoneRegular } from '@fluentui/react-icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { renewEverything } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { useDoors } from '../../portal/portal.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { describeUserAgent } from './describe-user-agent.ts'
import { sessionsKey, sessionsQuery, type OpenSession } from './settings-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  session: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: '14px',
    alignItems: 'center',
    padding: '14px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: '24px minmax(0, 1fr)', rowGap: '10px', '& > :last-child:not(:nth-child(2))': { gridColumn: '2', justifySelf: 'start' } },
  },
  icon: { fontSize: '24px', color: tokens.colorNeutralForeground3 },
  device: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

/** Where this person is signed in now, in every portal of the installation. */
export function SessionsPanel() {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const sessions = useQuery(sessionsQuery)
  const [isEndingAll, setEndingAll] = useState(false)
  const notify = useNotify()
  const end = useAct({
    send: ({ id }: OpenSession) => api.delete(`/sessions/${id}`),
    changes: [sessionsKey],
    onDone: () => notify.done(t('settings.sessionEnded')),
  })
  return (
    <Panel
      title={t('settings.sessions')}
      acts={
        <Button size="small" onClick={() => setEndingAll(true)}>
          {t('settings.endAll')}
        </Button>
      }
    >
      <QuietText>{t('settings.sessionsText')}</QuietText>
      <ProblemBanner problem={end.error && describeProblem(end.error, texts)} />
      <Loaded isPart query={sessions}>
        {({ items }) => (
          <ul className={styles.list}>
            {ownFirst(items).map((session) => (
              <SessionLine key={session.id} session={session} isEnding={end.isPending && end.variables.id === session.id} onEnd={() => end.mutate(session)} />
            ))}
          </ul>
        )}
      </Loaded>
      {isEndingAll && <EndAllDialog onClose={() => setEndingAll(false)} />}
    </Panel>
  )
}

const ownFirst = (sessions: readonly OpenSession[]): OpenSession[] => [...sessions].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent))

function SessionLine({ session, isEnding, onEnd }: { session: OpenSession; isEnding: boolean; onEnd: () => void }) {
  const { t, has } = useText()
  const formats = useFormats()
  const styles = useStyles()
  const { browser, system, isPhone } = describeUserAgent(session.userAgent)
  const Icon = isPhone ? PhoneRegular : DesktopRegular
  const device = browser && system ? t('settings.browserOn', { browser, system }) : (browser ?? system ?? t('settings.unknownDevice'))
  const portalKey = `shell.portal.${session.portal}`
  const portal = has(portalKey) ? t(portalKey as 'shell.portal.partner') : session.portal
  const place = [portal, session.address].filter(Boolean).join(' · ')
  return (
    <li className={styles.session}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div>
        <span className={styles.device}>
          {device}
          {session.isCurrent && <StatusBadge tone="accent">{t('settings.thisDevice')}</StatusBadge>}
        </span>
        <span className={styles.quiet}>{place}</span>
        <span className={styles.quiet}>
          {t('settings.signedInAt', { at: formats.dateTime(session.createdAt) })} · {t('settings.lastSeen')} <DateText at={session.lastSeenAt} as="relative" />
        </span>
      </div>
      {!session.isCurrent && (
        <Button size="small" disabledFocusable={isEnding} aria-label={t('settings.endWhich', { device })} onClick={onEnd}>
          {t('settings.end')}
        </Button>
      )}
    </li>
  )
}

/** Ends this session too, so that a lost device and a copied cookie are worth nothing afterwards. */
function EndAllDialog({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const queryClient = useQueryClient()
  const router = useRouter()
  const doors = useDoors()
  const endAll = useAct({
    send: () => api.delete('/sessions', { whenSignedOut: 'throw' }),
    onDone: async () => {
      await renewEverything(queryClient)
      await router.navigate({ to: doors.signIn })
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('settings.endAll')}
      confirmLabel={t('settings.endAllSubmit')}
      isWorking={endAll.isPending}
      problem={endAll.error && describeProblem(endAll.error, texts)}
      onConfirm={() => endAll.mutate()}
      onCancel={onClose}
    >
      {t('settings.endAllText')}
    </ConfirmDialog>
  )
}
