import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { FoundLocations } from '../parts/FoundLocations.tsx'
import { type FoundPartner, foundPartnerQuery } from '../parts/finder-api.ts'
import { competencyNames, industryNames, serviceNames } from '../parts/tag-names.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
  logo: { display: 'block', maxWidth: '100%', marginBottom: '16px', padding: '12px', boxSizing: 'border-box', borderRadius: tokens.borderRadiusMedium, backgroundColor: '#ffffff', border: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0, maxWidth: '76ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

/** A partner as it presents itself, or one of its locations. */
export function FoundPartnerPage() {
  return <Loaded query={useQuery(foundPartnerQuery(usePathId('profileId')))}>{(partner) => <Described partner={partner} />}</Loaded>
}

function Described({ partner }: { partner: FoundPartner }) {
  const { t } = useText()
  const styles = useStyles()
  const { location } = useSearch({ strict: false }) as { location?: string }
  const only = partner.locations.find(({ id }) => id === location)
  const above = only ? <TextLink href={paths.customer.foundPartner(partner.id)}>{t('finder.allLocations', { name: partner.name })}</TextLink> : <TextLink href={paths.customer.findPartner}>{t('finder.title')}</TextLink>
  return (
    <>
      <PageHeader
        title={only ? `${partner.name} – ${only.name}` : partner.name}
        intro={t(partner.isVerified ? 'finder.verified' : 'finder.notVerified')}
        above={above}
        acts={!partner.isOwn && <ButtonLink appearance="primary" href={`${paths.customer.writeToPartners}?${new URLSearchParams({ to: partner.id })}`}>{t('finder.contact')}</ButtonLink>}
      />
      {(partner.isOwn || !partner.mayBeRelated) && (
        <MessageBar intent={partner.isOwn ? 'info' : 'warning'} layout="multiline" className={styles.bar}>
          <MessageBarBody>{t(partner.isOwn ? 'finder.ownPage' : 'finder.outsideMarket')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div>
          <Panel title={t('finder.about')}>
            {partner.logo && <img className={styles.logo} src={partner.logo.address} width={partner.logo.width} alt={t('referrals.logoOf', { name: partner.name })} />}
            <p className={styles.text}>{partner.description}</p>
          </Panel>
          <Offers partner={partner} />
        </div>
        <div>
          <FoundLocations partner={partner} only={only} />
          <Identity partner={partner} />
        </div>
      </div>
    </>
  )
}

function Offers({ partner }: { partner: FoundPartner }) {
  const { t } = useText()
  const { language } = useLanguage()
  const { cloud } = useSignedIn()
  const listed = (names: readonly string[], otherwise = t('finder.noWords')) => (names.length > 0 ? names.join(', ') : otherwise)
  const products = partner.products.map((id) => cloud.services.find((service) => service.id === id)?.name[language] ?? id)
  return (
    <Panel title={t('finder.offers')}>
      <KeyValueList
        items={[
          { key: t('referrals.services'), value: listed(serviceNames(t, partner.services)) },
          { key: t('referrals.industries'), value: listed(industryNames(t, partner.industries), t('finder.allIndustries')) },
          { key: t('referrals.products'), value: listed(products) },
          { key: t('referrals.competencies'), value: listed(competencyNames(t, partner.competencies)) },
          { key: t('referrals.skills'), value: listed(partner.skills) },
          { key: t('referrals.sizes'), value: listed(partner.companySizes, t('finder.allSizes')) },
        ]}
      />
    </Panel>
  )
}

function Identity({ partner }: { partner: FoundPartner }) {
  const { t } = useText()
  const formats = useFormats()
  const away = (address: string) => (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {address}
    </a>
  )
  return (
    <Panel title={t('referrals.facts')}>
      <KeyValueList
        items={[
          { key: t('referrals.country'), value: formats.country(partner.country) },
          { key: t('referrals.domain'), value: partner.domain },
          { key: t('partnerships.partnerId'), value: <CopyableId id={partner.partnerId} what={t('partnerships.partnerId')} /> },
          partner.website !== null && { key: t('referrals.website'), value: away(partner.website) },
          partner.linkedin !== null && { key: t('referrals.linkedin'), value: away(partner.linkedin) },
        ]}
      />
    </Panel>
  )
}
