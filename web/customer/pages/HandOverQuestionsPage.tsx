import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { HandOverTable } from '../../shared/pages/hand-overs/HandOverTable.tsx'
import { paths } from '../../shared/paths.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { PartnersTabs } from '../parts/PartnersTabs.tsx'

/** Where partners asked the customer to move from one to the other, and what became of it. */
export function HandOverQuestionsPage() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  return (
    <>
      <PageHeader title={localName(cloud.partnerRelationshipsPageName)} tabTitle={t('handOvers.title')} intro={t('handOvers.introCustomer')} />
      <PartnersTabs current="handOvers" />
      <HandOverTable isCustomer hrefOf={paths.customer.handOverQuestion} emptyText={t('handOvers.noneCustomer')} />
    </>
  )
}
