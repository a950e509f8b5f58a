import { Button, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { LocationsPanel } from '../forms/LocationsPanel.tsx'
import { ProfileLogoPanel } from '../forms/ProfileLogoPanel.tsx'
import { ProfileWordsForm } from '../forms/ProfileWordsForm.tsx'
import { ProfileBadge } from '../parts/ProfileBadge.tsx'
import { type BusinessProfile, profileKey, profileQuery, profilesKey } from '../parts/referral-api.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

/** What customers find of the partner in one country (S4.L2). */
export function BusinessProfilePage() {
  return <Loaded query={useQuery(profileQuery(usePathId('profileId')))}>{({ value, etag }) => <Described profile={value} etag={etag} />}</Loaded>
}

function Described({ profile, etag }: { profile: BusinessProfile; etag: string }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const formats = useFormats()
  const notify = useNotify()
  const settle = useAct({
    send: (noun: 'publication' | 'withdrawal', idempotencyKey) => api.post(`/business-profiles/${profile.id}/${noun}`, { body: {}, idempotencyKey }),
    changes: [profileKey(profile.id), profilesKey],
    onDone: (_, noun) => notify.done(t(noun === 'publication' ? 'referrals.published' : 'referrals.unpublished')),
  })
  const { can, status } = profile
  const acts = (
    <>
      {can.includes('unpublish') && (
        <Button disabledFocusable={settle.isPending} onClick={() => settle.mutate('withdrawal')}>
          {t('referrals.unpublish')}
        </Button>
      )}
      {can.includes('publish') && (
        <Button appearance="primary" disabledFocusable={settle.isPending} onClick={() => settle.mutate('publication')}>
          {t('referrals.publish')}
        </Button>
      )}
    </>
  )
  return (
    <>
      <PageHeader
        title={t('referrals.profileOf', { market: formats.country(profile.market) })}
        intro={can.length === 0 ? t('referrals.readOnly') : t(status === 'published' ? 'referrals.publishedText' : 'referrals.draftText')}
        above={<TextLink href={paths.partner.businessProfiles}>{t('referrals.profiles')}</TextLink>}
        beside={<ProfileBadge status={status} />}
        acts={acts}
      />
      <ProblemBanner problem={settle.error && !settle.isPending ? describeProblem(settle.error, texts) : null} />
      <div className={styles.columns}>
        <ProfileWordsForm profile={profile} etag={etag} />
        <div>
          <ProfileLogoPanel profile={profile} etag={etag} />
          <LocationsPanel profile={profile} />
        </div>
      </div>
    </>
  )
}
