import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { Stack } from '../../ui/Stack.tsx'
import type { DeviceReport } from './device-api.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '10px' },
  line: { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  why: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** How many devices would come, and why the other rows would not. */
export function DeviceReportView({ report: { counts, rows } }: { report: DeviceReport }) {
  const styles = useStyles()
  const { t } = useText()
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  return (
    <Stack>
      <BulletList items={[t('devices.willAdd', { count: counts.added }), ...(counts.refused > 0 ? [t('devices.willRefuse', { count: counts.refused })] : [])]} />
      {refused.length > 0 && (
        <>
          <h3 className={styles.title}>{t('devices.refusedRows')}</h3>
          <ul className={styles.list}>
            {refused.map(({ row, serialNumber, reasonText, field }) => (
              <li key={row} className={styles.line}>
                {[t('devices.row', { row }), serialNumber].filter(Boolean).join(' · ')}
                <span className={styles.why}>{field === null ? reasonText : t('devices.inColumn', { column: field, reason: reasonText ?? '' })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  )
}
