import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HandOverTable } from '../../shared/pages/hand-overs/HandOverTable.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'

/** Customers that move: those one gives away, and those one would take over. */
export function HandOversPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader
        title={t('handOvers.title')}
        intro={t('handOvers.introPartner')}
        acts={
          <ButtonLink appearance="primary" href={paths.partner.newHandOver}>
            {t('handOvers.take')}
          </ButtonLink>
        }
      />
      <HandOverTable isCustomer={false} hrefOf={paths.partner.handOver} emptyText={t('handOvers.nonePartner')} />
    </>
  )
}
