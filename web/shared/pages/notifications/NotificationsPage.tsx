import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AlertRegular, CheckmarkRegular, SettingsRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { MarkedRead } from '../../../../src/http/portal/notifications.ts'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { useDoors, usePortal } from '../../portal/portal.ts'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { FilterBar } from '../../table/FilterBar.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { useAnnounce } from '../../ui/announce.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { type Notification, notificationsKey, notificationsQuery, unreadQuery } from './notification-api.ts'
import { notificationTarget } from './notification-target.ts'

const defaults = { sort: '', filters: ['unread'] } as const

const useStyles = makeStyles({
  what: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px', overflowWrap: 'anywhere' },
  read: { fontWeight: tokens.fontWeightRegular },
  unread: { fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular },
})

/** What one was told in this portal, newest first. */
export function NotificationsPage() {
  const texts = useText()
  const { t } = texts
  const doors = useDoors()
  const state = useTableState(defaults)
  const page = useQuery(notificationsQuery({ unread: state.filters.unread || undefined, cursor: state.cursor }))
  const unread = useQuery(unreadQuery)
  const mark = useMark()
  const markAll = useMarkAll()
  const failure = mark.error ?? markAll.error
  const columns = useColumns(mark.mutate)
  return (
    <>
      <PageHeader
        title={t('notifications.title')}
        intro={t('notifications.intro')}
        acts={
          <>
            <ButtonLink href={doors.settings.notifications} icon={<SettingsRegular />}>
              {t('notifications.choose')}
            </ButtonLink>
            <GuardedButton
              blockedBecause={unread.data?.count === 0 ? t('notifications.nothingUnread') : undefined}
              disabledFocusable={markAll.isPending}
              icon={<CheckmarkRegular />}
              onClick={() => markAll.mutate()}
            >
              {t('notifications.markAll')}
            </GuardedButton>
          </>
        }
      />
      <ProblemBanner problem={failure && describeProblem(failure, texts)} />
      <Panel isFlush>
        <FilterBar state={state} filters={[{ name: 'unread', label: t('notifications.shown'), choices: [{ value: 'true', label: t('notifications.onlyUnread') }] }]} />
        <DataTable
          label={t('notifications.title')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ text }) => text}
          acts={(one) => <MarkOne notification={one} onMark={mark.mutate} />}
          empty={
            <EmptyState icon={AlertRegular} title={t('notifications.empty')}>
              {t('notifications.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useMark() {
  const { t } = useText()
  const announce = useAnnounce()
  return useAct({
    send: ({ id }: Notification) => api.post(`/notifications/${id}/reading`),
    changes: [notificationsKey],
    onDone: () => announce(t('notifications.marked')),
  })
}

function useMarkAll() {
  const { t } = useText()
  const notify = useNotify()
  return useAct({
    async send() {
      while ((await api.post<MarkedRead>('/notifications/reading')).isMore) continue
    },
    changes: [notificationsKey],
    onDone: () => notify.done(t('notifications.allMarked')),
  })
}

function MarkOne({ notification, onMark }: { notification: Notification; onMark: (notification: Notification) => void }) {
  const { t } = useText()
  if (notification.isRead) return null
  return (
    <Button size="small" aria-label={t('notifications.markWhich', { text: notification.text })} onClick={() => onMark(notification)}>
      {t('notifications.mark')}
    </Button>
  )
}

function useColumns(onOpen: (notification: Notification) => void): readonly Column<Notification>[] {
  const { t } = useText()
  return [
    { id: 'what', header: t('notifications.what'), isTitle: true, cell: (one) => <What notification={one} onOpen={onOpen} /> },
    { id: 'about', header: t('notifications.about'), width: '24%', cell: ({ about }) => about ?? '—' },
    { id: 'at', header: t('notifications.when'), width: '176px', cell: ({ at }) => <DateText at={at} as="dateTime" /> },
  ]
}

/** Whoever follows the link has read it. */
function What({ notification, onOpen }: { notification: Notification; onOpen: (notification: Notification) => void }) {
  const styles = useStyles()
  const { t } = useText()
  const { plan } = usePortal()
  const { text, reasonText, isRead } = notification
  const target = notificationTarget(plan.portal, notification)
  return (
    <span className={mergeClasses(styles.what, isRead ? styles.read : styles.unread)}>
      {!isRead && <StatusBadge tone="accent">{t('notifications.unread')}</StatusBadge>}
      {target ? (
        <TextLink href={target} onClick={() => !isRead && onOpen(notification)}>
          {text}
        </TextLink>
      ) : (
        text
      )}
      {reasonText && <span className={styles.reason}>{reasonText}</span>}
    </span>
  )
}
