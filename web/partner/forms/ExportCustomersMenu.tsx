import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { Ref } from 'react'
import type { Query } from '../../shared/api/client.ts'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'

type ExportCustomersMenuProps = {
  ref?: Ref<HTMLButtonElement>
  /** What narrows and orders the list that is shown. */
  shown: Query
  isRunning: boolean
  onExport: (query: Query) => void
}

/** The list as a file: what is shown, or all of it [S4.L6.3]. */
export function ExportCustomersMenu({ ref, shown, isRunning, onExport }: ExportCustomersMenuProps) {
  const { t } = useText()
  const blocked = useExportBlocked()
  if (blocked !== undefined) {
    return (
      <GuardedButton icon={<ArrowDownloadRegular />} blockedBecause={blocked}>
        {t('customerExport.export')}
      </GuardedButton>
    )
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button ref={ref} icon={<ArrowDownloadRegular />} disabledFocusable={isRunning}>
          {t('customerExport.export')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem subText={t('customerExport.shownHint')} onClick={() => onExport(shown)}>
            {t('customerExport.shown')}
          </MenuItem>
          <MenuItem subText={t('customerExport.allHint')} onClick={() => onExport({})}>
            {t('customerExport.all')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function useExportBlocked(): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant } = useSignedIn()
  if (!can('customer.export')) return t('customerExport.blockedRole')
  if (tenant.partnerStatus === 'suspended') return t('customerExport.blockedSuspended')
  return undefined
}
