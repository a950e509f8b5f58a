import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { OrderPreviewView } from '../parts/OrderPreviewView.tsx'
import type { OrderPreview } from '../parts/subscription-api.ts'

export const isPossible = (preview: OrderPreview | undefined) => preview !== undefined && preview.refusal === null && preview.lines.every(({ refusal }) => refusal === null)

/** What is ordered with the customer and what it costs; nothing where nothing was chosen. */
export function NewOrderReview({ count, preview }: { count: number; preview: UseQueryResult<OrderPreview> }) {
  const texts = useText()
  const { t } = texts
  if (count === 0) return <QuietText>{t('newCustomer.noSubscriptions')}</QuietText>
  if (preview.error) return <ProblemBanner problem={describeProblem(preview.error, texts)} />
  if (!preview.data) return <LoadingState lines={3} />
  return (
    <Stack>
      <OrderPreviewView preview={preview.data} />
      {!isPossible(preview.data) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('newCustomer.orderNotPossible')}</MessageBarBody>
        </MessageBar>
      )}
    </Stack>
  )
}
