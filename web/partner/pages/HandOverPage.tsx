import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HandOverView } from '../../shared/pages/hand-overs/HandOverView.tsx'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AgreeHandOver } from '../forms/AgreeHandOver.tsx'

/** One hand-over, as the present partner or the new one reads it. */
export function HandOverPage() {
  const { t } = useText()
  return (
    <HandOverView
      listHref={paths.partner.handOvers}
      help={({ problems, customer, side }) => side === 'from' && customer.id !== null && problems.some(({ reasonCode }) => reasonCode === 'handOverThingsOpen') && <TextLink href={paths.partner.customerTransfer(customer.id)}>{t('transfers.link')}</TextLink>}
      answer={(handOver) => <AgreeHandOver key={handOver.version} handOver={handOver} />}
    />
  )
}
