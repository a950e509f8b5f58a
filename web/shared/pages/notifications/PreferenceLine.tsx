import { Checkbox, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { FormState } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import type { NotificationLine } from './preference-api.ts'
import { portalOf } from './preference-values.ts'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 168px 176px',
    columnGap: '16px',
    alignItems: 'center',
    padding: '14px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@container (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  kept: { gridColumn: 'span 2', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, '@container (max-width: 700px)': { gridColumn: 'auto' } },
  mail: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  select: { minWidth: 0, width: '100%' },
})

/** One kind: what it is, whether it stands in the portal, and how it comes by mail. */
export function PreferenceLine({ line, form }: { line: NotificationLine; form: FormState<string> }) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  const portal = form.field(portalOf(line.kind))
  const mail = form.field(line.kind)
  return (
    <li className={styles.line}>
      <div>
        <span id={`${id}title`} className={styles.title}>
          {line.title}
        </span>
        {line.explanations.map((explanation) => (
          <span key={explanation} className={styles.quiet}>
            {explanation}
          </span>
        ))}
      </div>
      {line.isKept ? (
        <span className={styles.kept}>{t('notifications.kept')}</span>
      ) : (
        <>
          <Checkbox id={portal.id} checked={portal.value === 'yes'} aria-labelledby={`${id}title ${id}portal`} label={<span id={`${id}portal`}>{t('notifications.inPortal')}</span>} onChange={(_, { checked }) => portal.onChange(checked ? 'yes' : 'no')} />
          <div className={styles.mail}>
            <label id={`${id}mail`} htmlFor={mail.id} className={styles.quiet}>
              {t('notifications.byMail')}
            </label>
            <Select id={mail.id} className={styles.select} aria-labelledby={`${id}title ${id}mail`} value={mail.value} onChange={(_, { value }) => mail.onChange(value)}>
              {(['off', 'now', 'digest'] as const).map((choice) => (
                <option key={choice} value={choice}>
                  {t(`notifications.mail.${choice}`)}
                </option>
              ))}
            </Select>
          </div>
        </>
      )}
    </li>
  )
}
