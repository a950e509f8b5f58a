import { makeStyles, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { Campaign, ReasonCount } from './campaign-api.ts'

const useStyles = makeStyles({
  figures: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(132px, 40%), 1fr))', gap: '16px', margin: 0 },
  figure: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end', minWidth: 0 },
  number: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: 'break-word' },
})

/** The funnel: each figure is what the requests say now. */
export function CampaignSummary({ campaign }: { campaign: Campaign }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const { rowCount, rows, funnel, blocked } = campaign
  const stopped = blocked.reduce((all, one) => all + one.rows, 0)
  const isAsked = funnel.asked > 0
  const figures = isAsked
    ? ([['rows', rowCount], ['asked', funnel.asked], ['sent', funnel.sent], ['opened', funnel.opened], ['blocked', stopped], ['accepted', funnel.accepted], ['declined', funnel.declined], ['refused', rows.refused]] as const)
    : ([['rows', rowCount], ['ready', rows.ready], ['refused', rows.refused]] as const)
  return (
    <Panel title={t('campaigns.summary')}>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name} className={styles.figure}>
            <dt className={styles.name}>{t(`campaigns.sum.${name}`)}</dt>
            <dd className={styles.number}>{formats.number(value)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** Reasons with how many rows each stopped, commonest first. */
export function CampaignReasons({ title, reasons }: { title: string; reasons: readonly ReasonCount[] }) {
  const { t } = useText()
  if (reasons.length === 0) return null
  return (
    <Panel title={title}>
      <BulletList items={reasons.map(({ reasonText, rows }) => `${t('campaigns.rowsCounted', { count: rows })}: ${reasonText}`)} />
    </Panel>
  )
}

/** In which language each country is written to, and what its customers are asked to accept. */
export function CampaignCountries({ countries }: Pick<Campaign, 'countries'>) {
  const { t } = useText()
  const formats = useFormats()
  if (countries.length === 0) return null
  const line = ({ country, language, languageMissing, rows, agreementVersion, agreementLanguage }: Campaign['countries'][number]) => {
    const letters = languageMissing === null ? t('campaigns.lettersIn', { language: formats.language(language) }) : t('campaigns.lettersInstead', { language: formats.language(language), missing: formats.language(languageMissing) })
    const agreement =
      agreementVersion === null || agreementLanguage === null ? t('campaigns.agreementNone') : t('campaigns.agreementIn', { number: agreementVersion, language: formats.language(agreementLanguage) })
    return [`${country === null ? t('campaigns.anyCountry') : formats.country(country)}: ${formats.number(rows)}`, letters, ...(country === null ? [] : [agreement])].join(' · ')
  }
  return (
    <Panel title={t('campaigns.countries')}>
      <Stack>
        <BulletList items={countries.map(line)} />
        <QuietText>{t('campaigns.countriesText')}</QuietText>
      </Stack>
    </Panel>
  )
}
