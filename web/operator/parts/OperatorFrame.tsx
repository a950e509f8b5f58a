import type { ReactNode } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'
import { StatusPanel } from './StatusPanel.tsx'

export type OperatorFrameProps = {
  current: 'partners' | 'tenants' | 'agreements'
  /** The act that belongs to the list below. */
  acts: ReactNode
  children: ReactNode
}

/** The one page of the operator: how the installation stands, and its three lists. */
export function OperatorFrame({ current, acts, children }: OperatorFrameProps) {
  const { t } = useText()
  const tabs = [
    { name: 'partners', href: paths.operator.home, label: t('operator.partners') },
    { name: 'tenants', href: paths.operator.tenants, label: t('operator.tenants') },
    { name: 'agreements', href: paths.operator.agreements, label: t('operator.agreements') },
  ] as const
  const tab = tabs.find(({ name }) => name === current)!
  return (
    <>
      <PageHeader title={t('operator.title')} tabTitle={tab.label} intro={t('operator.intro')} acts={acts} />
      <StatusPanel />
      <TabLinks label={t('operator.lists')} tabs={tabs.map(({ name, ...link }) => ({ ...link, isCurrent: name === current }))} />
      {children}
    </>
  )
}
