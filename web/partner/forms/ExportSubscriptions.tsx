import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { saveFile } from '../../shared/ui/save-file.ts'
import type { Customer } from '../parts/customer-api.ts'

/** What the customer has, as a file [S4.L6.5]. */
export function ExportSubscriptions({ customer }: { customer: Customer }) {
  const texts = useText()
  const { t } = texts
  const take = useAct<void, { text: string }>({
    send: () => api.post(`/customers/${customer.customerId}/subscriptions/export`, { body: {} }),
    onDone: ({ text }) => saveFile(new Blob([text], { type: 'text/csv' }), `${t('subscriptions.exportName', { name: customer.companyName })}.csv`),
  })
  return (
    <>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={take.isPending} onClick={() => !take.isPending && take.mutate()}>
        {t('subscriptions.export')}
      </Button>
      <ProblemBanner problem={take.error && !take.isPending ? describeProblem(take.error, texts) : null} />
    </>
  )
}
