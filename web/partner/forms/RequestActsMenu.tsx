import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { RequestRow } from '../parts/request-api.ts'
import { useRequestName } from '../parts/use-request-name.ts'
import { RequestActDialog } from './RequestActDialog.tsx'
import { requestActs, type RequestAct } from './request-acts.ts'
import { useActBlocked } from './use-act-blocked.ts'

/** The acts of one row; what is not live says why. */
export function RequestActsMenu({ request }: { request: RequestRow }) {
  const { t } = useText()
  const [asked, setAsked] = useState<RequestAct | null>(null)
  const blockedBecause = useActBlocked(request)
  const name = useRequestName()(request)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<MoreHorizontalRegular />} aria-label={t('requests.actsOf', { name })} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {requestActs.map((act) => {
              const blocked = blockedBecause(act)
              return (
                <MenuItem key={act} disabled={blocked !== undefined} subText={blocked} onClick={() => setAsked(act)}>
                  {t(`requests.act.${act}`)}
                </MenuItem>
              )
            })}
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked && <RequestActDialog act={asked} request={request} onClose={() => setAsked(null)} />}
    </>
  )
}
