import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { NotFoundPage } from '../../shared/pages/NotFoundPage.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { DownloadAgreement } from '../forms/DownloadAgreement.tsx'
import { agreementQuery } from '../parts/agreement-api.ts'
import { AgreementText } from '../../shared/ui/AgreementText.tsx'
import { ForAdministrators } from '../parts/ForAdministrators.tsx'
import { SignatureEvidence } from '../parts/SignatureEvidence.tsx'

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 6fr) minmax(0, 5fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@container (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  frame: { containerType: 'inline-size' },
})

/** One signature: the text exactly as it was shown, and the evidence that belongs to it (F3 of the threat model). */
export function AgreementPage() {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const id = usePathId('agreementId')
  const query = useQuery(agreementQuery(id))
  const agreement = query.data
  const above = <TextLink href={paths.customer.agreements}>{t('agreements.title')}</TextLink>

  if (!agreement) {
    if (isProblem(query.error, 'notFound')) return <NotFoundPage />
    return (
      <>
        <PageHeader title={t('agreements.agreement')} above={above} />
        <Panel>
          <ForAdministrators error={query.error}>
            {query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}
          </ForAdministrators>
        </Panel>
      </>
    )
  }
  return (
    <>
      <PageHeader title={agreement.title} above={above} acts={<DownloadAgreement id={id} />} />
      <div className={styles.frame}>
        <div className={styles.sides}>
          <Panel title={t('agreements.text')}>
            <AgreementText label={t('invitation.agreementText')} title={agreement.title} body={agreement.body} language={agreement.language} />
          </Panel>
          <SignatureEvidence agreement={agreement} />
        </div>
      </div>
    </>
  )
}
