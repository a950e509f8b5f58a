import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissRegular, ErrorCircleFilled } from '@fluentui/react-icons'
import { createContext, use, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { useAnnounce } from './announce.tsx'

export type Notify = {
  done: (title: string, detail?: string) => void
  failed: (title: string, detail?: string) => void
}

type Notice = { id: number; hasFailed: boolean; title: string; detail: string | undefined }

const NotifyContext = createContext<Notify>({ done: () => undefined, failed: () => undefined })

const shownMs = 7_000
const mostAtOnce = 3

const useStyles = makeStyles({
  corner: {
    position: 'fixed',
    insetInlineEnd: '16px',
    bottom: '16px',
    zIndex: 1_000_001,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    width: 'min(360px, calc(100vw - 32px))',
  },
  notice: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'start',
    padding: '12px 8px 12px 14px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  icon: { fontSize: '20px', lineHeight: 1, marginTop: '2px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  words: { minWidth: 0, paddingBlock: '2px', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  detail: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
})

/** Short words about something that has just happened elsewhere on the page: seen in the corner, heard once, gone by themselves unless something failed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce()
  const [notices, setNotices] = useState<readonly Notice[]>([])

  const notify = useMemo<Notify>(() => {
    const show = (hasFailed: boolean) => (title: string, detail?: string) => {
      setNotices((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, hasFailed, title, detail }].slice(-mostAtOnce))
      announce([title, detail].filter(Boolean).join('. '))
    }
    return { done: show(false), failed: show(true) }
  }, [announce])

  const dismiss = (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id))
  return (
    <NotifyContext value={notify}>
      {children}
      {notices.length > 0 && <Corner notices={notices} onDismiss={dismiss} />}
    </NotifyContext>
  )
}

export const useNotify = (): Notify => use(NotifyContext)

function Corner({ notices, onDismiss }: { notices: readonly Notice[]; onDismiss: (id: number) => void }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <section aria-label={t('shell.notices')} className={styles.corner}>
      {notices.map((notice) => (
        <Card key={notice.id} notice={notice} onDismiss={() => onDismiss(notice.id)} />
      ))}
    </section>
  )
}

/** Its time stands still while somebody points at it or has the focus in it (WCAG 2.2.1). */
function Card({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const styles = useStyles()
  const { t } = useText()
  const [isHeld, setHeld] = useState(false)
  const { hasFailed, title, detail } = notice
  const isTimed = !hasFailed && !isHeld
  const leave = useEffectEvent(onDismiss)
  useEffect(() => {
    if (!isTimed) return
    const timer = setTimeout(() => leave(), shownMs)
    return () => clearTimeout(timer)
  }, [isTimed])

  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) }
  const Icon = hasFailed ? ErrorCircleFilled : CheckmarkCircleFilled
  return (
    <div className={styles.notice} {...hold}>
      <Icon className={mergeClasses(styles.icon, hasFailed ? styles.failed : styles.done)} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      <Button appearance="subtle" size="small" icon={<DismissRegular />} aria-label={t('shell.close')} onClick={onDismiss} />
    </div>
  )
}
