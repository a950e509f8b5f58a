import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HandOverView } from '../../shared/pages/hand-overs/HandOverView.tsx'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AcceptHandOver } from '../forms/AcceptHandOver.tsx'

/** Two partners ask the customer to move from one to the other: what ends, what begins, and its answer. */
export function HandOverQuestionPage() {
  const { t } = useText()
  return (
    <HandOverView
      listHref={paths.customer.handOverQuestions}
      answer={(handOver) => <AcceptHandOver handOver={handOver} />}
      help={({ problems }) => problems.some(({ reasonCode }) => reasonCode === 'handOverAgreementMissing') && <TextLink href={paths.customer.agreements}>{t('agreements.title')}</TextLink>}
    />
  )
}
