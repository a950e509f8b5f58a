import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useAnnounce } from '../../shared/ui/announce.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import type { CustomerExportState } from '../forms/use-customer-export.ts'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '10px 16px',
    alignItems: 'center',
    marginBottom: '20px',
    padding: '14px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', padding: '14px 16px' },
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  rows: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300, fontVariantNumeric: 'tabular-nums' },
  bar: { gridColumn: '1 / -1' },
  cancel: { justifySelf: 'start' },
})

/** How often those who hear the page are told how far it is. */
const toldEvery = 5_000

/** An export under way with its rows so far, or why it failed. */
export function ExportProgress({ state, onCancel }: { state: CustomerExportState; onCancel: () => void }) {
  const { t } = useText()
  if (state.rows !== null) return <Running rows={state.rows} onCancel={onCancel} />
  return (
    <ProblemBanner problem={state.problem} acts={<Button size="small" onClick={state.again}>{t('customerExport.again')}</Button>} />
  )
}

function Running({ rows, onCancel }: { rows: number; onCancel: () => void }) {
  const styles = useStyles()
  const { t } = useText()
  const announce = useAnnounce()
  const tell = useEffectEvent(() => announce(`${t('customerExport.running')}. ${t('customerExport.rows', { count: rows })}`))
  useEffect(() => {
    tell()
    const timer = setInterval(() => tell(), toldEvery)
    return () => clearInterval(timer)
  }, [])
  return (
    <section className={styles.panel} aria-label={t('customerExport.running')}>
      <div>
        <p className={styles.title}>{t('customerExport.running')}</p>
        <p className={styles.rows}>
          {t('customerExport.rows', { count: rows })}. {t('customerExport.stay')}
        </p>
      </div>
      <Button className={styles.cancel} onClick={onCancel}>
        {t('customerExport.cancel')}
      </Button>
      <ProgressBar className={styles.bar} aria-label={t('customerExport.running')} />
    </section>
  )
}
