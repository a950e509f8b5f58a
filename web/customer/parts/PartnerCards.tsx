import { Checkbox, makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { FoundPartnerRow } from './finder-api.ts'
import { PartnerLogo } from './PartnerLogo.tsx'
import { serviceNames } from './tag-names.ts'
import { mostChosen } from './use-chosen-partners.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: { display: 'flex', columnGap: '14px', padding: '16px 20px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, '@media (max-width: 640px)': { padding: '14px 12px', columnGap: '10px' } },
  words: { minWidth: 0, flexGrow: 1 },
  name: { margin: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: {
    margin: '4px 0 0', maxWidth: '76ch', overflow: 'hidden', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300,
    display: '-webkit-box', WebkitLineClamp: '3', WebkitBoxOrient: 'vertical',
  },
})

type CardsProps = { partners: readonly FoundPartnerRow[]; chosen: readonly string[]; onToggle: (id: string) => void }

/** What was found, as cards: who they are, what they do, and a box to choose them. */
export function PartnerCards({ partners, chosen, onToggle }: CardsProps) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  return (
    <ul className={styles.list}>
      {partners.map((partner) => {
        const isChosen = chosen.includes(partner.id)
        const isFull = !isChosen && chosen.length >= mostChosen
        const box = <Checkbox checked={isChosen} disabled={isFull} aria-label={t('finder.choose', { name: partner.name })} onChange={() => onToggle(partner.id)} />
        return (
          <li key={partner.id} className={styles.one}>
            {isFull ? <Tooltip content={t('finder.mostChosen')} relationship="description">{box}</Tooltip> : box}
            <PartnerLogo logo={partner.logo} />
            <div className={styles.words}>
              <h2 className={styles.name}>
                <TextLink href={paths.customer.foundPartner(partner.id)}>{partner.name}</TextLink>
              </h2>
              <div className={styles.quiet}>
                {[formats.country(partner.country), t(partner.isVerified ? 'finder.verified' : 'finder.notVerified'), serviceNames(t, partner.services).join(', ')].filter(Boolean).join(' · ')}
              </div>
              <p className={styles.text}>{partner.description}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
