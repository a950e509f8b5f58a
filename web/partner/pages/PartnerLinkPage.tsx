import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { CopyButton } from '../../shared/ui/CopyButton.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { PartnerLinkLetter } from '../forms/PartnerLinkLetter.tsx'
import { RotateLinkDialog } from '../forms/RotateLinkDialog.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { partnerLinkQuery, type PartnerLink } from '../parts/request-api.ts'

const useStyles = makeStyles({
  short: { maxWidth: '320px' },
  link: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', padding: '12px 14px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground3 },
  url: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
})

/** The link that is the partner's own: reusable, bound to its account, without customer data [S2.16-18]. */
export function PartnerLinkPage() {
  const texts = useText()
  const { t } = texts
  const { language } = useSearch({ strict: false }) as { language?: string }
  const query = useQuery(partnerLinkQuery(language))
  return (
    <>
      <PageHeader title={t('partnerLink.title')} intro={t('partnerLink.intro')} />
      {query.data ? (
        <>
          <LinkPanel partnerLink={query.data} />
          <LetterPanel partnerLink={query.data} language={language} />
        </>
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

function LinkPanel({ partnerLink }: { partnerLink: PartnerLink }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const [isRotating, setRotating] = useState(false)
  return (
    <Panel title={t('partnerLink.yours')}>
      <Stack>
        <div className={styles.link}>
          <code className={styles.url}>{partnerLink.link}</code>
          <CopyButton text={partnerLink.link} what={t('requests.draft.link')} />
        </div>
        <BulletList
          items={[
            t('partnerLink.reusable'),
            t('partnerLink.holdsNothing'),
            t('partnerLink.grantsNothing', { portal: localName(cloud.customerPortalName) }),
            t(cloud.privileges === 'optionalOn' ? 'partnerLink.asksAsUsual' : 'partnerLink.alwaysAsks'),
          ]}
        />
        <QuietText>{rich('partnerLink.since', { at: <DateText at={partnerLink.createdAt} /> })}</QuietText>
        <Acts>
          <GuardedButton blockedBecause={partnerLink.can.includes('rotate') ? undefined : t('partnerLink.rotateBlocked')} onClick={() => setRotating(true)}>
            {t('partnerLink.rotate')}
          </GuardedButton>
        </Acts>
        {isRotating && <RotateLinkDialog onClose={() => setRotating(false)} />}
      </Stack>
    </Panel>
  )
}

function LetterPanel({ partnerLink, language }: { partnerLink: PartnerLink; language: string | undefined }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const navigate = useNavigate()
  const { cloud } = useSignedIn()
  const chosen = partnerLink.language ?? language ?? ''
  return (
    <Panel title={t('requests.draft.title')}>
      <Stack>
        <QuietText>{t(cloud.draftEditing === 'firstTwoParagraphs' ? 'partnerLink.letterFirstTwo' : 'partnerLink.letter')}</QuietText>
        <Field label={t('requests.language')}>
          <Select className={styles.short} value={chosen} onChange={(_, { value }) => void navigate({ to: '.', search: { language: value } as never, replace: true, resetScroll: false })}>
            {cloud.draftLanguages.map((tag) => (
              <option key={tag} value={tag}>
                {formats.language(tag)}
              </option>
            ))}
          </Select>
        </Field>
        <PartnerLinkLetter key={`${chosen} ${partnerLink.link}`} partnerLink={partnerLink} />
      </Stack>
    </Panel>
  )
}
