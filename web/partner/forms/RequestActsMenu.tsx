import { Button } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ChoiceSheet } from '../../shared/ui/ChoiceSheet.tsx'
import { useSheet } from '../../shared/ui/use-sheet.ts'
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
  const label = t('requests.actsOf', { name: useRequestName()(request) })
  const sheet = useSheet()
  const { isOpen, toggle, place, button, onKeyDown } = sheet
  const choices = requestActs.map((act) => {
    const hint = blockedBecause(act)
    return { key: act, label: t(`requests.act.${act}`), hint, isBlocked: hint !== undefined, onChoose: () => setAsked(act) }
  })
  return (
    <>
      <div ref={place} onKeyDown={onKeyDown}>
        <Button ref={button} appearance="subtle" size="small" icon={<MoreHorizontalRegular />} aria-label={label} aria-expanded={isOpen} onClick={toggle} />
        {isOpen && <ChoiceSheet label={label} sheet={sheet} choices={choices} />}
      </div>
      {asked && <RequestActDialog act={asked} request={request} onClose={() => setAsked(null)} />}
    </>
  )
}
