import { useSearch } from '@tanstack/react-router'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'

/** The pages of the form. The last page, with the credentials, has no address: it is shown once. */
export const wizardSteps = ['account', 'subscriptions', 'review'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** The step stands in the address, so that back, forward and reload do what the reader expects. */
export function useWizardStep(): { step: WizardStep; go: (step: WizardStep) => void } {
  const { step, request } = useSearch({ strict: false }) as { step?: string; request?: string }
  const follow = useFollow()
  const known = wizardSteps.find((one) => one === step) ?? 'account'
  return { step: known, go: (next) => follow(hrefOf(next, request)) }
}

function hrefOf(step: WizardStep, request: string | undefined): string {
  const search = new URLSearchParams({ ...(request && { request }), ...(step !== 'account' && { step }) }).toString()
  return search === '' ? paths.partner.newCustomer : `${paths.partner.newCustomer}?${search}`
}
