import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { BuildingRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { ProfileBadge } from '../parts/ProfileBadge.tsx'
import { type BusinessProfileList, leadsKey, profilesKey, profilesQuery } from '../parts/referral-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 16px', padding: '12px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottomStyle: 'none' } },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '12px' },
  choice: { flex: '0 1 320px', minWidth: 0 },
})

/** One for each country or region that the partner may trade in (S4.L2.1). */
export function BusinessProfilesPage() {
  const { t } = useText()
  const query = useQuery(profilesQuery)
  return (
    <>
      <PageHeader title={t('referrals.profiles')} intro={t('referrals.profilesIntro')} above={t('referrals.title')} />
      <Loaded query={query}>{(list) => <Listed list={list} />}</Loaded>
    </>
  )
}

function Listed({ list: { items, openMarkets } }: { list: BusinessProfileList }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const may = useCan()('businessProfile.write')
  return (
    <>
      <Panel>
        {items.length === 0 ? (
          <EmptyState icon={BuildingRegular} title={t('referrals.noProfiles')}>
            {t('referrals.noProfilesText')}
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {items.map(({ id, market, status, locationCount, changedAt }) => (
              <li key={id} className={styles.one}>
                <span>
                  <TextLink href={paths.partner.businessProfile(id)}>{formats.country(market)}</TextLink>
                  <span className={styles.quiet}>
                    {t('referrals.locationsCount', { count: locationCount })} · {t('referrals.changed')}: <DateText at={changedAt} />
                  </span>
                </span>
                <ProfileBadge status={status} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {may ? openMarkets.length > 0 && <CreateProfile key={openMarkets.length} openMarkets={openMarkets} /> : <QuietText>{t('referrals.readOnly')}</QuietText>}
    </>
  )
}

function CreateProfile({ openMarkets }: { openMarkets: readonly string[] }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const formats = useFormats()
  const follow = useFollow()
  const { tenant } = useSignedIn()
  const [market, setMarket] = useState(openMarkets.includes(tenant.country) ? tenant.country : openMarkets[0]!)
  const act = useAct<void, { id: string }>({
    send: (_, idempotencyKey) => api.post('/business-profiles', { body: { market }, idempotencyKey }),
    changes: [profilesKey, leadsKey],
    onDone: ({ id }) => follow(paths.partner.businessProfile(id)),
  })
  const choices = openMarkets.map((code) => ({ code, name: formats.country(code) })).toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <Panel title={t('referrals.create')}>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <div className={styles.form}>
        <Field className={styles.choice} label={t('referrals.createFor')}>
          <Select value={market} onChange={(_, { value }) => setMarket(value)}>
            {choices.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button appearance="primary" disabledFocusable={act.isPending} onClick={() => act.mutate()}>
          {t('referrals.create')}
        </Button>
      </div>
    </Panel>
  )
}
