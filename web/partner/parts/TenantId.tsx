import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyButton } from '../../shared/ui/CopyButton.tsx'

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'center', columnGap: '2px', maxWidth: '100%' },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    // Beside other columns it may break at its hyphens only.
    '@container (min-width: 701px)': { overflowWrap: 'normal' },
    '@container (min-width: 1000px)': { whiteSpace: 'nowrap' },
  },
})

/** The customer's tenant id inside a list. */
export function TenantId({ id, of }: { id: string; /** Whose, for those who hear many rows. */ of: string }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <span className={styles.row}>
      <code className={styles.id} title={id}>
        {id}
      </code>
      <CopyButton text={id} what={t('customers.tenantIdOf', { name: of })} />
    </span>
  )
}
