import { makeStyles, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { FoundPartner } from './finder-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '14px' },
  address: { fontStyle: 'normal', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  line: { display: 'block' },
  phone: { color: 'inherit' },
})

type Location = FoundPartner['locations'][number]

/** Where the partner is; each location has a page of its own (S4.L2.3). */
export function FoundLocations({ partner, only }: { partner: FoundPartner; only: Location | undefined }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  return (
    <Panel title={t('finder.where')}>
      <ul className={styles.list}>
        {(only ? [only] : partner.locations).map((location) => (
          <li key={location.id}>
            {only ? null : <TextLink href={`${paths.customer.foundPartner(partner.id)}?${new URLSearchParams({ location: location.id })}`}>{location.name}</TextLink>}
            <address className={styles.address}>
              {[location.addressLine1, location.addressLine2, [location.postalCode, location.city].filter(Boolean).join(' '), location.state, formats.country(location.country)].filter(Boolean).map((line) => (
                <span key={line} className={styles.line}>
                  {line}
                </span>
              ))}
              {location.phone !== null && (
                <a className={styles.phone} href={`tel:${location.phone.replaceAll(/[^+0-9]/g, '')}`}>
                  {location.phone}
                </a>
              )}
            </address>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
