import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type BusinessProfile, profileKey } from '../parts/referral-api.ts'
import { pictureAsPng } from './picture-as-png.ts'

const useStyles = makeStyles({
  picture: { maxWidth: '100%', maxHeight: '160px', padding: '12px', boxSizing: 'border-box', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: '#ffffff' },
  file: { display: 'none' },
})

/** The picture is sent as it is chosen, and comes back as the server wrote it (S4.L2.2). */
export function ProfileLogoPanel({ profile, etag }: { profile: BusinessProfile; etag: string }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const { tenant } = useSignedIn()
  const input = useRef<HTMLInputElement>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const act = useAct({
    send: (png: string | null) => api.put(`/business-profiles/${profile.id}/logo`, { body: { png }, ifMatch: etag }),
    changes: [profileKey(profile.id)],
    onDone: () => notify.done(t('referrals.saved')),
  })
  const choose = async (file: File | undefined) => {
    if (!file) return
    const png = await pictureAsPng(file)
    setUnreadable(png === null)
    if (png !== null) act.mutate(png)
  }
  const may = profile.can.includes('edit')
  return (
    <Panel title={t('referrals.logo')}>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <Stack>
        <QuietText>{t('referrals.logoText')}</QuietText>
        {profile.logo ? <img className={styles.picture} src={profile.logo.address} alt={t('referrals.logoOf', { name: tenant.name })} /> : <QuietText>{t('referrals.noLogo')}</QuietText>}
        <div role="status">{isUnreadable && <QuietText>{t('referrals.logoUnreadable')}</QuietText>}</div>
        <input
          ref={input}
          className={styles.file}
          type="file"
          accept="image/png,image/jpeg,image/gif"
          aria-label={t('referrals.chooseLogo')}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {may && (
          <Acts>
            <Button disabledFocusable={act.isPending} onClick={() => input.current?.click()}>
              {t('referrals.chooseLogo')}
            </Button>
            {profile.logo && (
              <Button disabledFocusable={act.isPending} onClick={() => act.mutate(null)}>
                {t('referrals.removeLogo')}
              </Button>
            )}
          </Acts>
        )}
      </Stack>
    </Panel>
  )
}
