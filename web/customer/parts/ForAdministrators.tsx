import { LockClosedRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { isProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'

/** What an ordinary user sees instead of a list for administrators: whom to ask, not an error. */
export function ForAdministrators({ error, children }: { error: unknown; children: ReactNode }) {
  const { t } = useText()
  if (!isProblem(error, 'notAllowed')) return children
  return (
    <EmptyState icon={LockClosedRegular} title={t('partners.forbiddenTitle')}>
      {t('partners.forbiddenText')}
    </EmptyState>
  )
}
